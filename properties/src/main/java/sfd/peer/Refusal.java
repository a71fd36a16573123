package sfd.peer;

import java.util.List;
import java.util.Optional;
import sfd.ike.ExchangeTypes;
import sfd.ike.Framing;
import sfd.ike.IkeHeader;
import sfd.ike.IkeMessage;
import sfd.ike.Incoming;
import sfd.ike.NotifyTypes;
import sfd.ike.Payload;
import sfd.ike.Reason;
import sfd.ike.Wire;
import sfd.octets.Octets;
import sfd.sa.Event;
import sfd.session.Datagram;

/**
 * What the daemon says to two kinds of messages that it cannot read (RFC 7296, 2.5), so many in a tick: anybody can send
 * them, from any address.
 */
final class Refusal {

    private static final int MOST_IN_A_TICK = 100;

    private int sent;

    /** Of another major version, or with a critical payload that nobody knows: perhaps to be refused, not only dropped. */
    static boolean isDue(Incoming.Malformed malformed) {
        return malformed.reason() == Reason.MAJOR_VERSION || malformed.reason() == Reason.UNKNOWN_CRITICAL_PAYLOAD;
    }

    /** The answer, if one is due: to requests only, and of critical payloads to those of IKE_SA_INIT. */
    Optional<Datagram> to(Event.Received event, Incoming.Malformed malformed) {
        Framing framing = event.framing();
        if (!isDue(malformed) || sent == MOST_IN_A_TICK) {
            return Optional.empty();
        }
        IkeHeader header = Wire.header(event.datagram(), framing.marker());
        boolean version = malformed.reason() == Reason.MAJOR_VERSION;
        if (header.response() || version && !isHigher(event.datagram(), framing) || !version && header.exchange() != ExchangeTypes.IKE_SA_INIT) {
            return Optional.empty();
        }
        sent++;
        var notify = new Payload.Notify(0, Octets.EMPTY, version ? NotifyTypes.INVALID_MAJOR_VERSION : NotifyTypes.UNSUPPORTED_CRITICAL_PAYLOAD,
                version ? Octets.EMPTY : Octets.of((byte) malformed.payloadType()));
        return Optional.of(new Datagram(event.to(), event.from(), Wire.encode(framing, new IkeMessage(header.reply(), List.of(notify)))));
    }

    /** Than 2; of IKEv1 the text says nothing. */
    private static boolean isHigher(Octets datagram, Framing framing) {
        return datagram.at(framing.marker() + 17) >>> 4 > 2;
    }

    /** A tick later. */
    void ticked() {
        sent = 0;
    }
}
