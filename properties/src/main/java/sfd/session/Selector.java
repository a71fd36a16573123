package sfd.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sfd.ike.Address;
import sfd.ike.Payload;
import sfd.octets.OctetReader;
import sfd.octets.OctetWriter;
import sfd.octets.Octets;
import sfd.octets.Ranges;

/**
 * One traffic selector: a range of addresses and ports (RFC 7296, 3.13.1).
 *
 * @param protocol IP protocol, 0 for all
 * @param firstPort 0..65535
 * @param lastPort 0..65535
 * @param first the first address
 * @param last the last one, of the same family
 */
public record Selector(int protocol, int firstPort, int lastPort, Address first, Address last) {

    private static final int IPV4_RANGE = 7;
    private static final int IPV6_RANGE = 8;
    private static final int FIXED_LENGTH = 8;
    private static final int ANY_PORT = 0xFFFF;

    /** @throws IllegalArgumentException for a value its field cannot hold, or addresses of two families */
    public Selector {
        Ranges.check("protocol", protocol, 0, 0xFF);
        Ranges.check("port", firstPort, 0, ANY_PORT);
        Ranges.check("port", lastPort, 0, ANY_PORT);
        Ranges.check("octets of the last address", last.octets().length(), first.octets().length(), first.octets().length());
    }

    /** All traffic of these addresses. */
    public static Selector range(Address first, Address last) {
        return new Selector(0, 0, ANY_PORT, first, last);
    }

    /** All traffic of one address. */
    public static Selector host(Address address) {
        return range(address, address);
    }

    /**
     * The payload of these selectors.
     *
     * @param payloadType {@link Bodies#TS_INITIATOR} or {@link Bodies#TS_RESPONDER}
     * @throws IllegalArgumentException for none, or more than 255
     */
    static Payload payload(int payloadType, List<Selector> selectors) {
        Ranges.check("number of traffic selectors", selectors.size(), 1, 0xFF);
        var out = new OctetWriter().u32(selectors.size() << 24);
        selectors.forEach(it -> it.writeTo(out));
        return new Payload.Other(payloadType, out.finish());
    }

    private void writeTo(OctetWriter out) {
        int address = first.octets().length();
        out.u8(address == Address.IPV4 ? IPV4_RANGE : IPV6_RANGE).u8(protocol).u16(FIXED_LENGTH + 2 * address)
                .u16(firstPort).u16(lastPort).octets(first.octets()).octets(last.octets());
    }

    /** The selectors of a payload, one or more, those of other types left out; none if its lengths or counts do not agree. */
    static Optional<List<Selector>> decode(Octets body) {
        var in = new OctetReader(body);
        if (in.remaining() < Integer.BYTES) {
            return Optional.empty();
        }
        int count = in.u8();
        in.take(3);
        var selectors = new ArrayList<Selector>();
        for (int i = 0; i < count; i++) {
            if (in.remaining() < FIXED_LENGTH) {
                return Optional.empty();
            }
            int type = in.u8();
            int protocol = in.u8();
            int left = in.u16() - Integer.BYTES;
            if (left < Integer.BYTES || left > in.remaining()) {
                return Optional.empty();
            }
            one(type, protocol, new OctetReader(in.take(left))).ifPresent(selectors::add);
        }
        return in.remaining() == 0 && !selectors.isEmpty() ? Optional.of(List.copyOf(selectors)) : Optional.empty();
    }

    private static Optional<Selector> one(int type, int protocol, OctetReader in) {
        int length = type == IPV4_RANGE ? Address.IPV4 : type == IPV6_RANGE ? Address.IPV6 : 0;
        if (length == 0 || in.remaining() != Integer.BYTES + 2 * length) {
            return Optional.empty();
        }
        int firstPort = in.u16();
        int lastPort = in.u16();
        Address first = new Address(in.take(length));
        Address last = new Address(in.take(length));
        // An IPv4 address written as IPv6 has become IPv4, and would be another range.
        return first.octets().length() == length && last.octets().length() == length
                ? Optional.of(new Selector(protocol, firstPort, lastPort, first, last)) : Optional.empty();
    }

    /** What both cover, if anything. */
    private Optional<Selector> and(Selector other) {
        if (first.octets().length() != other.first.octets().length()
                || protocol != 0 && other.protocol != 0 && protocol != other.protocol) {
            return Optional.empty();
        }
        var both = new Selector(Math.max(protocol, other.protocol), Math.max(firstPort, other.firstPort),
                Math.min(lastPort, other.lastPort), first.compareTo(other.first) >= 0 ? first : other.first,
                last.compareTo(other.last) <= 0 ? last : other.last);
        return both.first.compareTo(both.last) <= 0 && both.firstPort <= both.lastPort ? Optional.of(both) : Optional.empty();
    }

    /** What of an offer is in ours as well (RFC 7296, 2.9); empty for nothing. */
    static List<Selector> narrowed(List<Selector> offered, List<Selector> ours) {
        return offered.stream().flatMap(it -> ours.stream().flatMap(our -> it.and(our).stream())).distinct().limit(0xFF).toList();
    }

    /** True if an answer goes nowhere beyond the offer. */
    static boolean within(List<Selector> answer, List<Selector> offered) {
        return answer.stream().allMatch(it -> offered.stream().anyMatch(offer -> it.and(offer).equals(Optional.of(it))));
    }

    /** {@code 192.0.2.0-192.0.2.255}, then protocol and ports if they are not all. */
    @Override
    public String toString() {
        return first + "-" + last + (protocol == 0 && firstPort == 0 && lastPort == ANY_PORT ? ""
                : ", protocol " + protocol + ", ports " + firstPort + "-" + lastPort);
    }
}
