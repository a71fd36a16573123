/**
 * Steps of the roles in octets, as JSON, so that an implementation in any language can be held to them without Java and
 * TLA+: {@code traces/kit}. What each field means stands there.
 */
package sfd.kit;
