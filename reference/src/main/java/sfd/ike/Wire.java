package sfd.ike;

import java.util.List;
import sfd.octets.OctetWriter;
import sfd.octets.Octets;
import sfd.octets.Ranges;

/**
 * Datagrams to values and back, fields in the order of the wire. Decoding is total: any octets give a value, never
 * an exception. How a datagram is framed follows from what IP carries and from both ports (BASE-3.1-2): {@link Framing}.
 */
public final class Wire {

    /** The UDP port on which IKE has no marker. */
    public static final int IKE_PORT = 500;

    /** The UDP port that IKE, ESP and NAT keepalives share. */
    public static final int NAT_PORT = 4500;

    /** Length in octets of the marker, which is zero. */
    private static final int MARKER_LENGTH = 4;
    private static final int KEEPALIVE = 0xFF;

    private static final int VERSION_2_0 = 0x20;
    private static final int MAJOR_VERSION = 2;
    private static final int FLAG_INITIATOR = 0x08;
    private static final int FLAG_RESPONSE = 0x20;

    private static final int ESP_HEADER_LENGTH = 8;
    private static final int AH_FIXED_LENGTH = 12;
    private static final int AH_SPI = 4;
    private static final int LAST_RESERVED_SPI = 255;

    private Wire() {
    }

    /**
     * The octets of a datagram with this message.
     *
     * @throws IllegalArgumentException for ESP and AH: IKE is never sent without UDP
     */
    public static Octets encode(Framing framing, IkeMessage message) {
        var out = new OctetWriter(length(framing, message.payloads()));
        encode(framing, message, out);
        return out.finish();
    }

    /** Octets of a datagram with these payloads. */
    public static int length(Framing framing, List<Payload> payloads) {
        return framing.marker() + IkeHeader.LENGTH + PayloadWire.length(payloads);
    }

    /** The same into a buffer. */
    public static void encode(Framing framing, IkeMessage message, OctetWriter out) {
        if (framing == Framing.ESP || framing == Framing.AH) {
            throw new IllegalArgumentException("IKE needs a UDP port");
        }
        if (framing == Framing.SHARED) {
            out.u32(0); // BASE-3.1-2: without the marker the peer takes SPI-I for a child SPI.
        }
        int start = out.length();
        encodeHeader(message.header(), out);
        PayloadWire.encode(message.payloads(), out, start + FIRST_PAYLOAD);
        out.overwriteU32(start + LENGTH, out.length() - start);
    }

    /**
     * What a received datagram is.
     *
     * @param datagram the UDP payload, or without UDP the IP payload
     */
    public static Incoming decode(Framing framing, Octets datagram) {
        return switch (outline(framing, datagram)) {
            case Outline.Ike ike -> message(ike, datagram, framing.marker());
            case Incoming.Keepalive keepalive -> keepalive;
            case Incoming.Esp esp -> esp;
            case Incoming.Ah ah -> ah;
            case Incoming.Malformed malformed -> malformed;
        };
    }

    /** The same with the payloads checked, but not taken out. */
    public static Outline outline(Framing framing, Octets datagram) {
        if (datagram.isEmpty()) {
            return new Incoming.Malformed(Reason.EMPTY);
        }
        return switch (framing) {
            case ESP -> outlineEsp(datagram);
            case AH -> outlineAh(datagram);
            case IKE -> outlineIke(datagram, 0);
            case SHARED -> outlineShared(datagram);
        };
    }

    /** The octets of a payload chain, such as the inside of an encrypted payload before padding. */
    public static Octets encodeChain(List<Payload> payloads) {
        List<Payload> chain = Payload.chain(payloads);
        // Behind an octet for the type of the first one, which the caller writes elsewhere.
        var out = new OctetWriter(1 + PayloadWire.length(chain)).u8(PayloadTypes.NONE);
        PayloadWire.encode(chain, out, 0);
        Octets written = out.finish();
        return written.slice(1, written.length());
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
        long judged = PayloadWire.judge(firstPayload, octets, 0);
        return judged < 0 ? PayloadWire.malformed(judged)
                : new Chain.Payloads(PayloadWire.payloads(firstPayload, PayloadWire.count(judged), octets, 0));
    }

    private static Outline outlineShared(Octets datagram) {
        if (datagram.length() == 1 && datagram.at(0) == KEEPALIVE) {
            return new Incoming.Keepalive(); // BASE-2.23-1
        }
        if (datagram.length() > MARKER_LENGTH) {
            return datagram.u32(0) == 0 ? outlineIke(datagram, MARKER_LENGTH) : outlineEsp(datagram);
        }
        return isZero(datagram) ? new Incoming.Malformed(Reason.SHORT_MARKER) : outlineEsp(datagram);
    }

    private static boolean isZero(Octets octets) {
        int at = 0;
        while (at < octets.length() && octets.at(at) == 0) {
            at++;
        }
        return at == octets.length();
    }

    private static Outline outlineEsp(Octets packet) {
        if (packet.length() < ESP_HEADER_LENGTH) {
            return new Incoming.Malformed(Reason.ESP_TOO_SHORT);
        }
        int spi = packet.u32(0);
        // BASE-3.1-4: else noise would make us answer INVALID_SPI for an SPI that no SA can have.
        return isReserved(spi) ? new Incoming.Malformed(Reason.RESERVED_SPI) : new Incoming.Esp(spi);
    }

    /** BASE-4302.2-1: next header (1), length (1), reserved (2), SPI (4), sequence number (4), integrity check. */
    private static Outline outlineAh(Octets packet) {
        if (packet.length() < AH_FIXED_LENGTH) {
            return new Incoming.Malformed(Reason.AH_TOO_SHORT);
        }
        int spi = packet.u32(AH_SPI);
        return isReserved(spi) ? new Incoming.Malformed(Reason.RESERVED_SPI) : new Incoming.Ah(spi);
    }

    private static boolean isReserved(int spi) {
        return Integer.compareUnsigned(spi, LAST_RESERVED_SPI) <= 0;
    }

    // The header (BASE-3.1-1): its encoder, and where its decoders find what the encoder wrote.

    private static final int RESPONDER = 8;
    private static final int FIRST_PAYLOAD = 16;
    private static final int VERSION = 17;
    private static final int EXCHANGE = 18;
    private static final int FLAGS = 19;
    private static final int MESSAGE_ID = 20;
    private static final int LENGTH = 24;

    /** But for first payload and length, which the payloads tell. */
    private static void encodeHeader(IkeHeader header, OctetWriter out) {
        // BASE-3.1-3: all other bits zero, the V flag too.
        int flags = (header.initiator() ? FLAG_INITIATOR : 0) | (header.response() ? FLAG_RESPONSE : 0);
        header.spis().writeTo(out)
                .u32u32(VERSION_2_0 << 16 | header.exchange() << 8 | flags, header.messageId())
                .u32(IkeHeader.LENGTH);
    }

    /** Of the message that begins at {@code start}. */
    private static Outline outlineIke(Octets datagram, int start) {
        long judged = judgeIke(datagram, start);
        return judged < 0 ? PayloadWire.malformed(judged) :
                new Outline.Ike(header(datagram, start), PayloadWire.count(judged), PayloadWire.last(judged),
                        PayloadWire.fragment(judged));
    }

    /**
     * Judges the message that begins at {@code start}. BASE-2.6-1: a zero SPI-I is no fault, since an unprotected
     * INVALID_SPI may have it (BASE-1.5-1), nor is a non-zero SPI-R in a first IKE_SA_INIT.
     *
     * @return as {@link PayloadWire#judge}
     */
    private static long judgeIke(Octets datagram, int start) {
        int length = datagram.length() - start;
        if (length < IkeHeader.LENGTH) {
            return PayloadWire.fault(Reason.TOO_SHORT);
        }
        // BASE-3.1-3: before all that follows, for the layout of another major version is not ours to judge.
        if (datagram.at(start + VERSION) >>> 4 != MAJOR_VERSION) {
            return PayloadWire.fault(Reason.MAJOR_VERSION);
        }
        // BASE-3.1-4: exact, or octets that no check covers ride along behind the message.
        if (datagram.u32(start + LENGTH) != length) {
            return PayloadWire.fault(Reason.LENGTH_MISMATCH);
        }
        return PayloadWire.judge(datagram.at(start + FIRST_PAYLOAD), datagram, start + IkeHeader.LENGTH);
    }

    /** The header that begins at {@code start}; its 28 octets must be there, and nothing else of them is looked at. */
    public static IkeHeader header(Octets datagram, int start) {
        int flags = datagram.at(start + FLAGS);
        return new IkeHeader(new IkeSpis(datagram.u64(start), datagram.u64(start + RESPONDER)),
                datagram.at(start + EXCHANGE), (flags & FLAG_INITIATOR) != 0, (flags & FLAG_RESPONSE) != 0,
                datagram.u32(start + MESSAGE_ID));
    }

    private static IkeMessage message(Outline.Ike outline, Octets datagram, int start) {
        return new IkeMessage(outline.header(),
                PayloadWire.payloads(datagram.at(start + FIRST_PAYLOAD), outline.payloads(), datagram, start + IkeHeader.LENGTH));
    }
}
