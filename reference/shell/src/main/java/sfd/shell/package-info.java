/**
 * What stands between a role and the world: UDP ports, a clock that tells ticks, a capture of what came and went. It moves
 * events and effects, and knows no rule of any protocol: what is in a datagram is the role's to judge.
 */
package sfd.shell;
