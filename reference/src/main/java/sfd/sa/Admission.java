package sfd.sa;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import sfd.sa.LogReason.Judged;

/**
 * A limit that counts lets through who comes first, and that is whoever floods. BASE-2.21.4-10, a rule of ours: what
 * anybody may have sent and a limit turned away takes part in a draw. With its arrival it gets a lot that its sender can
 * neither choose nor see; the least {@link Policy#drawn} lots of a tick wait for the next one, which takes them up before
 * all else, as if they came then and out of the same limits. So in no tick is more done than the limits allow, and what has
 * changed meanwhile counts: an IKE SA that exists by then gets no token.
 *
 * <p>Of {@code n} that a limit {@code L} turns away in a tick each is taken up with the same chance,
 * {@code c = min(drawn, L) / n}, whenever in the tick it came and whatever it says of its source. For a gateway {@code L} is
 * less than the room in comparisons for one source, in checks, in questions to one peer and in reports under one IKE SA. Who
 * repeats a request {@code m} times is taken up at least once with {@code 1 - (1 - c)^m}.
 *
 * <p>What waits is bounded in octets too: {@link Policy#drawn} datagrams of at most {@link #LONGEST} octets each.
 *
 * <p>Around a role, which knows nothing of it. In a cluster the role has to know at the tick what is active elsewhere
 * (QCD-9.2-3): who tells it only when a datagram comes must not draw.
 */
public final class Admission {

    /**
     * Octets of the longest datagram that takes part. Requests and questions of who lost an IKE SA are some hundred octets
     * long, and ESP on a path for 1,500 has its place; without this bound 4,000 that wait would be up to 250 MiB, for UDP
     * carries 65,535 octets. What is longer is turned away as without a draw.
     */
    public static final int LONGEST = 2_048;

    private static final Set<String> DRAWN = Set.of("BASE-2.21.4-10");
    private static final Set<Judged> LIMITS = Set.of(
            Judged.ANSWERS_LIMITED, Judged.CHECKS_LIMITED, Judged.QUERIES_LIMITED, Judged.VERIFICATIONS_LIMITED);

    private Admission() {
    }

    /**
     * One event.
     *
     * @param policy one with a draw; without one the role's own step says it all
     * @param role its step, without a draw
     */
    public static <S> Step<Admitted<S>> step(Policy policy, BiFunction<S, Event, Step<S>> role, Admitted<S> s, Event event) {
        Step<S> step = role.apply(s.role(), event);
        return switch (event) {
            case Event.Received e when takesPart(e) && isTurnedAway(step) ->
                    step.citing(DRAWN).with(s.with(step.next(), s.waiting().plus(policy.drawn(), e)));
            case Event.Tick e when s.waiting().size() > 0 -> takenUp(role, step, s.waiting());
            case Event.Rebooted e -> step.with(s.with(step.next(), Waiting.NONE));
            default -> step.with(s.with(step.next(), s.waiting()));
        };
    }

    /** True if it would not wait, should a limit turn it away. */
    public static boolean isHopeless(Policy policy, Waiting waiting, Event.Received event) {
        return !takesPart(event) || waiting.isHopeless(policy.drawn(), event);
    }

    private static boolean takesPart(Event.Received event) {
        return event.datagram().length() <= LONGEST;
    }

    private static boolean isTurnedAway(Step<?> step) {
        for (Effect effect : step.effects()) {
            if (effect instanceof Effect.Log(LogReason reason) && reason instanceof Judged judged && LIMITS.contains(judged)) {
                return true;
            }
        }
        return false;
    }

    /** One after the other, each upon the state that the one before left. */
    private static <S> Step<Admitted<S>> takenUp(BiFunction<S, Event, Step<S>> role, Step<S> ticked, Waiting waiting) {
        S next = ticked.next();
        List<Effect> effects = new ArrayList<>(ticked.effects());
        Set<String> because = new HashSet<>(ticked.because());
        because.addAll(DRAWN);
        for (Event.Received event : waiting.inTurn()) {
            Step<S> step = role.apply(next, event);
            next = step.next();
            effects.addAll(step.effects());
            because.addAll(step.because());
        }
        return new Step<>(new Admitted<>(next, Waiting.NONE), effects, because);
    }
}
