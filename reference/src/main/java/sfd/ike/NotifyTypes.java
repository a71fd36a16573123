package sfd.ike;

import java.util.Map;
import java.util.OptionalInt;

/** Notify message types, 2 octets. */
public final class NotifyTypes {

    public static final int UNSUPPORTED_CRITICAL_PAYLOAD = 1;
    public static final int INVALID_IKE_SPI = 4;
    public static final int INVALID_MAJOR_VERSION = 5;
    public static final int INVALID_SYNTAX = 7;
    public static final int INVALID_SPI = 11;
    public static final int INITIAL_CONTACT = 16384;
    public static final int NAT_DETECTION_SOURCE_IP = 16388;
    public static final int NAT_DETECTION_DESTINATION_IP = 16389;
    public static final int COOKIE = 16390;
    /** MOBIKE, RFC 4555. */
    public static final int UPDATE_SA_ADDRESSES = 16400;
    /** MOBIKE, RFC 4555. */
    public static final int COOKIE2 = 16401;
    public static final int MULTIPLE_AUTH_SUPPORTED = 16404;
    public static final int REDIRECT_SUPPORTED = 16406;
    /** Session resumption, RFC 5723. */
    public static final int TICKET_NACK = 16412;
    public static final int CHILDLESS_IKEV2_SUPPORTED = 16418;
    /** Carries a token (QCD-4.1-1). */
    public static final int QUICK_CRASH_DETECTION = 16419;
    public static final int IKEV2_FRAGMENTATION_SUPPORTED = 16430;
    public static final int SIGNATURE_HASH_ALGORITHMS = 16431;
    /** The number the draft takes for itself, outside the private range (SIR-6-1). */
    public static final int CHECK_SPI = 32770;

    private static final int LAST_ERROR = 16383;

    private static final Registry REGISTRY = new Registry(Map.of(
            UNSUPPORTED_CRITICAL_PAYLOAD, "UNSUPPORTED_CRITICAL_PAYLOAD",
            INVALID_IKE_SPI, "INVALID_IKE_SPI",
            INVALID_MAJOR_VERSION, "INVALID_MAJOR_VERSION",
            INVALID_SYNTAX, "INVALID_SYNTAX",
            INVALID_SPI, "INVALID_SPI")).with(Map.of(
            INITIAL_CONTACT, "INITIAL_CONTACT",
            NAT_DETECTION_SOURCE_IP, "NAT_DETECTION_SOURCE_IP",
            NAT_DETECTION_DESTINATION_IP, "NAT_DETECTION_DESTINATION_IP",
            COOKIE, "COOKIE",
            UPDATE_SA_ADDRESSES, "UPDATE_SA_ADDRESSES",
            COOKIE2, "COOKIE2",
            MULTIPLE_AUTH_SUPPORTED, "MULTIPLE_AUTH_SUPPORTED")).with(Map.of(
            REDIRECT_SUPPORTED, "REDIRECT_SUPPORTED",
            TICKET_NACK, "TICKET_NACK",
            CHILDLESS_IKEV2_SUPPORTED, "CHILDLESS_IKEV2_SUPPORTED",
            QUICK_CRASH_DETECTION, "QUICK_CRASH_DETECTION",
            IKEV2_FRAGMENTATION_SUPPORTED, "IKEV2_FRAGMENTATION_SUPPORTED",
            SIGNATURE_HASH_ALGORITHMS, "SIGNATURE_HASH_ALGORITHMS",
            CHECK_SPI, "CHECK_SPI"));

    private NotifyTypes() {
    }

    /** True for an error type, 0..16383; all others are status types (BASE-3.10-1). */
    public static boolean isError(int number) {
        return number <= LAST_ERROR;
    }

    /** The name of a notify type, or its number in decimal where it has none here. */
    public static String name(int number) {
        return REGISTRY.name(number);
    }

    /** The number behind a name of this table, if it is one. */
    public static OptionalInt number(String name) {
        return REGISTRY.number(name);
    }
}
