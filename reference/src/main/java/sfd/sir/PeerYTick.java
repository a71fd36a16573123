package sfd.sir;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import sfd.ike.IkeSpis;
import sfd.sa.Limiter;
import sfd.sa.Policy;
import sfd.sa.Step;

/** What one tick does to Y: limits start anew, dampening and waiting come to their end (READING-11: in Y's time). */
final class PeerYTick {

    private static final Set<String> WAITED = Set.of("SIR-3.2.3-1");

    private PeerYTick() {
    }

    /** @param baseline what the baseline makes of it */
    static Step<PeerYState> tick(Policy policy, PeerYState s, Function<PeerYState, Step<PeerYState>> baseline) {
        // Where the wait is over nothing is asked any more: one thing is done with each IKE SA.
        PeerYState asking = s;
        for (Map.Entry<IkeSpis, Recovery> entry : s.recoveries().entries()) {
            asking = entry.getValue().isDue() ? asking.withLiveness(asking.liveness().withoutCheck(entry.getKey())) : asking;
        }
        Step<PeerYState> rest = baseline.apply(asking);
        PeerYState before = rest.next();
        Step<PeerYState> step = rest.map(next ->
                next.withAsked(Limiter.NONE).withVerified(Limiter.NONE).withDamped(Countdown.ticked(next.damped())));
        // In the order of the SPIs, so that the effects have an order too.
        for (Map.Entry<IkeSpis, Recovery> entry : before.recoveries().entries()) {
            IkeSpis spis = entry.getKey();
            Recovery recovery = entry.getValue();
            if (recovery.isDue()) {
                // SIR-3.2.3-1: no ACK came meanwhile.
                Step<PeerYState> started = Reply.start(step.next(), spis, recovery.cookie(), WAITED);
                step = new Step<>(started.next(),
                        Stream.concat(step.effects().stream(), started.effects().stream()).toList(), step.because())
                        .citing(started.because());
            } else {
                step = step.map(next -> next.withRecoveries(next.recoveries().plus(spis, recovery.ticked())));
            }
        }
        return step;
    }
}
