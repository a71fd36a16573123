/**
 * The command {@code peer}: a gateway in one of the roles that anyone on the network can talk to. The roles judge, the shell
 * moves datagrams; here they are put together, and told in JSON.
 */
package sfd.peer;
