package sfd.ike;

import java.util.Map;
import java.util.OptionalInt;

/** Payload types, 1 octet in the field of the header or payload before. */
public final class PayloadTypes {

    /** No payload follows. */
    public static final int NONE = 0;
    public static final int SA = 33;
    public static final int KE = 34;
    public static final int NONCE = 40;
    public static final int NOTIFY = 41;
    public static final int DELETE = 42;
    public static final int VENDOR_ID = 43;
    /** Encrypted and authenticated payloads. */
    public static final int SK = 46;
    /** One encrypted and authenticated fragment, RFC 7383. */
    public static final int SKF = 53;

    /** The types of RFC 7296, 33 to 48, and SKF: what a critical bit cannot make us refuse (BASE-3.2-1). */
    private static final Registry REGISTRY = new Registry(Map.of(
            SA, "SA",
            KE, "KE",
            35, "IDi",
            36, "IDr",
            37, "CERT",
            38, "CERTREQ",
            39, "AUTH",
            NONCE, "Ni, Nr")).with(Map.of(
            NOTIFY, "N",
            DELETE, "D",
            VENDOR_ID, "V",
            44, "TSi",
            45, "TSr",
            SK, "SK",
            47, "CP",
            48, "EAP",
            SKF, "SKF"));

    private PayloadTypes() {
    }

    /** True for a payload type this implementation can name. */
    public static boolean isKnown(int number) {
        return REGISTRY.contains(number);
    }

    /** True for the two types whose body is encrypted and that end a chain. */
    public static boolean isEncrypted(int number) {
        return number == SK || number == SKF;
    }

    /** The notation of a payload type, or its number in decimal where it has none here. */
    public static String name(int number) {
        return REGISTRY.name(number);
    }

    /** The number behind a notation of this table, if it is one. */
    public static OptionalInt number(String name) {
        return REGISTRY.number(name);
    }
}
