package sfd.bench;

import java.util.List;
import java.util.function.Function;
import sfd.ike.Address;
import sfd.ike.Endpoint;
import sfd.ike.Framing;
import sfd.ike.ExchangeTypes;
import sfd.ike.IkeHeader;
import sfd.ike.IkeMessage;
import sfd.ike.IkeSpis;
import sfd.ike.NotifyTypes;
import sfd.ike.Payload;
import sfd.ike.PayloadTypes;
import sfd.ike.Wire;
import sfd.octets.Octets;

/** Datagrams on port 4500 to measure with, each about another IKE SA; the rulers get the same octets. */
final class Datagrams {

    static final int PORT = Wire.NAT_PORT;
    static final Framing FRAMING = Framing.udp(PORT, PORT);
    /** So few that they stay in the cache, as what has just been received is. */
    static final int COUNT = 64;
    static final Endpoint ALICE = new Endpoint(Address.parse("192.0.2.1"), PORT);
    static final Endpoint BOB = new Endpoint(Address.parse("198.51.100.7"), PORT);

    private Datagrams() {
    }

    /** What a maker answers: INVALID_IKE_SPI and one token, 80 octets. */
    static List<IkeMessage> answers() {
        return all(spis -> new IkeMessage(new IkeHeader(spis, ExchangeTypes.INFORMATIONAL, false, true, 2), List.of(
                new Payload.Notify(0, Octets.EMPTY, NotifyTypes.INVALID_IKE_SPI, Octets.EMPTY),
                new Payload.Notify(1, Octets.EMPTY, NotifyTypes.QUICK_CRASH_DETECTION,
                        Octets.concat(spis.octets(), spis.octets())))));
    }

    /** A liveness check under an IKE SA that is lost: an encrypted payload, 80 octets. */
    static List<IkeMessage> requests() {
        return all(spis -> new IkeMessage(new IkeHeader(spis, ExchangeTypes.INFORMATIONAL, true, false, 2), List.of(
                new Payload.Encrypted(PayloadTypes.SK, PayloadTypes.NONE,
                        Octets.concat(spis.octets(), spis.octets(), spis.octets().slice(0, 12))))));
    }

    private static List<IkeMessage> all(Function<IkeSpis, IkeMessage> message) {
        return Sas.pairs(COUNT, 3).stream().map(message).toList();
    }

    static Octets[] octets(List<IkeMessage> messages) {
        return messages.stream().map(message -> Wire.encode(FRAMING, message)).toArray(Octets[]::new);
    }

    /** Gives the rulers these datagrams, which all have the same length. */
    static void toRulers(Octets[] datagrams) {
        Rulers.datagrams(Octets.concat(datagrams).toArray(), datagrams[0].length());
    }
}
