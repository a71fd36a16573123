package sfd.session;

import java.util.List;
import java.util.Optional;
import sfd.ike.Payload;
import sfd.ike.PayloadTypes;
import sfd.octets.OctetWriter;
import sfd.octets.Octets;

/** The payloads of IKE_SA_INIT and IKE_AUTH that have few fields, and their types. */
public final class Bodies {

    public static final int KEY_EXCHANGE = 34;
    public static final int ID_INITIATOR = 35;
    public static final int ID_RESPONDER = 36;
    public static final int AUTHENTICATION = 39;
    public static final int NONCE = 40;
    public static final int DELETE = 42;
    public static final int TS_INITIATOR = 44;
    public static final int TS_RESPONDER = 45;

    /** Fewest and most octets of a nonce (RFC 7296, 3.9). */
    private static final int SHORTEST_NONCE = 16;
    private static final int LONGEST_NONCE = 256;

    /** Shared Key Message Integrity Code (RFC 7296, 3.8). */
    private static final int SHARED_KEY = 2;
    private static final int FIXED_LENGTH = 4;

    /** What a KE payload holds: the transform ID of its method and the public value. */
    record KeyShare(int method, Octets value) {
    }

    private Bodies() {
    }

    /** The body of the one payload of this type; none if there is none, or more than one. */
    public static Optional<Octets> one(List<Payload> payloads, int type) {
        Optional<Octets> found = Optional.empty();
        for (Payload payload : payloads) {
            if (payload instanceof Payload.Other other && other.type() == type) {
                if (found.isPresent()) {
                    return Optional.empty();
                }
                found = Optional.of(other.body());
            }
        }
        return found;
    }

    static Payload keyShare(KeyExchange method, Octets value) {
        return new Payload.Other(KEY_EXCHANGE, new OctetWriter().u16(method.number()).u16(0).octets(value).finish());
    }

    static Optional<KeyShare> keyShare(List<Payload> payloads) {
        return one(payloads, KEY_EXCHANGE).filter(it -> it.length() > FIXED_LENGTH)
                .map(it -> new KeyShare(it.u16(0), it.slice(FIXED_LENGTH, it.length())));
    }

    static Payload nonce(Octets nonce) {
        return new Payload.Other(NONCE, nonce);
    }

    static Optional<Octets> nonce(List<Payload> payloads) {
        return one(payloads, NONCE).filter(it -> it.length() >= SHORTEST_NONCE && it.length() <= LONGEST_NONCE);
    }

    static Optional<List<Proposal>> proposals(List<Payload> payloads) {
        return one(payloads, PayloadTypes.SA).flatMap(Proposal::decode);
    }

    static Payload authentication(Octets data) {
        return new Payload.Other(AUTHENTICATION, new OctetWriter().u32(SHARED_KEY << 24).octets(data).finish());
    }

    /** The data of the one AUTH payload, if it is by a shared key. */
    static Optional<Octets> authentication(List<Payload> payloads) {
        return one(payloads, AUTHENTICATION).filter(it -> it.length() > FIXED_LENGTH && it.at(0) == SHARED_KEY)
                .map(it -> it.slice(FIXED_LENGTH, it.length()));
    }
}
