package sfd.sa;

import java.util.List;
import java.util.Set;
import sfd.ike.ExchangeTypes;
import sfd.ike.Incoming;
import sfd.sa.LogReason.Judged;

/** What every role answers alike. */
public final class Answering {

    private static final Set<String> UNKNOWN = Set.of("BASE-1.5-4");
    private static final Set<String> ANSWERED = Set.of("BASE-2.4-7");
    private static final Set<String> KEEPALIVE = Set.of("BASE-2.23-1");

    private Answering() {
    }

    /**
     * A verified message. Every INFORMATIONAL request is answered, an empty one too: that is the other half of a
     * liveness check (BASE-2.4-7), without which a peer that lives would be taken for dead. So it is while an own request is
     * outstanding, or two that ask at once would wait for each other (BASE-2.3-2).
     *
     * @param sas the table of {@code state}
     */
    public static <S> Step<S> verified(S state, SaTable sas, Event.Protected e) {
        if (!sas.isKnown(e.spis())) {
            return Step.ignore(state, Judged.NO_SUCH_IKE_SA, UNKNOWN); // BASE-1.5-4
        }
        return e.exchange() == ExchangeTypes.INFORMATIONAL && !e.response()
                ? Step.of(state, ANSWERED, new Effect.SendProtected(e.spis(), e.exchange(), true, List.of()))
                : Step.of(state, ANSWERED);
    }

    /** Octets that are no message: dropped and counted (BASE-3.1-4 and the clause of each reason). */
    public static <S> Step<S> malformed(S state, Incoming.Malformed octets) {
        return Step.ignore(state, new LogReason.Unreadable(octets.reason()), Set.of(octets.reason().clause()));
    }

    /** BASE-2.23-1: a NAT keepalive is for the boxes on the way. */
    public static <S> Step<S> keepalive(S state) {
        return Step.ignore(state, Judged.KEEPALIVE, KEEPALIVE);
    }
}
