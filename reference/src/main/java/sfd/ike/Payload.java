package sfd.ike;

import java.util.ArrayList;
import java.util.List;
import sfd.octets.Octets;
import sfd.octets.Ranges;

/**
 * One payload without its generic header, whose fields follow from the chain (BASE-3.2-1). The critical bit is not
 * kept: for known types it means nothing, and an unknown type with it never becomes a payload.
 */
public sealed interface Payload {

    /** Length of the generic header in octets; the length field counts it. */
    int HEADER_LENGTH = 4;

    /** Largest value of the 2-octet length field. */
    int MAX_LENGTH = 0xFFFF;

    /** Payload type, 1..255, by which the field before announces this payload. */
    int payloadType();

    /** Length on the wire in octets, generic header included. */
    int length();

    /**
     * A notification of any type, known or not; whether its data is a legal token, cookie or SPI is decided where it
     * is used.
     *
     * @param protocol protocol ID, 0..255, sent as given: with an empty SPI it is zero (BASE-3.10-1), only for a
     *     token 1 (QCD-4.1-1), and receivers ignore it
     * @param spi 0..255 octets; none for the IKE SA
     * @param type notify type, 0..65535, see {@link NotifyTypes}
     * @param data notification data
     */
    record Notify(int protocol, Octets spi, int type, Octets data) implements Payload {

        /** Octets of the fields before the SPI, generic header included. */
        static final int FIXED_LENGTH = 8;

        /** @throws IllegalArgumentException for a value its field cannot hold */
        public Notify {
            Ranges.check("protocol ID", protocol, 0, 0xFF);
            Ranges.check("SPI size", spi.length(), 0, 0xFF);
            Ranges.check("notify type", type, 0, 0xFFFF);
            Ranges.check("payload length", FIXED_LENGTH + spi.length() + data.length(), 0, MAX_LENGTH);
        }

        @Override
        public int payloadType() {
            return PayloadTypes.NOTIFY;
        }

        @Override
        public int length() {
            return FIXED_LENGTH + spi.length() + data.length();
        }

        /** Without the data: a token that an IKE_AUTH message brought must not get into a log (QCD-9.1-2). */
        @Override
        public String toString() {
            return "N(%s, protocol %d, SPI %s, %d octets)"
                    .formatted(NotifyTypes.name(type), protocol, spi.isEmpty() ? "none" : spi, data.length());
        }
    }

    /**
     * An encrypted and authenticated payload; always the last of its chain.
     *
     * @param type {@link PayloadTypes#SK} or {@link PayloadTypes#SKF}
     * @param firstInside type of the first payload inside, 0..255: what its next-payload field says, since nothing
     *     follows it outside
     * @param body everything behind the generic header, unopened; of a fragment its number (2 octets) and how many there are
     *     (2) before the rest
     */
    record Encrypted(int type, int firstInside, Octets body) implements Payload {

        /** @throws IllegalArgumentException for another type or a value its field cannot hold */
        public Encrypted {
            if (!PayloadTypes.isEncrypted(type)) {
                throw new IllegalArgumentException("not an encrypted payload type: " + type);
            }
            Ranges.check("next payload", firstInside, 0, 0xFF);
            boolean whole = type == PayloadTypes.SK;
            Ranges.check("payload length", HEADER_LENGTH + body.length(),
                    HEADER_LENGTH + (whole ? 0 : FRAGMENT_FIELDS) + SHORTEST, MAX_LENGTH);
            if (!whole) {
                Ranges.check("fragment number", body.u16(0), 1, body.u16(Short.BYTES));
            }
        }

        /** Octets of an SKF before what an SK has: number (2) and total (2). */
        static final int FRAGMENT_FIELDS = 4;

        /**
         * The least that IV, ciphertext and integrity check can have in IKEv2 (BASE-3.14-1): with AES-GCM or AES-CCM and their
         * shortest tag, IV (8), the padding length alone (1), tag (8).
         */
        static final int SHORTEST = 17;

        /** Number of the fragment that it is, from 1 (RFC 7383); 0 for no fragment. */
        public int fragment() {
            return type == PayloadTypes.SKF ? body.u16(0) : 0;
        }

        /** Number of fragments that its message has; 0 for no fragment. */
        public int fragments() {
            return type == PayloadTypes.SKF ? body.u16(Short.BYTES) : 0;
        }

        /** IV, ciphertext and integrity check: the body without the fields of a fragment. */
        public Octets sealed() {
            return type == PayloadTypes.SKF ? body.slice(FRAGMENT_FIELDS, body.length()) : body;
        }

        @Override
        public int payloadType() {
            return type;
        }

        @Override
        public int length() {
            return HEADER_LENGTH + body.length();
        }
    }

    /**
     * Any other payload, opaque; of an unknown type it is to be skipped by whoever reads the list (BASE-3.2-1).
     *
     * @param type payload type, 1..255
     * @param body everything behind the generic header
     */
    record Other(int type, Octets body) implements Payload {

        /** @throws IllegalArgumentException for a type with a record of its own, or a value its field cannot hold */
        public Other {
            Ranges.check("payload type", type, 0, 0xFF);
            if (type == PayloadTypes.NONE || type == PayloadTypes.NOTIFY || PayloadTypes.isEncrypted(type)) {
                throw new IllegalArgumentException("not an opaque payload type: " + type);
            }
            Ranges.check("payload length", HEADER_LENGTH + body.length(), 0, MAX_LENGTH);
        }

        @Override
        public int payloadType() {
            return type;
        }

        @Override
        public int length() {
            return HEADER_LENGTH + body.length();
        }
    }

    /** The notifications of one type, in order. */
    static List<Notify> notifies(List<Payload> payloads, int type) {
        List<Notify> found = new ArrayList<>();
        for (Payload payload : payloads) {
            if (payload instanceof Notify notify && notify.type() == type) {
                found.add(notify);
            }
        }
        return List.copyOf(found);
    }

    /**
     * The given payloads as an immutable list.
     *
     * @throws IllegalArgumentException if anything follows an encrypted payload: its next-payload field names what is
     *     inside, so a receiver could not tell what follows
     */
    static List<Payload> chain(List<Payload> payloads) {
        for (int i = 0; i < payloads.size() - 1; i++) {
            if (payloads.get(i) instanceof Encrypted) {
                throw new IllegalArgumentException("a payload behind an encrypted one");
            }
        }
        return List.copyOf(payloads);
    }
}
