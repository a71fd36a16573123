package sfd.traces.capture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What frames carry: link layers, IPv4 and IPv6, UDP, and all that does not fit. */
class CarriedTest {

    private static final byte[] PAYLOAD = {7, 8, 9};
    private static final byte[] IPV4 = Written.ipv4(1, 0, 17, Written.udp(500, 4500, PAYLOAD));
    private static final byte[] FROM6 = Written.bigEndian().hex("20010db8000000000000000000000001").all();
    private static final byte[] TO6 = Written.bigEndian().hex("20010db8000000000000000000000002").all();

    private static Carried carried(int link, byte[] frame) {
        return Carried.by(new Frame.Captured(1, Optional.empty(), link, frame));
    }

    private static Carried raw(byte[] packet) {
        return carried(101, packet);
    }

    private static byte[] ipv6(int next, byte[] behind) {
        return Written.bigEndian().u32(6L << 28).u16(behind.length).u8(next, 64).octets(FROM6).octets(TO6).octets(behind).all();
    }

    private static void assertUdp(Carried carried) {
        var packet = assertInstanceOf(Carried.Packet.class, carried, carried::toString);
        assertEquals(17, packet.protocol());
        assertEquals(500, packet.fromPort());
        assertEquals(4500, packet.toPort());
        assertArrayEquals(PAYLOAD, packet.payload());
        assertEquals(PAYLOAD.length, packet.length());
        assertFalse(packet.isCutShort());
    }

    private static void assertBroken(String reason, Carried carried) {
        assertEquals(new Carried.Broken(reason), carried);
    }

    @ParameterizedTest
    @CsvSource({
        "101, ''", "228, ''", "229, ''",
        "1,   020000000001020000000002 0800",
        "1,   020000000001020000000002 8100 0064 0800",
        "1,   020000000001020000000002 88a8 0001 8100 0064 0800",
        "113, 0000 0001 0006 0200000000010000 0800",
        "113, 0000 0001 0006 0200000000010000 8100 0064 0800",
        "276, 0800 0000 00000002 0001 00 06 0200000000010000",
        "0,   02000000", "0, 00000002", "108, 00000002",
    })
    void linkLayers(int link, String before) {
        assertUdp(carried(link, Written.bigEndian().hex(before).octets(IPV4).all()));
    }

    /** Ethernet's least length leaves zeroes behind a short packet. */
    @Test
    void whatIsBehindAPacketIsNoneOfIt() {
        assertUdp(carried(1, Arrays.copyOf(Written.ethernet(IPV4), 60)));
        var esp = (Carried.Packet) carried(1, Arrays.copyOf(Written.ethernet(Written.ipv4(1, 0, 50, PAYLOAD)), 60));
        assertArrayEquals(PAYLOAD, esp.payload());
    }

    @ParameterizedTest
    @ValueSource(strings = {"18000000", "1c000000", "1e000000", "0a000000"})
    void familiesOfIpv6(String family) {
        assertUdp(carried(0, Written.bigEndian().hex(family).octets(ipv6(17, Written.udp(500, 4500, PAYLOAD))).all()));
    }

    @Test
    void othersAreNamed() {
        byte[] arp = Written.bigEndian().hex("020000000001020000000002 0806 0001").all();
        assertEquals(new Carried.Other(), carried(1, arp));
        assertEquals(new Carried.Other(), raw(Written.ipv4(1, 0, 6, new byte[20])));
        assertEquals(new Carried.Other(), carried(0, new byte[] {7, 0, 0, 0, 1}));
        assertEquals(new Carried.Other(), raw(ipv6(59, new byte[0])));
        assertBroken("frames of link type 105 are not read here", carried(105, arp));
    }

    @Test
    void espAndAh() {
        for (int protocol : new int[] {50, 51}) {
            var packet = assertInstanceOf(Carried.Packet.class, raw(Written.ipv4(1, 0, protocol, PAYLOAD)));
            assertEquals(protocol, packet.protocol());
            assertArrayEquals(PAYLOAD, packet.payload());
            assertEquals(0, packet.fromPort());
        }
    }

    @Test
    void optionsOfIpv4() {
        byte[] udp = Written.udp(500, 4500, PAYLOAD);
        assertUdp(raw(Written.bigEndian().u8(0x46, 0).u16(24 + udp.length, 1, 0x4000).u8(64, 17).u16(0)
                .u8(192, 0, 2, 1, 192, 0, 2, 2).u32(0x01010100).octets(udp).all()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x2000, 0x0001, 0x2001, 0x1FFF})
    void fragments(int field) {
        assertInstanceOf(Carried.Fragment.class, raw(Written.ipv4(1, field, 17, Written.udp(500, 4500, PAYLOAD))));
        byte[] header = Written.bigEndian().u8(17, 0).u16(field == 0x2000 ? 1 : 8).u32(1).octets(PAYLOAD).all();
        assertInstanceOf(Carried.Fragment.class, raw(ipv6(44, header)));
    }

    /** Hop by hop, routing, destination, and a fragment header, reserved bits set, of a packet that is whole. */
    @Test
    void extensionHeadersOfIpv6() {
        byte[] udp = Written.udp(500, 4500, PAYLOAD);
        assertUdp(raw(ipv6(17, udp)));
        assertUdp(raw(ipv6(0, Written.bigEndian().u8(43, 0, 0, 0, 0, 0, 0, 0).u8(60, 1).octets(new byte[14])
                .u8(44, 0, 0, 0, 0, 0, 0, 0).u8(17, 0, 0, 6, 0, 0, 0, 1).octets(udp).all())));
        assertBroken("an IPv6 extension header is longer than its packet",
                raw(ipv6(60, Written.bigEndian().u8(17, 200).octets(new byte[40]).all())));
    }

    @Test
    void cutShort() {
        byte[] frame = Arrays.copyOf(IPV4, IPV4.length - 2);
        var packet = assertInstanceOf(Carried.Packet.class, raw(frame));
        assertTrue(packet.isCutShort());
        assertArrayEquals(new byte[] {7}, packet.payload());
        assertEquals(3, packet.length());
    }

    @Test
    void wrongLengths() {
        assertBroken("the frame ends within its IP header", raw(new byte[0]));
        assertBroken("the frame ends within its IP header", raw(Arrays.copyOf(IPV4, 19)));
        assertBroken("the frame ends within its UDP header", raw(Arrays.copyOf(IPV4, 24)));
        assertBroken("the frame ends within its link layer", carried(1, new byte[13]));
        assertBroken("its IP header has neither version 4 nor 6", raw(new byte[20]));
        assertBroken("its IP header says that it is shorter than 20 octets", raw(with(0, 0x44)));
        assertBroken("its IP header is longer than the packet that it says", raw(with(3, 19)));
        assertBroken("its UDP header says 12 octets, and the IP packet has 11", raw(with(25, 12)));
        assertBroken("its UDP header says 7 octets, and the IP packet has 11", raw(with(25, 7)));
        assertUdp(raw(with(25, 0)));
        assertUdp(raw(with(3, 0)));
    }

    private static byte[] with(int at, int value) {
        byte[] changed = IPV4.clone();
        changed[at] = (byte) value;
        return changed;
    }

    /** Tags without end are no reason to go ever deeper. */
    @Test
    void tagsWithoutEnd() {
        byte[] tags = new byte[Capture.LONGEST];
        for (int i = 12; i + 1 < tags.length; i += 4) {
            tags[i] = (byte) 0x81;
        }
        assertBroken("the frame ends within its IP header", carried(1, tags));
    }
}
