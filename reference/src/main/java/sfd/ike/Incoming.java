package sfd.ike;

/** What a received datagram is. Every string of octets is exactly one of these. */
public sealed interface Incoming permits Incoming.Keepalive, Incoming.Esp, Incoming.Ah, IkeMessage, Incoming.Malformed {

    /** A NAT keepalive, to be ignored (BASE-2.23-1). */
    record Keepalive() implements Incoming, Outline {
    }

    /**
     * An ESP packet; only its SPI matters here, the rest is not kept.
     *
     * @param spi child SPI, 4 octets; 2^31 and above are negative here
     */
    record Esp(int spi) implements Incoming, Outline {

        /** The SPI as a number, 256..2^32-1 when it was decoded. */
        public long unsignedSpi() {
            return Integer.toUnsignedLong(spi);
        }
    }

    /**
     * An AH packet; only its SPI matters here, the rest is not kept.
     *
     * @param spi child SPI, 4 octets; 2^31 and above are negative here
     */
    record Ah(int spi) implements Incoming, Outline {
    }

    /**
     * Octets that are none of the others: dropped and counted (BASE-3.1-4).
     *
     * @param reason what is wrong with them
     * @param payloadType type of the payload at fault, 0 where the fault lies outside the payloads. Needed to refuse
     *     an unknown critical payload, whose type the refusal names (BASE-3.2-1)
     */
    record Malformed(Reason reason, int payloadType) implements Incoming, Outline, Chain {

        /** A fault outside the payloads. */
        public Malformed(Reason reason) {
            this(reason, PayloadTypes.NONE);
        }
    }
}
