package sfd.fuzz;

import java.util.HashMap;
import java.util.Map;
import sfd.ike.Address;
import sfd.ike.NotifyTypes;
import sfd.ike.Payload;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.Policy;

/**
 * The limits of who answers strangers, counted once more: answers in a tick (BASE-2.21.4-1), with tokens (QCD-8.1-3), hints to
 * one source (SIR-4.1-1), and octets out for each one in (BASE-2.21.4-9).
 *
 * @param <S> state of the role
 */
final class Answers<S> implements Oracle<S> {

    private final Policy policy;
    private final int most;
    private int answers;
    private int withTokens;
    private final Map<Address, Integer> hints = new HashMap<>();

    /** @param most answers in a tick */
    Answers(Policy policy, int most) {
        this.policy = policy;
        this.most = most;
    }

    @Override
    public void judge(Happened<S> h) {
        switch (h.event()) {
            case Event.Tick tick -> begin();
            case Event.Rebooted rebooted -> begin();
            case Event.Received e -> {
                count(h, e.from().address());
                h.effects(Effect.Send.class).forEach(send -> Claim.that(policy.amplification() == 0
                        || send.datagram().length() <= policy.amplification() * e.datagram().length(),
                        () -> send.datagram().length() + " octets for " + e.datagram().length()));
            }
            case Event.ResumptionAsked e -> count(h, e.from().address());
            default -> { }
        }
    }

    private void begin() {
        answers = 0;
        withTokens = 0;
        hints.clear();
    }

    private void count(Happened<S> h, Address source) {
        answers += (int) h.effects().stream().filter(it -> it instanceof Effect.Send || it instanceof Effect.SendProtected).count();
        withTokens += (int) h.sent().filter(it -> !it.notifies(NotifyTypes.QUICK_CRASH_DETECTION).isEmpty()).count();
        Claim.that(answers <= most, () -> answers + " answers in a tick, and allowed are " + most);
        Claim.that(withTokens <= policy.tokenAnswers(), () -> withTokens + " answers with tokens in a tick");
        if (hints(h) && policy.answersToOne() > 0) {
            Claim.that(hints.merge(source, 1, Integer::sum) <= policy.answersToOne(), () -> "too many hints to " + source);
        }
    }

    private static boolean hints(Happened<?> h) {
        return h.sent().anyMatch(it -> !it.notifies(NotifyTypes.INVALID_IKE_SPI).isEmpty() || !it.notifies(NotifyTypes.INVALID_SPI).isEmpty())
                || h.effects(Effect.SendProtected.class).flatMap(it -> it.payloads().stream())
                        .anyMatch(it -> it instanceof Payload.Notify notify && notify.type() == NotifyTypes.INVALID_SPI);
    }
}
