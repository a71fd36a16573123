/**
 * IKEv2 as it stands on the wire: the header, payload chains, notifications, and how a datagram tells IKE from ESP.
 * Everything here is a value. Whether a message is believed, answered or acted upon is decided elsewhere.
 */
package sfd.ike;
