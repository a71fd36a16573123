package sfd.ike;

import java.util.OptionalInt;

/** Payload types, 1 octet in the field of the header or payload before. */
public final class PayloadTypes {

    /** No payload follows. */
    public static final int NONE = 0;
    public static final int SA = 33;
    public static final int NOTIFY = 41;
    public static final int VENDOR_ID = 43;
    /** Encrypted and authenticated payloads. */
    public static final int SK = 46;
    /** One encrypted and authenticated fragment, RFC 7383. */
    public static final int SKF = 53;

    /** The last of those of RFC 7296, which are 33 to 48. */
    private static final int EAP = 48;

    /** The notations of all that are registered, in 2026. */
    private static final Registry REGISTRY = Registry.of("""
            33 SA
            34 KE
            35 IDi
            36 IDr
            37 CERT
            38 CERTREQ
            39 AUTH
            40 Ni, Nr
            41 N
            42 D
            43 V
            44 TSi
            45 TSr
            46 SK
            47 CP
            48 EAP
            49 GSPM
            50 IDg
            51 GSA
            52 KD
            53 SKF
            54 PS""");

    private PayloadTypes() {
    }

    /**
     * True for the types of RFC 7296 and SKF, which a critical bit cannot make us refuse (BASE-3.2-1). Others may have a
     * name here, and yet nobody who uses this understands them.
     */
    public static boolean isUnderstood(int number) {
        return number >= SA && number <= EAP || number == SKF;
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
