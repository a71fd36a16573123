package sfd.ike;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import sfd.octets.OctetWriter;
import sfd.octets.Octets;

class WireProperties {

    private static final int MARKER_LENGTH = 4;

    @Property
    void messagesAreReadBack(@ForAll("udpPorts") int port, @ForAll("messages") IkeMessage message) {
        assertEquals(message, Wire.decode(Framings.of(port), Wire.encode(Framings.of(port), message)));
    }

    @Property
    void chainsAreReadBack(@ForAll("chains") List<Payload> payloads) {
        assertEquals(new Chain.Payloads(payloads),
                Wire.decodeChain(Wire.firstPayload(payloads), Wire.encodeChain(payloads)));
    }

    @Property
    void anyOctetsAreSomething(@ForAll("ports") int port, @ForAll byte[] any) {
        assertNotNull(Wire.decode(Framings.of(port), Octets.of(any)));
    }

    /** What decodes as a chain is, written again, the same chain of the same length: nothing that matters is lost. */
    @Property
    void chainsOfAnyOctetsAreSomethingAndStable(@ForAll("firstTypes") int first, @ForAll("nearlyChains") Octets any) {
        Chain decoded = Wire.decodeChain(first, any);
        Statistics.collect(decoded instanceof Chain.Payloads);
        Statistics.coverage(coverage -> coverage.check(true).percentage(share -> share > 5));
        if (decoded instanceof Chain.Payloads chain) {
            assertEquals(any.length(), Wire.encodeChain(chain.list()).length());
            assertEquals(chain, Wire.decodeChain(Wire.firstPayload(chain.list()), Wire.encodeChain(chain.list())));
        }
    }

    @Property
    void flippedBitsHarmNobody(@ForAll("udpPorts") int port, @ForAll("messages") IkeMessage message,
            @ForAll @IntRange(max = 100_000) int bit) {
        byte[] octets = Wire.encode(Framings.of(port), message).toArray();
        int at = bit / 8 % octets.length;
        octets[at] ^= (byte) (1 << bit % 8);
        readAgain(port, Octets.of(octets));
    }

    @Property
    void foreignOctetsHarmNobody(@ForAll("udpPorts") int port, @ForAll("messages") IkeMessage message,
            @ForAll @IntRange(max = 100_000) int place, @ForAll byte octet) {
        byte[] octets = Wire.encode(Framings.of(port), message).toArray();
        octets[place % octets.length] = octet;
        readAgain(port, Octets.of(octets));
    }

    @Property
    void noPartOfAMessageIsAMessage(@ForAll("udpPorts") int port, @ForAll("messages") IkeMessage message,
            @ForAll @IntRange(max = 100_000) int cut) {
        Octets whole = Wire.encode(Framings.of(port), message);
        int length = cut % whole.length();
        int ike = port == Wire.IKE_PORT ? length : length - MARKER_LENGTH;
        Reason expected;
        if (length == 0) {
            expected = Reason.EMPTY;
        } else if (ike <= 0 && port != Wire.IKE_PORT) {
            expected = Reason.SHORT_MARKER;
        } else if (ike < IkeHeader.LENGTH) {
            // zeros behind the marker are the beginning of a zero SPI-I
            expected = Reason.TOO_SHORT;
        } else {
            expected = Reason.LENGTH_MISMATCH;
        }
        assertEquals(new Incoming.Malformed(expected), Wire.decode(Framings.of(port), whole.slice(0, length)));
    }

    @Property
    void noMessageWithMoreBehindItIsAMessage(@ForAll("udpPorts") int port, @ForAll("messages") IkeMessage message,
            @ForAll byte more) {
        Octets longer = Octets.concat(Wire.encode(Framings.of(port), message), Octets.of(more));
        assertEquals(new Incoming.Malformed(Reason.LENGTH_MISMATCH), Wire.decode(Framings.of(port), longer));
    }

    @Property
    void everyWrongLengthFieldIsSeen(@ForAll("udpPorts") int port, @ForAll("messages") IkeMessage message,
            @ForAll int field) {
        byte[] octets = Wire.encode(Framings.of(port), message).toArray();
        int marker = port == Wire.IKE_PORT ? 0 : MARKER_LENGTH;
        if (field != octets.length - marker) {
            ByteBuffer.wrap(octets).putInt(marker + 24, field);
            assertEquals(new Incoming.Malformed(Reason.LENGTH_MISMATCH), Wire.decode(Framings.of(port), Octets.of(octets)));
        }
    }

    @Property
    void espIsKnownByItsFirstFourOctets(@ForAll int spi, @ForAll int sequence) {
        Octets packet = new OctetWriter().u32(spi).u32(sequence).toOctets();
        boolean reserved = Integer.toUnsignedLong(spi) < 256;
        assertEquals(reserved ? new Incoming.Malformed(Reason.RESERVED_SPI) : new Incoming.Esp(spi),
                Wire.decode(Framings.of(Endpoint.NO_UDP), packet));
        if (spi != 0) {
            assertEquals(Wire.decode(Framings.of(Endpoint.NO_UDP), packet), Wire.decode(Framings.of(Wire.NAT_PORT), packet));
        }
    }

    private static void readAgain(int port, Octets octets) {
        if (Wire.decode(Framings.of(port), octets) instanceof IkeMessage read) {
            assertEquals(read, Wire.decode(Framings.of(port), Wire.encode(Framings.of(port), read)));
        }
    }

    @Provide
    Arbitrary<Integer> udpPorts() {
        return Arbitraries.of(Wire.IKE_PORT, Wire.NAT_PORT);
    }

    @Provide
    Arbitrary<Integer> ports() {
        return Arbitraries.of(Endpoint.NO_UDP, Wire.IKE_PORT, Wire.NAT_PORT, 12345);
    }

    @Provide
    Arbitrary<IkeMessage> messages() {
        Arbitrary<IkeSpis> spis = Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(IkeSpis::new);
        Arbitrary<Boolean> flag = Arbitraries.of(true, false);
        Arbitrary<IkeHeader> headers = Combinators
                .combine(spis, Arbitraries.integers().between(0, 255), flag, flag, Arbitraries.integers())
                .as(IkeHeader::new);
        return Combinators.combine(headers, chains()).as(IkeMessage::new);
    }

    @Provide
    Arbitrary<List<Payload>> chains() {
        Arbitrary<List<Payload>> open = Arbitraries.oneOf(notifies(), others()).list().ofMaxSize(5);
        return Combinators.combine(open, encrypted().optional()).as((payloads, end) -> {
            var all = new ArrayList<>(payloads);
            end.ifPresent(all::add);
            return all;
        });
    }

    @Provide
    Arbitrary<Integer> firstTypes() {
        return Arbitraries.oneOf(Arbitraries.of(0, 33, 41, 46, 53), Arbitraries.integers().between(0, 255));
    }

    /** Octets that often make a chain: types and flags of interest, lengths that are mostly right. */
    @Provide
    Arbitrary<Octets> nearlyChains() {
        return Combinators.combine(
                Arbitraries.of(0, 0, 0, 33, 41, 43, 46, 53, 200),
                Arbitraries.of(0, 0x7F, 0x80),
                Arbitraries.frequency(Tuple.of(9, 0), Tuple.of(1, -1), Tuple.of(1, 1), Tuple.of(1, 256)),
                Arbitraries.oneOf(octets(8), octets(8).map(it -> Octets.concat(Octets.hex("00010001" + "00".repeat(17)), it))))
                .as((next, flags, error, body) -> new OctetWriter().u8(next).u8(flags)
                        .u16(Math.max(0, Payload.HEADER_LENGTH + body.length() + error)).octets(body).toOctets())
                .list().ofMaxSize(3).map(parts -> Octets.concat(parts.toArray(Octets[]::new)));
    }

    private static Arbitrary<Payload> notifies() {
        Arbitrary<Integer> types = Arbitraries.oneOf(
                Arbitraries.of(NotifyTypes.INVALID_IKE_SPI, NotifyTypes.QUICK_CRASH_DETECTION, NotifyTypes.CHECK_SPI),
                Arbitraries.integers().between(0, 0xFFFF));
        return Combinators.combine(Arbitraries.integers().between(0, 255), octets(255), types, octets(200))
                .as(Payload.Notify::new);
    }

    private static Arbitrary<Payload> others() {
        Arbitrary<Integer> types = Arbitraries.integers().between(1, 255)
                .filter(type -> type != PayloadTypes.NOTIFY && !PayloadTypes.isEncrypted(type));
        return Combinators.combine(types, octets(200)).as(Payload.Other::new);
    }

    private static Arbitrary<Payload> encrypted() {
        Arbitrary<Octets> inside = Combinators.combine(Arbitraries.bytes().array(byte[].class).ofSize(17).map(Octets::of), octets(200))
                .as((first, more) -> Octets.concat(first, more));
        Arbitrary<Octets> fragments = Combinators.combine(Arbitraries.integers().between(1, 9),
                Arbitraries.integers().between(0, 9), inside).as((number, more, rest) -> Octets.concat(
                        Octets.hex("%04x%04x".formatted(number, number + more)), rest));
        Arbitrary<Integer> first = Arbitraries.integers().between(0, 255);
        return Arbitraries.oneOf(
                Combinators.combine(first, inside).as((type, body) -> new Payload.Encrypted(PayloadTypes.SK, type, body)),
                Combinators.combine(first, fragments).as((type, body) -> new Payload.Encrypted(PayloadTypes.SKF, type, body)));
    }

    private static Arbitrary<Octets> octets(int max) {
        return Arbitraries.bytes().array(byte[].class).ofMaxSize(max).map(Octets::of);
    }
}
