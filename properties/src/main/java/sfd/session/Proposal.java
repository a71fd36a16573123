package sfd.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import sfd.ike.Payload;
import sfd.ike.PayloadTypes;
import sfd.octets.OctetReader;
import sfd.octets.OctetWriter;
import sfd.octets.Octets;
import sfd.octets.Ranges;

/**
 * One proposal of an SA payload (RFC 7296, 3.3.1).
 *
 * @param number counts from 1 in an offer; an answer has that of the proposal chosen
 * @param protocol {@link #IKE} or {@link #ESP}, or what else a peer wrote
 * @param spi of the sender: none in IKE_SA_INIT, 8 octets for a rekeyed IKE SA, 4 for ESP
 * @param transforms in order
 */
public record Proposal(int number, int protocol, Octets spi, List<Transform> transforms) {

    public static final int IKE = 1;
    public static final int ESP = 3;

    private static final int FIXED_LENGTH = 8;

    /** @throws IllegalArgumentException for a value its field cannot hold */
    public Proposal {
        Ranges.check("proposal number", number, 0, 0xFF);
        Ranges.check("protocol", protocol, 0, 0xFF);
        Ranges.check("SPI size", spi.length(), 0, 0xFF);
        Ranges.check("number of transforms", transforms.size(), 0, 0xFF);
        transforms = List.copyOf(transforms);
    }

    /** The SA payload of these proposals. */
    public static Payload encode(List<Proposal> proposals) {
        var out = new OctetWriter();
        for (int i = 0; i < proposals.size(); i++) {
            proposals.get(i).writeTo(out, i == proposals.size() - 1);
        }
        return new Payload.Other(PayloadTypes.SA, out.finish());
    }

    private void writeTo(OctetWriter out, boolean last) {
        int length = FIXED_LENGTH + spi.length() + transforms.stream().mapToInt(Transform::length).sum();
        out.u8(last ? 0 : 2).u8(0).u16(length).u8(number).u8(protocol).u8(spi.length()).u8(transforms.size()).octets(spi);
        for (int i = 0; i < transforms.size(); i++) {
            transforms.get(i).writeTo(out, i == transforms.size() - 1);
        }
    }

    /** The proposals of an SA payload, one or more; none if its lengths or counts do not agree. */
    public static Optional<List<Proposal>> decode(Octets body) {
        var proposals = new ArrayList<Proposal>();
        var in = new OctetReader(body);
        boolean more = true;
        while (more) {
            if (in.remaining() < FIXED_LENGTH) {
                return Optional.empty();
            }
            more = in.u8() == 2;
            in.u8();
            int length = in.u16() - Integer.BYTES;
            if (length < FIXED_LENGTH - Integer.BYTES || length > in.remaining()) {
                return Optional.empty();
            }
            Optional<Proposal> proposal = one(new OctetReader(in.take(length)));
            if (proposal.isEmpty()) {
                return Optional.empty();
            }
            proposals.add(proposal.get());
        }
        return in.remaining() == 0 ? Optional.of(List.copyOf(proposals)) : Optional.empty();
    }

    /** From the number on. */
    private static Optional<Proposal> one(OctetReader in) {
        int number = in.u8();
        int protocol = in.u8();
        int spiSize = in.u8();
        int count = in.u8();
        if (spiSize > in.remaining()) {
            return Optional.empty();
        }
        Octets spi = in.take(spiSize);
        var transforms = new ArrayList<Transform>();
        for (int i = 0; i < count; i++) {
            if (in.remaining() < FIXED_LENGTH) {
                return Optional.empty();
            }
            int start = in.u16();
            int length = in.u16();
            if (length < FIXED_LENGTH || length - Integer.BYTES > in.remaining()) {
                return Optional.empty();
            }
            var whole = new OctetWriter(length).u16(start).u16(length).octets(in.take(length - Integer.BYTES));
            transforms.add(Transform.of(whole.finish()));
        }
        return in.remaining() == 0 ? Optional.of(new Proposal(number, protocol, spi, transforms)) : Optional.empty();
    }

    /** The IDs offered for a type, in order, those that stand for nothing left out. */
    List<Integer> ids(int type) {
        return transforms.stream().filter(it -> it.type() == type && !it.isNone()).map(Transform::id).toList();
    }

    /** The types of which something must be chosen: those without a "none" among their transforms. */
    Set<Integer> demandedTypes() {
        Set<Integer> optional = transforms.stream().filter(Transform::isNone).map(Transform::type).collect(Collectors.toSet());
        return transforms.stream().map(Transform::type).filter(it -> !optional.contains(it)).collect(Collectors.toSet());
    }
}
