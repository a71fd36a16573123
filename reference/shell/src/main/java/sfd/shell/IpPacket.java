package sfd.shell;

import java.nio.ByteBuffer;
import sfd.ike.Address;
import sfd.ike.Endpoint;
import sfd.octets.Octets;

/** A datagram as a packet from IP on, for a capture: with checksums that hold, so that nothing in it looks broken. */
final class IpPacket {

    private static final int UDP = 17;
    private static final int UDP_HEADER = 8;
    private static final int IPV4_HEADER = 20;
    private static final int IPV6_HEADER = 40;
    private static final int HOPS = 64;

    private IpPacket() {
    }

    /** The two ends are of one kind, IPv4 or IPv6. */
    static byte[] udp(Endpoint from, Endpoint to, Octets datagram) {
        byte[] source = from.address().octets().toArray();
        byte[] destination = to.address().octets().toArray();
        byte[] udp = ByteBuffer.allocate(UDP_HEADER + datagram.length())
                .putShort((short) from.port()).putShort((short) to.port())
                .putShort((short) (UDP_HEADER + datagram.length())).putShort((short) 0)
                .put(datagram.toArray()).array();
        int sum = sum(udp) + sum(source) + sum(destination) + UDP + udp.length;
        int checksum = folded(sum);
        // None is sent as zero, which says that there is none.
        ByteBuffer.wrap(udp).putShort(6, (short) (checksum == 0 ? 0xFFFF : checksum));
        return source.length == Address.IPV4 ? ipv4(source, destination, udp) : ipv6(source, destination, udp);
    }

    private static byte[] ipv4(byte[] source, byte[] destination, byte[] udp) {
        byte[] header = ByteBuffer.allocate(IPV4_HEADER).put((byte) 0x45).put((byte) 0)
                .putShort((short) (IPV4_HEADER + udp.length)).putInt(0).put((byte) HOPS).put((byte) UDP)
                .putShort((short) 0).put(source).put(destination).array();
        ByteBuffer.wrap(header).putShort(10, (short) folded(sum(header)));
        return ByteBuffer.allocate(IPV4_HEADER + udp.length).put(header).put(udp).array();
    }

    private static byte[] ipv6(byte[] source, byte[] destination, byte[] udp) {
        return ByteBuffer.allocate(IPV6_HEADER + udp.length).putInt(6 << 28).putShort((short) udp.length).put((byte) UDP)
                .put((byte) HOPS).put(source).put(destination).put(udp).array();
    }

    /** Of 16-bit words, the last one filled with a zero octet: small enough for an int, for a packet is. */
    private static int sum(byte[] octets) {
        int sum = 0;
        for (int i = 0; i < octets.length; i++) {
            sum += (octets[i] & 0xFF) << (i % 2 == 0 ? 8 : 0);
        }
        return sum;
    }

    /** RFC 1071: carries come back in, and all bits are turned. */
    private static int folded(int sum) {
        int folded = (sum & 0xFFFF) + (sum >>> 16);
        return ~((folded & 0xFFFF) + (folded >>> 16)) & 0xFFFF;
    }
}
