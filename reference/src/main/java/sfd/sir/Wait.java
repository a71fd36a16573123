package sfd.sir;

import java.util.Set;
import sfd.baseline.Liveness;
import sfd.ike.IkeSpis;
import sfd.octets.Octets;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.Policy;
import sfd.sa.Step;

/**
 * Y waits between NACK and rekey (SIR-3.2.3-1). SIR-3.2.3-3: meanwhile it asks under the old IKE SA too. Only X can answer
 * that, whatever others say, use up or say again.
 */
final class Wait {

    private static final Set<String> NO_CLAUSE = Set.of();
    private static final Set<String> ASKED = Set.of("SIR-3.2.3-3");
    private static final Set<String> ASKED_AGAIN = Set.of("SIR-3.2.3-3", "BASE-2.1-1");

    private Wait() {
    }

    static Step<PeerYState> begun(Policy policy, PeerYState s, IkeSpis spis, Octets theirs) {
        PeerYState next = s.recovering(spis, new Recovery(policy.sir().delay(), theirs, true));
        if (!policy.sir().waitChecks()) {
            return Step.of(next, NO_CLAUSE);
        }
        // A request that is out already goes again, for there is one at a time.
        return s.liveness().isChecking(spis)
                ? Step.of(next, ASKED_AGAIN, new Effect.Retransmit(spis))
                : Liveness.step(policy, next.liveness(), new Event.TrafficDue(spis)).map(next::withLiveness).citing(ASKED);
    }

    /** Not what anybody says in the clear, with a cookie or not. */
    static final Set<String> LIFE_DECIDES = Set.of("SIR-3.2.3-3");

    /** A sign of life of these IKE SAs: X has them, so that nobody waits any more. */
    static Step<PeerYState> ended(Policy policy, Iterable<IkeSpis> alive, Step<PeerYState> rest) {
        if (!policy.sir().waitChecks()) {
            return rest;
        }
        Step<PeerYState> step = rest;
        for (IkeSpis spis : alive) {
            if (step.next().recoveries().get(spis).filter(Recovery::isWaiting).isPresent()) {
                step = step.map(next -> next.withRecoveries(next.recoveries().minus(spis))).citing(LIFE_DECIDES);
            }
        }
        return step;
    }
}
