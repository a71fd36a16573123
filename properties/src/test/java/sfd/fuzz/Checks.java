package sfd.fuzz;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import sfd.baseline.LivenessState;
import sfd.ike.ExchangeTypes;
import sfd.ike.IkeSpis;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.Policy;

/**
 * Liveness checks: strangers start no more in a tick than allowed (BASE-2.21.4-5) and make none be sent again; an SA is given
 * up after all transmissions and no earlier (BASE-2.4-2), and none where there was a sign of life since. Who is shown that a peer
 * lost an SA is no stranger, and may have Y wait (SIR-3.2.3-3): one request for each wait, for a wait ends by a sign of life.
 *
 * @param <S> state of the role
 */
final class Checks<S> implements Oracle<S> {

    private final Policy policy;
    private final Lives lives;
    private final Function<S, LivenessState> liveness;
    private final Predicate<Happened<S>> isWaitBegun;
    private final Map<IkeSpis, Integer> transmissions = new HashMap<>();
    private int started;

    Checks(Policy policy, Lives lives, Function<S, LivenessState> liveness) {
        this(policy, lives, liveness, h -> false);
    }

    /** @param isWaitBegun that this step's request is what a wait begins with */
    Checks(Policy policy, Lives lives, Function<S, LivenessState> liveness, Predicate<Happened<S>> isWaitBegun) {
        this.policy = policy;
        this.lives = lives;
        this.liveness = liveness;
        this.isWaitBegun = isWaitBegun;
    }

    @Override
    public void judge(Happened<S> h) {
        switch (h.event()) {
            case Event.Tick tick -> ticked(h);
            case Event.Rebooted rebooted -> {
                transmissions.clear();
                started = 0;
            }
            case Event.Protected e when lives.isKnown(e.spis()) -> transmissions.remove(e.spis());
            case Event.ProtectedEsp e -> lives.ownersOfInbound(e.spi()).forEach(transmissions::remove);
            default -> { }
        }
        boolean waits = isWaitBegun.test(h);
        h.effects(Effect.SendProtected.class).filter(Checks::isRequest).forEach(it -> {
            Claim.that(lives.isEstablished(it.spis()), () -> "a check of what is not there: " + it);
            transmissions.put(it.spis(), 1);
            started += h.isReceived() && !waits ? 1 : 0;
        });
        Claim.that(started <= policy.checks(), () -> started + " checks in a tick because of strangers");
        Claim.that(waits || h.event() instanceof Event.Tick || h.effects(Effect.Retransmit.class).findAny().isEmpty(), "sent again out of time");
        h.effects(Effect.IkeSaDeleted.class).forEach(it -> transmissions.remove(it.spis()));
        LivenessState now = liveness.apply(h.step().next());
        Claim.that(now.checks().size() <= now.sas().size() && now.heard().size() <= now.sas().size(), "keeps more than there are SAs");
    }

    private void ticked(Happened<S> h) {
        started = 0;
        h.effects(Effect.Retransmit.class).forEach(it -> {
            Integer sent = transmissions.merge(it.spis(), 1, (before, one) -> Math.min(before + one, policy.tries()));
            Claim.that(sent > 1 || policy.tries() == 1, () -> "sent again, and never sent: " + it);
        });
        h.effects(Effect.IkeSaDeleted.class).forEach(it -> {
            Claim.that(policy.givesUp(), "gives up, and must not");
            Claim.that(transmissions.getOrDefault(it.spis(), 0) == policy.tries(),
                    () -> "gives up after " + transmissions.get(it.spis()) + " of " + policy.tries());
        });
    }

    /** BASE-2.4-7: empty, and no response. */
    private static boolean isRequest(Effect.SendProtected it) {
        return it.exchange() == ExchangeTypes.INFORMATIONAL && !it.response() && it.payloads().isEmpty();
    }
}
