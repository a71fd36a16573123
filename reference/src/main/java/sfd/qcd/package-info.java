/** Quick crash detection (RFC 6290, draft-nir-ike-qcd-06): the token maker and the token taker. */
package sfd.qcd;
