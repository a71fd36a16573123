package sfd.probe;

import java.util.List;
import java.util.Optional;
import sfd.ike.IkeMessage;
import sfd.ike.Payload;
import sfd.ike.Wire;
import sfd.sa.Event;

/**
 * A datagram that came.
 *
 * @param message the IKE message that it is, if so
 * @param inside the payloads that it has under protection, if it verified under an IKE SA of this case
 * @param ownRequest it verified, and is a request of the peer's own
 */
record Came(Event.Received datagram, Optional<IkeMessage> message, Optional<List<Payload>> inside, boolean ownRequest) {

    static Came inTheClear(Event.Received datagram) {
        return new Came(datagram, Wire.decode(datagram.framing(), datagram.datagram()) instanceof IkeMessage it ? Optional.of(it)
                : Optional.empty(), Optional.empty(), false);
    }

    Came verified(List<Payload> payloads, boolean request) {
        return new Came(datagram, message, Optional.of(payloads), request);
    }

    /** What is in it, under protection if it verified. */
    List<Payload> payloads() {
        return inside.orElseGet(() -> message.map(IkeMessage::payloads).orElse(List.of()));
    }
}
