package sfd.ike;

/**
 * Why octets are no message: the closed list. Whoever receives such octets drops and counts them; none of these
 * faults changes any SA.
 */
public enum Reason {
    EMPTY("BASE-3.1-4", "a datagram without octets"),
    TOO_SHORT("BASE-3.1-4", "fewer octets than the 28 of the IKE header"),
    MAJOR_VERSION("BASE-3.1-3", "a major version other than 2"),
    LENGTH_MISMATCH("BASE-3.1-4", "the length field differs from the octets received"),
    PAYLOAD_HEADER_TRUNCATED("BASE-3.1-4", "a payload is announced, but fewer than 4 octets are left"),
    PAYLOAD_LENGTH_BELOW_FOUR("BASE-3.1-4", "a payload length that does not even count its own header"),
    PAYLOAD_PAST_END("BASE-3.1-4", "a payload longer than what is left"),
    TRAILING_OCTETS("BASE-3.1-4", "octets behind the end of the payload chain"),
    UNKNOWN_CRITICAL_PAYLOAD("BASE-3.2-1", "an unknown payload type with the critical bit"),
    NOTIFY_TRUNCATED("BASE-3.10-1", "a notify payload of fewer than 8 octets, its header counted"),
    NOTIFY_SPI_PAST_END("BASE-3.10-1", "a notify SPI longer than what is left of its payload"),
    SHORT_MARKER("BASE-3.1-2", "one to four zero octets and nothing more: a non-ESP marker without a message"),
    ESP_TOO_SHORT("BASE-3.1-4", "fewer octets than the 8 of ESP's SPI and sequence number"),
    AH_TOO_SHORT("BASE-3.1-4", "fewer octets than the 12 of AH before its integrity check"),
    RESERVED_SPI("BASE-3.1-4", "an SPI of 0 to 255 in ESP or AH"),
    ENCRYPTED_TOO_SHORT("BASE-3.14-1", "an encrypted payload without room for IV, padding length and integrity check"),
    FRAGMENT_NUMBER("BASE-7383.2.5-1", "a fragment whose number or total is zero, or whose number is above the total");

    private final String clause;
    private final String explanation;

    Reason(String clause, String explanation) {
        this.clause = clause;
        this.explanation = explanation;
    }

    /** Id of the clause that calls it malformed. */
    public String clause() {
        return clause;
    }

    /** One line for people. */
    public String explanation() {
        return explanation;
    }
}
