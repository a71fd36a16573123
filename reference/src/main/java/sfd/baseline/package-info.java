/** IKEv2 alone (RFC 7296): the peer that lost its SAs and hints at it, and the peer that kept them and checks. */
package sfd.baseline;
