/**
 * The alphabet that all roles share: what reaches a role, what a role asks for, the step between; and the one table
 * of IKE SAs that a peer has.
 */
package sfd.sa;
