package sfd.ike;

import java.util.List;

/** What a run of octets is as a payload chain: the payloads, or {@link Incoming.Malformed}. */
public sealed interface Chain permits Chain.Payloads, Incoming.Malformed {

    /** A whole chain in order, possibly empty: an empty one inside a protected message is a liveness check. */
    record Payloads(List<Payload> list) implements Chain {

        /** @throws IllegalArgumentException if anything follows an encrypted payload */
        public Payloads {
            list = Payload.chain(list);
        }
    }
}
