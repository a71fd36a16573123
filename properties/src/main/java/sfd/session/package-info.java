/**
 * Just enough of IKEv2 to have an IKE SA with somebody else's daemon, or with ourselves: IKE_SA_INIT and IKE_AUTH with a
 * pre-shared key, protected messages, one child SA with its ESP packets, the rekey of the IKE SA. Messages in, messages
 * out: no socket, no clock, and random numbers are handed in. What the reference has is taken from it: header, payload
 * chain and notifications are read and written by {@link sfd.ike.Wire}; the payloads that it leaves opaque are taken
 * apart here.
 *
 * <p>No daemon: window 1, no fragments, no certificates, no MOBIKE, and child SAs only from IKE_AUTH.
 */
package sfd.session;
