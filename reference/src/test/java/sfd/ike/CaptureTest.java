package sfd.ike;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sfd.octets.Octets;

/** The datagrams of two real peers, one of which crashes, are what the README beside them says. */
class CaptureTest {

    private static final Path FILE =
            Path.of(System.getProperty("project.root"), "traces", "captures", "strongswan-dpd", "datagrams.tsv");

    private static final IkeSpis FIRST_SPIS = new IkeSpis(0x4d7cbbaf52dcbd5cL, 0);
    private static final IkeSpis SPIS = new IkeSpis(0x4d7cbbaf52dcbd5cL, 0xdd9539a8d8608b1dL);

    /** @param port UDP port the datagram arrived at */
    record Datagram(int port, Octets octets) {
        static Datagram of(String[] fields) {
            return new Datagram(Integer.parseInt(fields[3].split(":")[1]), Octets.hex(fields[4]));
        }
    }

    private static TreeMap<Integer, Datagram> frames;

    @BeforeAll
    static void read() throws IOException {
        frames = Files.readAllLines(FILE).stream().skip(1).map(line -> line.split("\t")).collect(Collectors.toMap(
                fields -> Integer.valueOf(fields[0]), Datagram::of, (one, other) -> one, TreeMap::new));
    }

    @Test
    void framesAreCompleteButForFifteenAndSeventeen() {
        assertEquals(Set.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 16, 18), frames.keySet());
    }

    @Test
    void oneAndTwoOpenTheIkeSaOnPort500() {
        assertEquals(500, frames.get(1).port());
        assertEquals(new IkeHeader(FIRST_SPIS, ExchangeTypes.IKE_SA_INIT, true, false, 0), message(1).header());
        assertEquals("SA KE Ni, Nr N N N N N", types(1));
        assertEquals(List.of(16388, 16389, 16430, 16431, 16406), notifyTypes(1));
        assertEquals(new IkeHeader(SPIS, ExchangeTypes.IKE_SA_INIT, false, true, 0), message(2).header());
        assertEquals("SA KE Ni, Nr N N N N N N", types(2));
        assertEquals(List.of(16388, 16389, 16430, 16431, 16418, 16404), notifyTypes(2));
    }

    /** The first payload inside: IDi (35) of the initiator, IDr (36) of the responder. */
    @Test
    void threeAndFourAuthenticateBehindTheMarker() {
        assertEquals(4500, frames.get(3).port());
        assertEquals(new IkeHeader(SPIS, ExchangeTypes.IKE_AUTH, true, false, 1), message(3).header());
        assertEquals(35, encrypted(3).firstInside());
        assertEquals(272, encrypted(3).body().length());
        assertEquals(new IkeHeader(SPIS, ExchangeTypes.IKE_AUTH, false, true, 1), message(4).header());
        assertEquals(36, encrypted(4).firstInside());
        assertEquals(224, encrypted(4).body().length());
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 6, 7, 8, 9, 10})
    void fiveToTenAreEsp(int frame) {
        assertEquals(new Incoming.Esp(frame % 2 == 1 ? 0x37bb1d26 : 0x39fa7626), decode(frame));
    }

    @ParameterizedTest
    @ValueSource(ints = {11, 12, 13, 14, 16, 18})
    void theRestIsOneLivenessCheckAndItsRepetitions(int frame) {
        assertEquals(new IkeHeader(SPIS, ExchangeTypes.INFORMATIONAL, true, false, 2), message(frame).header());
        assertTrue(message(frame).endsEncrypted());
        assertEquals(new Payload.Encrypted(PayloadTypes.SK, PayloadTypes.NONE, encrypted(frame).body()),
                message(frame).payloads().getFirst());
        assertEquals(frames.get(11), frames.get(frame));
    }

    /** strongSwan sets none of the bits that are ignored, so not one octet may change. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 11})
    void writtenAgainTheyAreTheSameOctets(int frame) {
        Datagram datagram = frames.get(frame);
        assertEquals(datagram.octets(), Wire.encode(Framings.of(datagram.port()), message(frame)));
    }

    /**
     * BASE-3.1-3, BASE-3.2-1: with every bit set that is ignored on receipt, the octets still mean the same and are written
     * without them.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 11})
    void bitsIgnoredByRuleAreNotWrittenAgain(int frame) {
        Datagram datagram = frames.get(frame);
        byte[] noisy = datagram.octets().toArray();
        int start = datagram.port() == 500 ? 0 : 4;
        noisy[start + 17] |= 0x0F;
        noisy[start + 19] |= (byte) 0xD7;
        for (int at = start + IkeHeader.LENGTH; at < noisy.length; at += lengthAt(datagram.octets(), at)) {
            noisy[at + 1] = (byte) 0xFF;
        }
        assertNotEquals(datagram.octets(), Octets.of(noisy));
        var read = (IkeMessage) Wire.decode(Framings.of(datagram.port()), Octets.of(noisy));
        assertEquals(message(frame), read);
        assertEquals(datagram.octets(), Wire.encode(Framings.of(datagram.port()), read));
    }

    private static int lengthAt(Octets octets, int payload) {
        return octets.at(payload + 2) << 8 | octets.at(payload + 3);
    }

    private static Incoming decode(int frame) {
        return Wire.decode(Framings.of(frames.get(frame).port()), frames.get(frame).octets());
    }

    private static IkeMessage message(int frame) {
        return (IkeMessage) decode(frame);
    }

    private static Payload.Encrypted encrypted(int frame) {
        return (Payload.Encrypted) message(frame).payloads().getLast();
    }

    private static String types(int frame) {
        return message(frame).payloads().stream()
                .map(payload -> PayloadTypes.name(payload.payloadType()))
                .collect(Collectors.joining(" "));
    }

    private static List<Integer> notifyTypes(int frame) {
        return message(frame).payloads().stream()
                .filter(Payload.Notify.class::isInstance)
                .map(payload -> ((Payload.Notify) payload).type())
                .toList();
    }
}
