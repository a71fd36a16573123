package sfd.ike;

import java.util.OptionalInt;

/** Exchange types, 1 octet in the header. */
public final class ExchangeTypes {

    public static final int IKE_SA_INIT = 34;
    public static final int IKE_AUTH = 35;
    public static final int CREATE_CHILD_SA = 36;
    public static final int INFORMATIONAL = 37;
    /** RFC 5723. */
    public static final int IKE_SESSION_RESUME = 38;
    public static final int GSA_AUTH = 39;
    public static final int GSA_REGISTRATION = 40;
    public static final int GSA_REKEY = 41;
    public static final int IKE_INTERMEDIATE = 43;
    public static final int IKE_FOLLOWUP_KE = 44;

    /** All that are registered, in 2026. */
    private static final Registry REGISTRY = Registry.of("""
            34 IKE_SA_INIT
            35 IKE_AUTH
            36 CREATE_CHILD_SA
            37 INFORMATIONAL
            38 IKE_SESSION_RESUME
            39 GSA_AUTH
            40 GSA_REGISTRATION
            41 GSA_REKEY
            42 GSA_INBAND_REKEY
            43 IKE_INTERMEDIATE
            44 IKE_FOLLOWUP_KE""");

    private ExchangeTypes() {
    }

    /** The name of an exchange type, or its number in decimal where it has none here. */
    public static String name(int number) {
        return REGISTRY.name(number);
    }

    /** The number behind a name of this table, if it is one. */
    public static OptionalInt number(String name) {
        return REGISTRY.number(name);
    }
}
