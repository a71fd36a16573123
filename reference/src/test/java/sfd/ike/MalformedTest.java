package sfd.ike;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sfd.octets.Octets;

/**
 * The octets of every {@link Reason}, and their well-formed neighbours: BASE-3.1-2, BASE-3.1-3, BASE-3.1-4, BASE-3.2-1,
 * BASE-3.10-1, BASE-2.23-1.
 */
class MalformedTest {

    private static final String SPIS = "1111111111111111 2222222222222222";
    private static final String MARKER = "00000000";

    /** @param payloadType expected type of the payload at fault */
    record Case(Reason reason, int payloadType, int port, String hex) {
    }

    /** In place of a port. */
    private static final int AH = -1;

    static List<Case> cases() {
        return List.of(
                new Case(Reason.EMPTY, 0, 500, ""),
                new Case(Reason.EMPTY, 0, 4500, ""),
                new Case(Reason.EMPTY, 0, 0, ""),
                // 27 octets: the last of the length field is missing
                new Case(Reason.TOO_SHORT, 0, 500, SPIS + "00 20 25 08 00000000 000000"),
                new Case(Reason.TOO_SHORT, 0, 4500, MARKER + "01"),
                // on port 500 one octet 0xFF is no keepalive
                new Case(Reason.TOO_SHORT, 0, 500, "ff"),
                // IKEv1, and a version 3 whose length field would be wrong
                new Case(Reason.MAJOR_VERSION, 0, 500, SPIS + "00 10 25 08 00000000 0000001c"),
                new Case(Reason.MAJOR_VERSION, 0, 500, SPIS + "00 30 25 08 00000000 00000000"),
                new Case(Reason.LENGTH_MISMATCH, 0, 500, SPIS + "00 20 25 08 00000000 0000001b"),
                new Case(Reason.LENGTH_MISMATCH, 0, 500, SPIS + "00 20 25 08 00000000 0000001d"),
                // the marker does not count
                new Case(Reason.LENGTH_MISMATCH, 0, 4500, MARKER + SPIS + "00 20 25 08 00000000 00000020"),
                new Case(Reason.PAYLOAD_HEADER_TRUNCATED, 43, 500, SPIS + "2b 20 25 08 00000000 0000001c"),
                new Case(Reason.PAYLOAD_HEADER_TRUNCATED, 43, 500, SPIS + "2b 20 25 08 00000000 0000001f 000000"),
                new Case(Reason.PAYLOAD_LENGTH_BELOW_FOUR, 43, 500, SPIS + "2b 20 25 08 00000000 00000020 00000003"),
                new Case(Reason.PAYLOAD_LENGTH_BELOW_FOUR, 43, 500, SPIS + "2b 20 25 08 00000000 00000020 2b000000"),
                new Case(Reason.PAYLOAD_PAST_END, 43, 500, SPIS + "2b 20 25 08 00000000 00000020 00000005"),
                new Case(Reason.TRAILING_OCTETS, 0, 500, SPIS + "00 20 25 08 00000000 0000001d 00"),
                new Case(Reason.TRAILING_OCTETS, 0, 500, SPIS + "2b 20 25 08 00000000 00000024 00000004 00000004"),
                // behind SK (46) nothing can follow, whatever its next payload field says
                new Case(Reason.TRAILING_OCTETS, 0, 500,
                        SPIS + "2e 20 25 08 00000000 00000035 2b000015" + "00".repeat(17) + "00000004"),
                // no room for IV, padding length and integrity check (BASE-3.14-1)
                new Case(Reason.ENCRYPTED_TOO_SHORT, 46, 500, SPIS + "2e 20 25 08 00000000 00000020 00000004"),
                new Case(Reason.ENCRYPTED_TOO_SHORT, 46, 500, SPIS + "2e 20 25 08 00000000 00000030 00000014" + "00".repeat(16)),
                new Case(Reason.ENCRYPTED_TOO_SHORT, 53, 500, SPIS + "35 20 25 08 00000004 00000020 00000004"),
                new Case(Reason.ENCRYPTED_TOO_SHORT, 53, 500,
                        SPIS + "35 20 25 08 00000000 00000034 00000018 00010001" + "00".repeat(16)),
                // fragment 0 of 1, 1 of 0, 3 of 2 (BASE-7383.2.5-1)
                new Case(Reason.FRAGMENT_NUMBER, 53, 500, SPIS + "35 20 25 08 00000000 00000035 00000019 00000001" + "00".repeat(17)),
                new Case(Reason.FRAGMENT_NUMBER, 53, 500, SPIS + "35 20 25 08 00000000 00000035 00000019 00010000" + "00".repeat(17)),
                new Case(Reason.FRAGMENT_NUMBER, 53, 500, SPIS + "35 20 25 08 00000000 00000035 00000019 00030002" + "00".repeat(17)),
                new Case(Reason.UNKNOWN_CRITICAL_PAYLOAD, 200, 500, SPIS + "c8 20 25 08 00000000 00000020 00800004"),
                new Case(Reason.NOTIFY_TRUNCATED, 41, 500, SPIS + "29 20 25 08 00000000 00000023 00000007 010000"),
                new Case(Reason.NOTIFY_SPI_PAST_END, 41, 500,
                        SPIS + "29 20 25 08 00000000 00000025 00000009 03020000 ff"),
                new Case(Reason.SHORT_MARKER, 0, 4500, "00"),
                new Case(Reason.SHORT_MARKER, 0, 4500, "00000000"),
                new Case(Reason.ESP_TOO_SHORT, 0, 4500, "39fa7626 000000"),
                new Case(Reason.ESP_TOO_SHORT, 0, 4500, "fe"),
                new Case(Reason.ESP_TOO_SHORT, 0, 4500, "ffff"),
                new Case(Reason.ESP_TOO_SHORT, 0, 0, "ff"),
                new Case(Reason.RESERVED_SPI, 0, 4500, "00000001 00000001"),
                new Case(Reason.RESERVED_SPI, 0, 4500, "000000ff 00000001"),
                new Case(Reason.AH_TOO_SHORT, 0, AH, "04040000 39fa7626 000000"),
                new Case(Reason.RESERVED_SPI, 0, AH, "04040000 000000ff 00000001"),
                // without UDP there is no marker
                new Case(Reason.RESERVED_SPI, 0, 0, "00000000 00000001"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isMalformedFor(Case c) {
        assertEquals(new Incoming.Malformed(c.reason(), c.payloadType()), Wire.decode(c.port() == AH ? Framing.AH : Framings.of(c.port()), Octets.hex(c.hex())));
    }

    @Test
    void noReasonIsWithoutACase() {
        assertEquals(EnumSet.allOf(Reason.class), cases().stream().map(Case::reason).collect(Collectors.toSet()));
    }

    @Test
    void theShortestOfEachKindIsNot() {
        assertEquals(new Incoming.Keepalive(), Wire.decode(Framings.of(4500), Octets.hex("ff")));
        assertEquals(new Incoming.Esp(0x100), Wire.decode(Framings.of(4500), Octets.hex("00000100 00000001")));
        assertEquals(0xFFFFFFFFL, ((Incoming.Esp) Wire.decode(Framings.of(0), Octets.hex("ffffffff 00000001"))).unsignedSpi());
        var spis = new IkeSpis(0x1111111111111111L, 0x2222222222222222L);
        var empty = new IkeMessage(new IkeHeader(spis, 37, true, false, 0), List.of());
        assertEquals(empty, Wire.decode(Framings.of(500), Octets.hex(SPIS + "00 20 25 08 00000000 0000001c")));
        assertEquals(empty, Wire.decode(Framings.of(4500), Octets.hex(MARKER + SPIS + "00 20 25 08 00000000 0000001c")));
        assertInstanceOf(IkeMessage.class, Wire.decode(Framings.of(500),
                Octets.hex(SPIS + "2e 20 25 08 00000000 00000031 00000015" + "00".repeat(17))));
        assertInstanceOf(IkeMessage.class, Wire.decode(Framings.of(500),
                Octets.hex(SPIS + "35 20 25 08 00000000 00000035 00000019 ffffffff" + "00".repeat(17))));
    }

    /** RFC 4302: the SPI of AH stands behind four octets. */
    @Test
    void theSpiOfAhIsNotItsFirstOctets() {
        assertEquals(new Incoming.Ah(0x39fa7626), Wire.decode(Framing.AH, Octets.hex("04040000 39fa7626 00000001")));
    }

    /** BASE-3.1-2: port 500 at either end means that there is no marker, whatever the other one is. */
    @Test
    void thereIsNoMarkerWhereEitherPortIs500() {
        Octets plain = Octets.hex(SPIS + "00 20 25 08 00000000 0000001c");
        for (Framing framing : List.of(Framing.udp(500, 10500), Framing.udp(10500, 500), Framing.udp(500, 500))) {
            assertInstanceOf(IkeMessage.class, Wire.decode(framing, plain));
            assertEquals(plain, Wire.encode(framing, (IkeMessage) Wire.decode(framing, plain)));
        }
        assertEquals(Octets.concat(Octets.hex(MARKER), plain),
                Wire.encode(Framing.udp(4500, 10500), (IkeMessage) Wire.decode(Framing.IKE, plain)));
    }

    @Test
    void anyOtherPortSpeaksAs4500() {
        assertInstanceOf(IkeMessage.class,
                Wire.decode(Framings.of(10500), Octets.hex(MARKER + SPIS + "00 20 25 08 00000000 0000001c")));
        assertEquals(new Incoming.Esp(0x39fa7626), Wire.decode(Framings.of(65535), Octets.hex("39fa7626 00000001")));
    }

    /** Minor version 15, all flags: read as 2.0 with I and R. */
    @Test
    void ignoresMinorVersionAndOtherFlags() {
        assertEquals(new IkeMessage(new IkeHeader(IkeSpis.NONE, 37, true, true, -1), List.of()),
                Wire.decode(Framings.of(500), Octets.hex("0000000000000000 0000000000000000 00 2f 25 ff ffffffff 0000001c")));
    }

    /** An unknown type without the bit, a known one with it, reserved bits: none of them is a fault. */
    @Test
    void ignoresReservedBitsAndTheCriticalBitOfKnownTypes() {
        assertEquals(
                new Chain.Payloads(List.of(
                        new Payload.Other(200, Octets.hex("aa")),
                        new Payload.Notify(0, Octets.EMPTY, 9999, Octets.EMPTY),
                        new Payload.Encrypted(PayloadTypes.SKF, 33, Octets.hex("00020002" + "00".repeat(17))))),
                Wire.decodeChain(200, Octets.hex("297f0005aa 35ff0008 00 00 270f 21800019 00020002" + "00".repeat(17))));
    }

    @Test
    void theTypesOfRfc7296AndSkfAreUnderstood() {
        for (int type = 1; type <= 255; type++) {
            Chain chain = Wire.decodeChain(type, Octets.hex("00800019 00010001" + "00".repeat(17)));
            boolean understood = 33 <= type && type <= 48 || type == 53;
            assertEquals(understood, chain instanceof Chain.Payloads, "payload type " + type);
        }
    }

    @Test
    void anEmptyChainIsNoFault() {
        assertEquals(new Chain.Payloads(List.of()), Wire.decodeChain(0, Octets.EMPTY));
        assertEquals(0, Wire.firstPayload(List.of()));
        assertEquals(Octets.EMPTY, Wire.encodeChain(List.of()));
    }

    @Test
    void mistakesOfTheCallerAreTold() {
        for (int type : List.of(-1, 256)) {
            assertThrows(IllegalArgumentException.class,
                    () -> Wire.decodeChain(type, Octets.EMPTY));
        }
        var message = new IkeMessage(new IkeHeader(IkeSpis.NONE, 37, true, false, 0), List.of());
        assertThrows(IllegalArgumentException.class,
                () -> Wire.encode(Framings.of(Endpoint.NO_UDP), message));
    }
}
