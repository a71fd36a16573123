package sfd.session;

import sfd.ike.Address;
import sfd.octets.OctetWriter;
import sfd.octets.Octets;

/** ICMP echo in IPv4: traffic for a child SA. */
final class Echo {

    static final int REQUEST = 8;
    static final int REPLY = 0;

    private static final int ICMP = 20;

    private Echo() {
    }

    /** A packet with 32 octets of data. */
    static Octets packet(int type, Address from, Address to, int number) {
        return packet(from, to, new OctetWriter().u8(type).u8(0).u16(0).u16(0x5FD).u16(number).octets(Octets.of(new byte[32])).finish());
    }

    private static Octets packet(Address from, Address to, Octets icmp) {
        var header = new OctetWriter().u16(0x4500).u16(ICMP + icmp.length()).u32(0).u8(64).u8(1).u16(0)
                .octets(from.octets()).octets(to.octets()).finish();
        return Octets.concat(summed(header, 10), summed(icmp, 2));
    }

    /** The reply to a request, with the data of the request. */
    static Octets reply(Octets request) {
        Octets icmp = request.slice(ICMP, request.length());
        return packet(new Address(request.slice(16, 20)), new Address(request.slice(12, 16)),
                Octets.concat(Octets.of((byte) REPLY, (byte) 0, (byte) 0, (byte) 0), icmp.slice(4, icmp.length())));
    }

    static boolean is(Octets packet, int type) {
        return packet.length() >= ICMP + 8 && packet.at(0) == 0x45 && packet.at(9) == 1 && packet.at(ICMP) == type;
    }

    private static Octets summed(Octets octets, int at) {
        int sum = 0;
        for (int i = 0; i < octets.length(); i += 2) {
            sum += octets.u16(i);
        }
        sum = (sum & 0xFFFF) + (sum >>> 16);
        sum = ~(sum + (sum >>> 16)) & 0xFFFF;
        return Octets.concat(octets.slice(0, at), new OctetWriter().u16(sum).finish(), octets.slice(at + 2, octets.length()));
    }
}
