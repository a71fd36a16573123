package sfd.packet;

import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import sfd.ike.IkeMessage;
import sfd.ike.Incoming;
import sfd.ike.Payload;
import sfd.sa.Event;
import sfd.sa.IkeSa;
import sfd.sa.SaTable;

/**
 * An encrypted packet about an IKE SA that the gateway has.
 *
 * @param verified the event that it is, if it verifies; of what is inside nothing is known
 * @param complete all of a message has come with it: of one in fragments it is the last (RFC 7383, 2.6)
 */
record Encrypted(IkeSa sa, Event verified, boolean complete) {

    /** The packet as one, if it is one. */
    static Optional<Encrypted> in(Packet packet, SaTable sas) {
        return switch (packet.decoded()) {
            case IkeMessage it when isEncrypted(it) -> sas.get(it.header().spis()).map(sa -> new Encrypted(sa,
                    new Event.Protected(sa.spis(), it.header().exchange(), it.header().response(), List.of()),
                    isLast(it.payloads().getLast())));
            case Incoming.Esp it -> ofChild(it.spi(), sas);
            case Incoming.Ah it -> ofChild(it.spi(), sas);
            default -> Optional.empty();
        };
    }

    private static Optional<Encrypted> ofChild(int spi, SaTable sas) {
        return StreamSupport.stream(sas.ownersOfInbound(spi).spliterator(), false).findFirst()
                .flatMap(sas::get).map(sa -> new Encrypted(sa, new Event.ProtectedEsp(spi), true));
    }

    private static boolean isEncrypted(IkeMessage message) {
        return !message.payloads().isEmpty() && message.payloads().getLast() instanceof Payload.Encrypted;
    }

    private static boolean isLast(Payload payload) {
        return payload instanceof Payload.Encrypted it && it.fragment() == it.fragments();
    }

    /** With NAT the port may be another one. */
    boolean isFromPeer(Packet packet) {
        return packet.from().address().equals(sa.peer().address());
    }
}
