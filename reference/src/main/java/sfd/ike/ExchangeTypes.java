package sfd.ike;

import java.util.Map;
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

    private static final Registry REGISTRY = new Registry(Map.of(
            IKE_SA_INIT, "IKE_SA_INIT",
            IKE_AUTH, "IKE_AUTH",
            CREATE_CHILD_SA, "CREATE_CHILD_SA",
            INFORMATIONAL, "INFORMATIONAL",
            IKE_SESSION_RESUME, "IKE_SESSION_RESUME",
            GSA_AUTH, "GSA_AUTH", GSA_REGISTRATION, "GSA_REGISTRATION", GSA_REKEY, "GSA_REKEY",
            IKE_INTERMEDIATE, "IKE_INTERMEDIATE", IKE_FOLLOWUP_KE, "IKE_FOLLOWUP_KE"));

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
