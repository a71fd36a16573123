package sfd.packet;

import sfd.ike.Endpoint;
import sfd.ike.Incoming;
import sfd.ike.Wire;
import sfd.octets.Octets;
import sfd.sa.Event;

/**
 * What came from one end to another: the only place that knows how it is framed.
 *
 * @param from with port 0 outside UDP
 * @param protocol of IP: 17 for UDP, 50 for ESP, 51 for AH
 * @param octets the UDP payload, or without UDP the IP payload
 */
record Packet(Endpoint from, Endpoint to, int protocol, Octets octets) {

    static final int UDP = 17;
    static final int ESP = 50;
    static final int AH = 51;

    /** Octets of AH before its SPI. In ESP the SPI comes first, and nothing but the SPI matters here. */
    private static final int BEFORE_AH_SPI = 4;

    /** What it is. */
    Incoming decoded() {
        boolean plain = from.port() == Wire.IKE_PORT || to.port() == Wire.IKE_PORT;
        return Wire.decode(plain ? Wire.IKE_PORT : to.port(), withSpiFirst());
    }

    /** It reaches a role. */
    Event.Received received() {
        return new Event.Received(from, to, withSpiFirst());
    }

    private Octets withSpiFirst() {
        return protocol == AH && octets.length() >= BEFORE_AH_SPI ? octets.slice(BEFORE_AH_SPI, octets.length()) : octets;
    }
}
