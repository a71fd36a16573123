package sfd.sir;

import java.util.Set;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.LogReason.Judged;
import sfd.sa.Policy;
import sfd.sa.SirPolicy.Cause;
import sfd.sa.Step;

/** A recovery ends: the new IKE SA and its children stand, or nothing came of it. */
final class Closure {

    private static final Set<String> ONLY_THEN = Set.of("SIR-3.6-1");
    private static final Set<String> CLOSED = Set.of("SIR-3.6-1", "SIR-3.2.2-11");
    private static final Set<String> DAMPENED = Set.of("SIR-4.2-1");

    private Closure() {
    }

    /** SIR-3.6-1: now the old IKE SA and its children go, all of them; a moment earlier there would have been a gap. */
    static Step<PeerYState> replaced(Policy policy, PeerYState s, Event.SaReplaced e) {
        if (!s.sas().isEstablished(e.old()) || !s.sas().isEstablished(e.successor()) || e.old().equals(e.successor())) {
            return Step.ignore(s, Judged.NO_SUCH_IKE_SA, ONLY_THEN);
        }
        PeerYState next = s.dampened(policy, e.old(), Cause.RECOVERY)
                .withLiveness(s.liveness().discard(e.old()))
                .forget(e.old());
        return Step.of(next, CLOSED, new Effect.IkeSaDeleted(e.old(), s.sas().children(e.old())))
                .citing(policy.sir().dampens(Cause.RECOVERY) ? DAMPENED : Set.of());
    }

    /** SIR-4.2-1: after a failed recovery too. The old SA stays, and with it IKEv2's own means. */
    static Step<PeerYState> notReplaced(Policy policy, PeerYState s, Event.SaNotReplaced e) {
        if (!s.isRecovering(e.spis())) {
            return Step.ignore(s, Judged.NO_SUCH_IKE_SA, Set.of());
        }
        return Step.of(s.withRecoveries(s.recoveries().minus(e.spis())).dampened(policy, e.spis(), Cause.FAILURE),
                policy.sir().dampens(Cause.FAILURE) ? DAMPENED : Set.of());
    }
}
