package sfd.session;

import java.util.List;
import sfd.ike.Incoming;
import sfd.ike.NotifyTypes;
import sfd.ike.Payload;
import sfd.ike.Reason;
import sfd.octets.Octets;

/** Notifications that decline, and their types (RFC 7296, 3.10.1). */
public final class Faults {

    public static final int INVALID_SYNTAX = 7;
    public static final int NO_PROPOSAL_CHOSEN = 14;
    public static final int INVALID_KE_PAYLOAD = 17;
    public static final int AUTHENTICATION_FAILED = 24;
    public static final int NO_ADDITIONAL_SAS = 35;
    public static final int TS_UNACCEPTABLE = 38;

    private Faults() {
    }

    static Payload notify(int type) {
        return new Payload.Notify(0, Octets.EMPTY, type, Octets.EMPTY);
    }

    /** RFC 7296, 1.3: with the method that is wanted. */
    static Payload wanted(KeyExchange method) {
        return new Payload.Notify(0, Octets.EMPTY, INVALID_KE_PAYLOAD,
                Octets.of((byte) (method.number() >>> Byte.SIZE), (byte) method.number()));
    }

    /** The answer to a protected request whose inside is malformed (RFC 7296, 2.21.3, RFC 7296, 3.2). */
    public static List<Payload> answer(Incoming.Malformed inside) {
        return List.of(inside.reason() == Reason.UNKNOWN_CRITICAL_PAYLOAD
                ? new Payload.Notify(0, Octets.EMPTY, NotifyTypes.UNSUPPORTED_CRITICAL_PAYLOAD, Octets.of((byte) inside.payloadType()))
                : notify(INVALID_SYNTAX));
    }
}
