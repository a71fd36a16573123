package sfd.session;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.random.RandomGenerator;
import sfd.ike.Endpoint;
import sfd.ike.IkeSpis;
import sfd.ike.Payload;
import sfd.octets.OctetWriter;
import sfd.octets.Octets;

/** Whether addresses or ports change on the way (RFC 7296, 2.23): SHA-1 of what the sender sees, compared by the receiver. */
final class NatDetection {

    static final int SOURCE = 16388;
    static final int DESTINATION = 16389;

    private static final int DIGEST = 20;

    private NatDetection() {
    }

    /** The notifications of a message that goes out. */
    static List<Payload> payloads(Nat nat, IkeSpis spis, Endpoint from, Endpoint to, RandomGenerator random) {
        return switch (nat) {
            case SILENT -> List.of();
            case DETECT -> List.of(notify(SOURCE, digest(spis, from)), notify(DESTINATION, digest(spis, to)));
            case FORCE -> List.of(notify(SOURCE, Fresh.octets(random, DIGEST)), notify(DESTINATION, digest(spis, to)));
        };
    }

    private static Payload notify(int type, Octets digest) {
        return new Payload.Notify(0, Octets.EMPTY, type, digest);
    }

    /** True if what came says that somebody in between changes addresses or ports; there may be several of the first kind. */
    static boolean isBetween(List<Payload> payloads, IkeSpis spis, Endpoint from, Endpoint to) {
        return differs(Payload.notifies(payloads, SOURCE), digest(spis, from))
                || differs(Payload.notifies(payloads, DESTINATION), digest(spis, to));
    }

    private static boolean differs(List<Payload.Notify> notifies, Octets expected) {
        return !notifies.isEmpty() && notifies.stream().noneMatch(it -> it.data().equals(expected));
    }

    private static Octets digest(IkeSpis spis, Endpoint end) {
        try {
            var in = new OctetWriter().octets(spis.octets()).octets(end.address().octets()).u16(end.port());
            return Octets.of(MessageDigest.getInstance("SHA-1").digest(in.finish().toArray()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
