package sfd.session;

import java.util.Optional;
import sfd.ike.IkeHeader;
import sfd.ike.IkeMessage;
import sfd.ike.Wire;

/**
 * A datagram that came and is an IKE message.
 *
 * @param datagram as it came
 * @param message its header and outer payloads
 */
record Arrival(Datagram datagram, IkeMessage message) {

    static Optional<Arrival> of(Datagram datagram) {
        return Wire.decode(datagram.framing(), datagram.octets()) instanceof IkeMessage message
                ? Optional.of(new Arrival(datagram, message)) : Optional.empty();
    }

    IkeHeader header() {
        return message.header();
    }

    boolean is(int exchange, boolean response, int messageId) {
        return header().exchange() == exchange && header().response() == response && header().messageId() == messageId;
    }
}
