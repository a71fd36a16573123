package sfd.packet;

import sfd.ike.Endpoint;
import sfd.ike.Incoming;
import sfd.ike.IpProtocol;
import sfd.ike.Wire;
import sfd.octets.Octets;
import sfd.sa.Event;

/**
 * What came from one end to another.
 *
 * @param from with port 0 outside UDP
 * @param octets the UDP payload, or without UDP the IP payload
 */
record Packet(Endpoint from, Endpoint to, IpProtocol protocol, Octets octets) {

    /** The packet of an event. */
    static Packet of(Event.Received it) {
        return new Packet(it.from(), it.to(), it.protocol(), it.datagram());
    }

    /** What it is. */
    Incoming decoded() {
        return Wire.decode(received().framing(), octets);
    }

    /** It reaches a role. */
    Event.Received received() {
        return new Event.Received(from, to, protocol, octets);
    }
}
