/**
 * A gateway in one of the roles, as it starts from files: policy, secrets, SAs. What cannot be used is a
 * {@link sfd.gateway.BadFileException} in one sentence.
 */
package sfd.gateway;
