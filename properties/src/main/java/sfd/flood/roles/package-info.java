/**
 * Floods at the roles themselves, in this JVM and without sockets: datagrams as octets into their steps, through the draw where the
 * policy has one. What is counted is memory, work within the limits, how long honest peers wait, and how often the draw takes them.
 */
package sfd.flood.roles;
