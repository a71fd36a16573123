package sfd.baseline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sfd.ike.IkeSpis;
import sfd.persistent.PersistentMap;
import sfd.persistent.PersistentSet;
import sfd.sa.Effect;
import sfd.sa.Policy;
import sfd.sa.Step;

/** What one tick does to the liveness checks: each waits, is sent again, or gives up. Limits start anew. */
final class LivenessTick {

    private static final Set<String> WAITED = Set.of();
    private static final Set<String> SENT_AGAIN = Set.of("BASE-2.1-1", "BASE-2.1-3", "BASE-2.4-2", "BASE-2.4-6");
    private static final Set<String> GAVE_UP = Set.of("BASE-2.1-3", "BASE-2.4-1", "BASE-2.4-2", "BASE-2.4-4");
    private static final Set<String> BOTH =
            Set.of("BASE-2.1-1", "BASE-2.1-3", "BASE-2.4-1", "BASE-2.4-2", "BASE-2.4-4", "BASE-2.4-6");

    private LivenessTick() {
    }

    static Step<LivenessState> tick(Policy policy, LivenessState s) {
        LivenessState next = s.withHinted(0).withHeard(s.heard().isEmpty() ? s.heard() : PersistentSet.empty());
        PersistentMap<IkeSpis, Check> checks = s.checks();
        var effects = new ArrayList<Effect>();
        boolean sentAgain = false;
        boolean gaveUp = false;
        // In the order of the SPIs, so that the effects have an order too.
        for (Map.Entry<IkeSpis, Check> entry : s.checks().entries()) {
            IkeSpis spis = entry.getKey();
            Check check = entry.getValue();
            if (!check.lapses(policy)) {
                checks = checks.plus(spis, check.older());
            } else if (policy.givesUp() && check.isUsedUp(policy)) {
                // BASE-2.1-3, BASE-2.4-1: repeated attempts stayed unanswered. BASE-2.4-4: all children go with the IKE SA.
                effects.add(new Effect.IkeSaDeleted(spis, s.sas().children(spis)));
                next = next.discard(spis);
                checks = checks.minus(spis);
                gaveUp = true;
            } else {
                // BASE-2.4-2: one lost datagram must not end an SA. BASE-2.4-6: the next wait is longer.
                checks = checks.plus(spis, check.sentAgain(policy));
                // BASE-2.1-1: the same request, or the peer would answer one and wait for the other.
                effects.add(new Effect.Retransmit(spis));
                sentAgain = true;
            }
        }
        return new Step<>(next.withChecks(checks), List.copyOf(effects), because(sentAgain, gaveUp));
    }

    private static Set<String> because(boolean sentAgain, boolean gaveUp) {
        if (gaveUp) {
            return sentAgain ? BOTH : GAVE_UP;
        }
        return sentAgain ? SENT_AGAIN : WAITED;
    }
}
