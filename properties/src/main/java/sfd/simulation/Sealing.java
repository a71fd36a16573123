package sfd.simulation;

import java.util.List;
import java.util.stream.IntStream;
import sfd.ike.Framing;
import sfd.ike.IkeHeader;
import sfd.ike.IkeMessage;
import sfd.ike.Payload;
import sfd.ike.PayloadTypes;
import sfd.ike.Wire;
import sfd.octets.OctetWriter;
import sfd.octets.Octets;

/** The octets that all see of what is under protection: headers as they are, and as many octets of the rest as there would be. */
final class Sealing {

    private static final int LEAST = 32;
    private static final int BLOCK = 16;
    private static final int ESP_LENGTH = 64;

    /** Encrypted payloads by their length in blocks. */
    private static final List<List<Payload>> BODIES = IntStream.range(0, 64)
            .mapToObj(blocks -> List.<Payload>of(new Payload.Encrypted(PayloadTypes.SK, 0, Octets.of(new byte[LEAST + BLOCK * blocks]))))
            .toList();
    private static final Octets ESP_BODY = Octets.of(new byte[ESP_LENGTH]);

    private Sealing() {
    }

    static Octets of(Session session, Inside.Ike inside) {
        int length = 0;
        for (Payload payload : inside.payloads()) {
            length += payload.length();
        }
        var header = new IkeHeader(inside.spis(), inside.exchange(), session.initiator, inside.response(), inside.id());
        return Wire.encode(Framing.udp(session.here.port(), session.there.port()),
                new IkeMessage(header, BODIES.get(Math.min(BODIES.size() - 1, (length + BLOCK - 1) / BLOCK))));
    }

    static Octets esp(int spi, int sequence) {
        return new OctetWriter(ESP_LENGTH + 8).u32(spi).u32(sequence).octets(ESP_BODY).finish();
    }
}
