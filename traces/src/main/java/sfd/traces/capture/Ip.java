package sfd.traces.capture;

/** IPv4 and IPv6 with its extension headers, up to what they carry. */
final class Ip {

    private static final int UDP = 17;
    private static final int ESP = 50;
    private static final int AH = 51;

    private static final int HOP_BY_HOP = 0;
    private static final int ROUTING = 43;
    private static final int FRAGMENT = 44;
    private static final int DESTINATION = 60;

    private static final int IPV6_HEADER = 40;
    private static final int UDP_HEADER = 8;

    private Ip() {
    }

    static Carried carried(Part packet) throws BrokenException {
        return switch (packet.u8(0) >> 4) {
            case 4 -> ipv4(packet);
            case 6 -> ipv6(packet);
            default -> throw new BrokenException("its IP header has neither version 4 nor 6");
        };
    }

    private static Carried ipv4(Part packet) throws BrokenException {
        int header = (packet.u8(0) & 0xF) * 4;
        if (header < 20) {
            throw new BrokenException("its IP header says that it is shorter than 20 octets");
        }
        byte[] from = packet.copy(12, 4);
        byte[] to = packet.copy(16, 4);
        int total = packet.u16(2);
        Part behind = packet.behind(header, "IP packet");
        // Zero where a network card was to cut the packet up: then it is as long as it was captured.
        int length = total == 0 ? behind.length() : total - header;
        if (length < 0) {
            throw new BrokenException("its IP header is longer than the packet that it says");
        }
        // More fragments, or not the first one.
        if ((packet.u16(6) & 0x3FFF) != 0) {
            return new Carried.Fragment(from, to);
        }
        return carried(from, to, packet.u8(9), behind.atMost(length), length);
    }

    private static Carried ipv6(Part packet) throws BrokenException {
        byte[] from = packet.copy(8, 16);
        byte[] to = packet.copy(24, 16);
        int total = packet.u16(4);
        Part behind = packet.behind(IPV6_HEADER, "IPv6 extension header");
        int length = total == 0 ? behind.length() : total;
        behind = behind.atMost(length);
        int next = packet.u8(6);
        while (next == HOP_BY_HOP || next == ROUTING || next == DESTINATION || next == FRAGMENT) {
            // All but the offset of 13 bits and the flag for more: a whole packet may have this header too.
            if (next == FRAGMENT && (behind.u16(2) & 0xFFF9) != 0) {
                return new Carried.Fragment(from, to);
            }
            int header = next == FRAGMENT ? 8 : (behind.u8(1) + 1) * 8;
            if (header > length) {
                throw new BrokenException("an IPv6 extension header is longer than its packet");
            }
            next = behind.u8(0);
            behind = behind.behind(header, "IPv6 extension header");
            length -= header;
        }
        return carried(from, to, next, behind, length);
    }

    /** @param length that the packet says to have behind its headers, of which {@code behind} is what was captured */
    private static Carried carried(byte[] from, byte[] to, int protocol, Part behind, int length) throws BrokenException {
        return switch (protocol) {
            case UDP -> udp(from, to, behind.behind(0, "UDP header"), length);
            case ESP, AH -> new Carried.Packet(from, to, protocol, 0, 0, behind.all(), length);
            default -> new Carried.Other();
        };
    }

    private static Carried udp(byte[] from, byte[] to, Part datagram, int length) throws BrokenException {
        int said = datagram.u16(4);
        Part payload = datagram.behind(UDP_HEADER, "UDP datagram");
        // Zero as in IPv4.
        int own = said == 0 ? length : said;
        if (own < UDP_HEADER || own > length) {
            throw new BrokenException("its UDP header says " + own + " octets, and the IP packet has " + length);
        }
        return new Carried.Packet(from, to, UDP, datagram.u16(0), datagram.u16(2),
                payload.atMost(own - UDP_HEADER).all(), own - UDP_HEADER);
    }
}
