package sfd.ike;

import java.util.List;
import sfd.octets.OctetReader;
import sfd.octets.OctetWriter;
import sfd.octets.Octets;
import sfd.octets.Ranges;

/**
 * Datagrams to values and back, fields in the order of the wire. Decoding is total: any octets give a value, never
 * an exception.
 *
 * <p>{@code port} is always our own UDP port, the one the datagram arrives at or leaves from; the peer's may be
 * anything behind a NAT. On 500 there is only IKE, without a marker. On 4500 and every other port IKE stands behind
 * four zero octets, to tell it from ESP (BASE-3.1-2). {@link Endpoint#NO_UDP} is ESP straight over IP; AH is not
 * decoded.
 */
public final class Wire {

    /** The UDP port on which IKE has no marker. */
    public static final int IKE_PORT = 500;

    /** The UDP port that IKE, ESP and NAT keepalives share. */
    public static final int NAT_PORT = 4500;

    private static final Octets NON_ESP_MARKER = Octets.of((byte) 0, (byte) 0, (byte) 0, (byte) 0);
    private static final Octets KEEPALIVE = Octets.of((byte) 0xFF);

    private static final int VERSION_2_0 = 0x20;
    private static final int MAJOR_VERSION = 2;
    private static final int FLAG_INITIATOR = 0x08;
    private static final int FLAG_RESPONSE = 0x20;

    private static final int ESP_HEADER_LENGTH = 8;
    private static final int LAST_RESERVED_SPI = 255;

    private Wire() {
    }

    /**
     * The octets of a datagram with this message.
     *
     * @param port our UDP port
     * @throws IllegalArgumentException for {@link Endpoint#NO_UDP}: IKE is never sent without UDP
     */
    public static Octets encode(int port, IkeMessage message) {
        return switch (port) {
            case Endpoint.NO_UDP -> throw new IllegalArgumentException("IKE needs a UDP port");
            case IKE_PORT -> encodeIke(message);
            // BASE-3.1-2: without the marker the peer takes SPI-I for a child SPI.
            default -> Octets.concat(NON_ESP_MARKER, encodeIke(message));
        };
    }

    /**
     * What a received datagram is.
     *
     * @param port our UDP port, or {@link Endpoint#NO_UDP}
     * @param datagram the UDP payload, or without UDP the IP payload
     */
    public static Incoming decode(int port, Octets datagram) {
        if (datagram.isEmpty()) {
            return new Incoming.Malformed(Reason.EMPTY);
        }
        return switch (port) {
            case Endpoint.NO_UDP -> decodeEsp(datagram);
            case IKE_PORT -> decodeIke(datagram);
            default -> decodeShared(datagram);
        };
    }

    /** The octets of a payload chain, such as the inside of an encrypted payload before padding. */
    public static Octets encodeChain(List<Payload> payloads) {
        return PayloadWire.encode(Payload.chain(payloads));
    }

    /** The type that announces the first of {@code payloads}, 0 for none: the field before {@link #encodeChain}. */
    public static int firstPayload(List<Payload> payloads) {
        return PayloadWire.firstType(payloads);
    }

    /**
     * The payloads of a chain, such as the opened inside of an encrypted payload with its padding removed.
     *
     * @param firstPayload type announced for the first payload, 0..255; 0 for an empty chain
     * @throws IllegalArgumentException for a type outside 0..255, whatever the octets
     */
    public static Chain decodeChain(int firstPayload, Octets octets) {
        Ranges.check("payload type", firstPayload, 0, 0xFF);
        return PayloadWire.decode(firstPayload, octets);
    }

    private static Incoming decodeShared(Octets datagram) {
        if (datagram.equals(KEEPALIVE)) {
            return new Incoming.Keepalive(); // BASE-2.23-1
        }
        int zeros = leadingZeros(datagram);
        if (zeros == datagram.length()) {
            return new Incoming.Malformed(Reason.SHORT_MARKER);
        }
        return zeros == NON_ESP_MARKER.length()
                ? decodeIke(datagram.slice(zeros, datagram.length()))
                : decodeEsp(datagram);
    }

    /** Number of zero octets at the front, up to the length of the marker. */
    private static int leadingZeros(Octets datagram) {
        int zeros = 0;
        while (zeros < Math.min(datagram.length(), NON_ESP_MARKER.length()) && datagram.at(zeros) == 0) {
            zeros++;
        }
        return zeros;
    }

    private static Incoming decodeEsp(Octets packet) {
        if (packet.length() < ESP_HEADER_LENGTH) {
            return new Incoming.Malformed(Reason.ESP_TOO_SHORT);
        }
        int spi = new OctetReader(packet).u32();
        // BASE-3.1-4: else noise would make us answer INVALID_SPI for an SPI that no SA can have.
        return Integer.compareUnsigned(spi, LAST_RESERVED_SPI) <= 0
                ? new Incoming.Malformed(Reason.RESERVED_ESP_SPI)
                : new Incoming.Esp(spi);
    }

    /** BASE-3.1-1. */
    private static Octets encodeIke(IkeMessage message) {
        IkeHeader header = message.header();
        Octets chain = encodeChain(message.payloads());
        return new OctetWriter()
                .u64(header.spis().initiator())
                .u64(header.spis().responder())
                .u8(firstPayload(message.payloads()))
                .u8(VERSION_2_0)
                .u8(header.exchange())
                // BASE-3.1-3: all other bits zero, the V flag too.
                .u8((header.initiator() ? FLAG_INITIATOR : 0) | (header.response() ? FLAG_RESPONSE : 0))
                .u32(header.messageId())
                .u32(IkeHeader.LENGTH + chain.length())
                .octets(chain)
                .toOctets();
    }

    private static Incoming decodeIke(Octets octets) {
        if (octets.length() < IkeHeader.LENGTH) {
            return new Incoming.Malformed(Reason.TOO_SHORT);
        }
        var in = new OctetReader(octets);
        // BASE-2.6-1: a zero SPI-I is not refused here, since an unprotected INVALID_SPI may have it (BASE-1.5-1),
        // nor a non-zero SPI-R in a first IKE_SA_INIT.
        var spis = new IkeSpis(in.u64(), in.u64());
        int firstPayload = in.u8();
        // BASE-3.1-3: before all that follows, for the layout of another major version is not ours to judge.
        if (in.u8() >>> 4 != MAJOR_VERSION) {
            return new Incoming.Malformed(Reason.MAJOR_VERSION);
        }
        int exchange = in.u8();
        int flags = in.u8();
        int messageId = in.u32();
        // BASE-3.1-4: exact, or octets that no check covers ride along behind the message.
        if (in.u32() != octets.length()) {
            return new Incoming.Malformed(Reason.LENGTH_MISMATCH);
        }
        var header = new IkeHeader(spis, exchange, (flags & FLAG_INITIATOR) != 0, (flags & FLAG_RESPONSE) != 0,
                messageId);
        return switch (decodeChain(firstPayload, in.rest())) {
            case Chain.Payloads chain -> new IkeMessage(header, chain.list());
            case Incoming.Malformed malformed -> malformed;
        };
    }
}
