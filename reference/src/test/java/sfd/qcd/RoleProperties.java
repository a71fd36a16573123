package sfd.qcd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import sfd.baseline.Liveness;
import sfd.baseline.LivenessState;
import sfd.ike.IkeMessage;
import sfd.ike.Wire;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.Policies;
import sfd.sa.LogReason;
import sfd.sa.LogReason.Judged;
import sfd.sa.Policy;
import sfd.sa.Step;
import sfd.sir.PeerX;
import sfd.sir.PeerXState;
import sfd.sir.PeerY;
import sfd.sir.PeerYState;
import sfd.token.BouncyDigest;
import sfd.token.JdkDigest;

/** Whatever comes, in whatever order, under whatever policy. */
class RoleProperties {

    @Property
    void theMakerIsTotalAndAFunction(@ForAll("policies") Policy policy, @ForAll("events") List<Event> events) {
        walk(MakerState.initial(Peers.secrets(1)), events,
                (s, e) -> asAskedBefore(policy, s, e, Maker.step(policy, new JdkDigest(), s, e)),
                (s, e) -> Maker.step(policy, new BouncyDigest(), s, e));
    }

    private static final Set<LogReason> SILENCES = Set.of(Judged.RESPONSE_WITHOUT_IKE_SA, Judged.NOT_A_PROTECTED_REQUEST,
            Judged.LATER_FRAGMENT, Judged.ANSWERS_LIMITED, Judged.ANSWER_TOO_LARGE);

    /** What a flood comes to is asked before the step, and must be what the step then does. */
    private static Step<MakerState> asAskedBefore(Policy policy, MakerState s, Event event, Step<MakerState> step) {
        if (event instanceof Event.Received e) {
            boolean ike = Wire.decode(e.framing(), e.datagram()) instanceof IkeMessage;
            boolean silence = step.effects().getFirst() instanceof Effect.Log log && SILENCES.contains(log.reason());
            assertEquals(ike && silence, Maker.isSilentAt(policy, s, e), step::toString);
            assertTrue(!Maker.isSilentAt(policy, s, e) || step.next() == s);
            Statistics.label("silent").collect(Maker.isSilentAt(policy, s, e));
        }
        return step;
    }

    @Property
    void theTakerIsTotalAndAFunction(@ForAll("policies") Policy policy, @ForAll("events") List<Event> events) {
        walk(TakerState.INITIAL, events,
                (s, e) -> Taker.step(policy, new JdkDigest(), s, e),
                (s, e) -> Taker.step(policy, new BouncyDigest(), s, e));
    }

    @Property
    void theBaselineIsTotalAndAFunction(@ForAll("policies") Policy policy, @ForAll("events") List<Event> events) {
        walk(LivenessState.INITIAL, events,
                (s, e) -> Liveness.step(policy, s, e),
                (s, e) -> Liveness.step(policy, s, e));
    }

    @Property
    void peerXIsTotalAndAFunction(@ForAll("policies") Policy policy, @ForAll("events") List<Event> events) {
        walk(PeerXState.initial(Peers.secrets(1)), events,
                (s, e) -> PeerX.step(policy, new JdkDigest(), s, e),
                (s, e) -> PeerX.step(policy, new BouncyDigest(), s, e));
    }

    @Property
    void peerYIsTotalAndAFunction(@ForAll("policies") Policy policy, @ForAll("events") List<Event> events) {
        walk(PeerYState.initial(Peers.secrets(1)), events,
                (s, e) -> PeerY.step(policy, new JdkDigest(), s, e),
                (s, e) -> PeerY.step(policy, new BouncyDigest(), s, e));
    }

    private static <S> void walk(S initial, List<Event> events, BiFunction<S, Event, Step<S>> role,
            BiFunction<S, Event, Step<S>> again) {
        S state = initial;
        for (Event event : events) {
            Step<S> step = role.apply(state, event);
            assertEquals(step, again.apply(state, event));
            if (step.next().equals(state)) {
                assertSame(state, step.next());
            }
            // QCD-9.1-3: the secrets of these tests are one octet, A1 to A6, repeated.
            assertFalse(step.toString().matches("(?s).*(a[1-6])\\1{15}.*"), step::toString);
            Statistics.label("ignored").collect(
                    step.effects().size() == 1 && step.effects().getFirst() instanceof Effect.Log);
            state = step.next();
        }
    }

    @Provide
    Arbitrary<Policy> policies() {
        return Arbitraries.randomValue(Policies::any);
    }

    @Provide
    Arbitrary<List<Event>> events() {
        return Arbitraries.randomValue(AnyEvent::of).list().ofMaxSize(40);
    }
}
