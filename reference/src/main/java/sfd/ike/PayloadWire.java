package sfd.ike;

import java.util.List;
import sfd.octets.OctetWriter;
import sfd.octets.Octets;

/**
 * Payload chains to octets and back, fields in the order of the wire. A chain is first judged from end to end, and only
 * then taken apart: what is not well-formed never becomes a payload, and judging makes nothing.
 */
final class PayloadWire {

    /** Where the critical bit is in the four octets of a generic header, as one number. */
    private static final int CRITICAL = 0x80_0000;

    // Where the fields of a payload are, from its first octet.
    private static final int NEXT = 0;
    private static final int LENGTH = 2;
    private static final int NOTIFY_FIELDS = 4;
    private static final int NOTIFY_SPI_SIZE = 5;

    // A chain without fault as one number: type of the last payload, 16 bits for the fragment, then the count.
    private static final int FRAGMENT = Byte.SIZE;
    private static final int COUNT = FRAGMENT + Short.SIZE;

    private static final List<Reason> REASONS = List.of(Reason.values());

    private PayloadWire() {
    }

    /** Type announced for the first of {@code payloads}, 0 for none. */
    static int firstType(List<Payload> payloads) {
        return payloads.isEmpty() ? PayloadTypes.NONE : payloads.getFirst().payloadType();
    }

    /** Length of the chain in octets. */
    static int length(List<Payload> payloads) {
        int length = 0;
        for (int i = 0; i < payloads.size(); i++) {
            length += payloads.get(i).length();
        }
        return length;
    }

    /**
     * Writes the chain. Each payload's type stands in a field of what comes before it (BASE-3.2-1).
     *
     * @param announced where the type of the first one goes, among what was written already
     */
    static void encode(List<Payload> payloads, OctetWriter out, int announced) {
        int field = announced;
        int count = payloads.size();
        for (int i = 0; i < count; i++) {
            int here = out.length();
            switch (payloads.get(i)) {
                case Payload.Notify notify -> {
                    out.overwriteU8(field, PayloadTypes.NOTIFY);
                    encodeNotify(notify, out);
                }
                case Payload.Encrypted encrypted -> {
                    out.overwriteU8(field, encrypted.type());
                    encodeGeneric(encrypted.firstInside(), encrypted.length(), out);
                    out.octets(encrypted.body());
                }
                case Payload.Other other -> {
                    out.overwriteU8(field, other.type());
                    encodeGeneric(PayloadTypes.NONE, other.length(), out);
                    out.octets(other.body());
                }
            }
            field = here;
        }
    }

    /** BASE-3.2-1, BASE-2.5-1: critical bit and reserved bits go out zero, or an older peer refuses us. */
    private static void encodeGeneric(int next, int length, OctetWriter out) {
        out.u32(next << 24 | length);
    }

    /** BASE-3.10-1, its generic header with nothing in it but the length. */
    private static void encodeNotify(Payload.Notify notify, OctetWriter out) {
        out.u32u32(notify.length(), notify.protocol() << 24 | notify.spi().length() << 16 | notify.type())
                .octets(notify.spi()).octets(notify.data());
    }

    /**
     * Judges the chain that reaches from {@code from} to the end.
     *
     * @return number of payloads and type of the last one, see {@link #count} and {@link #last}; below 0 a fault, see
     *     {@link #malformed}
     */
    static long judge(int firstType, Octets octets, int from) {
        int type = firstType;
        int last = PayloadTypes.NONE;
        int fragment = 0;
        int count = 0;
        int at = from;
        while (type != PayloadTypes.NONE) {
            int left = octets.length() - at;
            if (left < Payload.HEADER_LENGTH) {
                return fault(Reason.PAYLOAD_HEADER_TRUNCATED, type);
            }
            int generic = octets.u32(at); // BASE-3.2-1: next payload, flags, length
            int length = generic & 0xFFFF;
            // BASE-3.1-4: a length below 4 would make the reader stand still or go back.
            if (length < Payload.HEADER_LENGTH) {
                return fault(Reason.PAYLOAD_LENGTH_BELOW_FOUR, type);
            }
            if (length > left) {
                return fault(Reason.PAYLOAD_PAST_END, type);
            }
            // BASE-3.2-1: only for unknown types; another one with the bit would otherwise cost us a good message.
            if ((generic & CRITICAL) != 0 && !PayloadTypes.isUnderstood(type)) {
                return fault(Reason.UNKNOWN_CRITICAL_PAYLOAD, type);
            }
            if (type == PayloadTypes.NOTIFY) {
                if (length < Payload.Notify.FIXED_LENGTH) {
                    return fault(Reason.NOTIFY_TRUNCATED, type);
                }
                if (octets.at(at + NOTIFY_SPI_SIZE) > length - Payload.Notify.FIXED_LENGTH) {
                    return fault(Reason.NOTIFY_SPI_PAST_END, type);
                }
            }
            if (PayloadTypes.isEncrypted(type)) {
                boolean whole = type == PayloadTypes.SK;
                // BASE-3.14-1: what has no room for an integrity check was never under one.
                if (length < Payload.HEADER_LENGTH + (whole ? 0 : Payload.Encrypted.FRAGMENT_FIELDS)
                        + Payload.Encrypted.SHORTEST) {
                    return fault(Reason.ENCRYPTED_TOO_SHORT, type);
                }
                if (!whole) {
                    fragment = octets.u16(at + Payload.HEADER_LENGTH);
                    // BASE-7383.2.5-1: numbers count from 1 up to the total.
                    if (fragment == 0 || fragment > octets.u16(at + Payload.HEADER_LENGTH + Short.BYTES)) {
                        return fault(Reason.FRAGMENT_NUMBER, type);
                    }
                }
            }
            last = type;
            count++;
            // BASE-1.5-6: an encrypted payload ends the chain; its next-payload field speaks of the inside.
            type = PayloadTypes.isEncrypted(type) ? PayloadTypes.NONE : generic >>> 24;
            at += length;
        }
        if (at != octets.length()) {
            return fault(Reason.TRAILING_OCTETS);
        }
        return (long) count << COUNT | fragment << FRAGMENT | last;
    }

    /** A fault outside the payloads. */
    static long fault(Reason reason) {
        return fault(reason, PayloadTypes.NONE);
    }

    private static long fault(Reason reason, int type) {
        return ~((long) reason.ordinal() << Byte.SIZE | type);
    }

    /** The value of a fault. */
    static Incoming.Malformed malformed(long fault) {
        return new Incoming.Malformed(REASONS.get((int) (~fault >>> Byte.SIZE)), (int) ~fault & 0xFF);
    }

    /** Number of payloads in a chain without fault. */
    static int count(long judged) {
        return (int) (judged >>> COUNT);
    }

    /** Number of the fragment that a chain without fault is, 0 for none. */
    static int fragment(long judged) {
        return (int) (judged >>> FRAGMENT) & 0xFFFF;
    }

    /** Type of the last payload of a chain without fault, 0 for none. */
    static int last(long judged) {
        return (int) judged & 0xFF;
    }

    /** The payloads of a chain in which {@link #judge} found no fault, and so many. */
    static List<Payload> payloads(int firstType, int count, Octets octets, int from) {
        if (count == 2) { // A hint and its token, without the array that is filled and then copied.
            int second = end(octets, from);
            return List.of(payload(firstType, octets, from, second),
                    payload(octets.at(from + NEXT), octets, second, end(octets, second)));
        }
        Payload[] payloads = new Payload[count];
        int type = firstType;
        int at = from;
        for (int i = 0; i < payloads.length; i++) {
            int end = end(octets, at);
            payloads[i] = payload(type, octets, at, end);
            type = octets.at(at + NEXT);
            at = end;
        }
        return List.of(payloads);
    }

    private static int end(Octets octets, int at) {
        return at + octets.u16(at + LENGTH);
    }

    private static Payload payload(int type, Octets octets, int at, int end) {
        return switch (type) {
            case PayloadTypes.NOTIFY -> decodeNotify(octets, at, end);
            case PayloadTypes.SK, PayloadTypes.SKF ->
                    new Payload.Encrypted(type, octets.at(at + NEXT), body(octets, at, end));
            default -> new Payload.Other(type, body(octets, at, end));
        };
    }

    private static Octets body(Octets octets, int at, int end) {
        return octets.slice(at + Payload.HEADER_LENGTH, end);
    }

    private static Payload.Notify decodeNotify(Octets octets, int at, int end) {
        int fields = octets.u32(at + NOTIFY_FIELDS); // BASE-3.10-1: protocol, SPI size, type
        int spi = at + Payload.Notify.FIXED_LENGTH;
        int data = spi + (fields >>> 16 & 0xFF);
        return new Payload.Notify(fields >>> 24, octets.slice(spi, data), fields & 0xFFFF, octets.slice(data, end));
    }
}
