package sfd.fuzz;

import java.util.HashMap;
import java.util.Map;
import sfd.ike.Address;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.LogReason.Judged;
import sfd.sa.Policy;

/**
 * For no source more tokens or cookies are compared in a tick than allowed (QCD-8.1-2, SIR-4-1), as far as it shows: in a
 * refusal, a proof, or that somebody is gone on with.
 *
 * @param <S> state of the role
 */
final class Compared<S> implements Oracle<S> {

    private final Policy policy;
    private final Map<Address, Integer> compared = new HashMap<>();

    Compared(Policy policy) {
        this.policy = policy;
    }

    @Override
    public void judge(Happened<S> h) {
        switch (h.event()) {
            case Event.Tick tick -> compared.clear();
            case Event.Rebooted rebooted -> compared.clear();
            case Event.Received e -> count(h, e.from().address());
            case Event.ResumptionAsked e -> count(h, e.from().address());
            default -> { }
        }
    }

    private void count(Happened<S> h, Address source) {
        boolean compares = h.logs(Judged.TOKEN_MISMATCH) || h.logs(Judged.COOKIE_INVALID)
                || h.effects().stream().anyMatch(it -> it instanceof Effect.Accept || it instanceof Effect.IkeSaDeleted);
        if (compares && policy.verifications() > 0) {
            Claim.that(compared.merge(source, 1, Integer::sum) <= policy.verifications(), () -> "too much compared for " + source);
        }
    }
}
