package sfd.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sfd.ike.Payload;
import sfd.octets.OctetReader;
import sfd.octets.OctetWriter;
import sfd.octets.Octets;

/**
 * A Delete payload (RFC 7296, 3.11).
 *
 * @param protocol {@link Proposal#IKE}: the IKE SA that it came under; {@link Proposal#ESP}: child SAs
 * @param spis of the child SAs, those that the sender receives on; none for the IKE SA
 */
public record Delete(int protocol, List<Integer> spis) {

    private static final int FIXED_LENGTH = 4;

    public Delete {
        spis = List.copyOf(spis);
    }

    /** Of the IKE SA. */
    public static Delete ikeSa() {
        return new Delete(Proposal.IKE, List.of());
    }

    /** Of the child SA that the sender receives on with this SPI. */
    public static Delete child(int spi) {
        return new Delete(Proposal.ESP, List.of(spi));
    }

    public Payload payload() {
        var out = new OctetWriter().u8(protocol).u8(spis.isEmpty() ? 0 : Integer.BYTES).u16(spis.size());
        spis.forEach(out::u32);
        return new Payload.Other(Bodies.DELETE, out.finish());
    }

    /** All well-formed ones among the payloads, in order. */
    public static List<Delete> all(List<Payload> payloads) {
        var deletes = new ArrayList<Delete>();
        for (Payload payload : payloads) {
            if (payload instanceof Payload.Other other && other.type() == Bodies.DELETE) {
                decode(other.body()).ifPresent(deletes::add);
            }
        }
        return List.copyOf(deletes);
    }

    private static Optional<Delete> decode(Octets body) {
        if (body.length() < FIXED_LENGTH) {
            return Optional.empty();
        }
        var in = new OctetReader(body);
        int protocol = in.u8();
        int size = in.u8();
        int count = in.u16();
        if (size != (protocol == Proposal.IKE ? 0 : Integer.BYTES) || in.remaining() != size * count) {
            return Optional.empty();
        }
        var spis = new ArrayList<Integer>();
        while (in.remaining() > 0) {
            spis.add(in.u32());
        }
        return Optional.of(new Delete(protocol, spis));
    }
}
