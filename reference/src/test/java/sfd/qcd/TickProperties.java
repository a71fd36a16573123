package sfd.qcd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import sfd.baseline.Check;
import sfd.baseline.Liveness;
import sfd.baseline.LivenessState;
import sfd.ike.CheckSpi;
import sfd.ike.ExchangeTypes;
import sfd.ike.IkeHeader;
import sfd.ike.IkeSpis;
import sfd.ike.VendorId;
import sfd.sa.ChildSa;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.Policies;
import sfd.sa.Policy;
import sfd.sa.Step;
import sfd.sir.PeerY;
import sfd.sir.PeerYState;
import sfd.token.Cookie;

/**
 * What a tick does, whatever went before it: one thing with each IKE SA, and it ends only one whose liveness check stayed
 * unanswered through all its transmissions (BASE-2.4-1, BASE-2.4-2). Sampled; in the role models it is OneByOneProp.
 */
class TickProperties {

    @Property
    void ofTheBaseline(@ForAll Random random) {
        Policy policy = Policies.any(random);
        walk(policy, random, LivenessState.INITIAL, s -> s, s -> Set.of(), e -> s -> Liveness.step(policy, s, e));
    }

    @Property
    void ofTheTaker(@ForAll Random random) {
        Policy policy = Policies.any(random);
        walk(policy, random, TakerState.INITIAL, TakerState::liveness, s -> Set.of(), e -> s -> Taker.step(policy, Peers.DIGEST, s, e));
    }

    @Property
    void ofPeerY(@ForAll Random random) {
        Policy policy = Policies.any(random);
        walk(policy, random, PeerYState.initial(Peers.secrets(2, 1)), PeerYState::liveness,
                s -> s.recoveries().entries().stream().filter(it -> it.getValue().sure() && it.getValue().pause() == 1)
                        .map(Map.Entry::getKey).collect(Collectors.toSet()),
                e -> s -> PeerY.step(policy, Peers.DIGEST, s, e));
    }

    /** @param due the IKE SAs whose recovery begins with the next tick */
    private static <S> void walk(Policy policy, Random random, S initial, Function<S, LivenessState> liveness,
            Function<S, Set<IkeSpis>> due,
            Function<Event, Function<S, Step<S>>> role) {
        S state = initial;
        for (int i = 0; i < 60; i++) {
            // Two IKE SAs to speak of, and every second event a tick.
            Event event = i < LIVES.size() ? LIVES.get(i) : i % 2 == 0 ? new Event.Tick() : any(random);
            Step<S> step = role.apply(event).apply(state);
            if (event instanceof Event.Tick) {
                List<IkeSpis> touched = step.effects().stream().map(TickProperties::spis).toList();
                assertEquals(touched.stream().distinct().toList(), touched, "one thing with each IKE SA");
                LivenessState before = liveness.apply(state);
                step.effects().stream().filter(Effect.IkeSaDeleted.class::isInstance).forEach(ended -> assertTrue(
                        policy.givesUp() && before.checks().get(spis(ended)).map(Check::sent).orElse(0) >= policy.tries(),
                        "only what stayed unanswered"));
                assertEquals(due.apply(state), step.effects().stream().filter(Effect.Initiate.class::isInstance)
                        .map(TickProperties::spis).collect(Collectors.toSet()), "what waited, and no other, begins");
                step.effects().stream().filter(effect -> !(effect instanceof Effect.Initiate)).forEach(effect -> assertTrue(
                        before.checks().get(spis(effect)).filter(check -> check.age() + 1 >= leastInterval(policy)).isPresent(),
                        "only where a check is under way, and not before its interval is over"));
                Statistics.label("things done").collect(touched.size());
            }
            state = step.next();
        }
    }

    private static final List<Event> LIVES = List.of(
            Peers.halfOpen(Peers.BOB, true), Peers.established(Peers.ALICES_CHILD, VendorId.PAYLOAD),
            new Event.SaHalfOpen(Peers.OTHER_SPIS, Peers.ALICE, Peers.BOB, false),
            new Event.SaEstablished(Peers.OTHER_SPIS, "bob", Set.of(new ChildSa(7, 8)), List.of(VendorId.PAYLOAD)));

    private static Event any(Random random) {
        IkeSpis spis = random.nextBoolean() ? Peers.SPIS : Peers.OTHER_SPIS;
        return switch (random.nextInt(4)) {
            case 0, 1 -> new Event.TrafficDue(spis);
            // X does not have it, which Y believes and then waits.
            case 2 -> Peers.received(Peers.BOB, Peers.ALICE, new IkeHeader(spis, ExchangeTypes.INFORMATIONAL, false, true, 0),
                    new CheckSpi.AboutIkeSa(CheckSpi.Subtype.NACK, spis,
                            Cookie.of(Peers.DIGEST, Peers.secret(2), spis, Peers.ALICE, Peers.BOB)).notification());
            default -> AnyEvent.of(random);
        };
    }

    private static long leastInterval(Policy policy) {
        return Math.min(policy.interval(), policy.longest());
    }

    private static IkeSpis spis(Effect effect) {
        return switch (effect) {
            case Effect.SendProtected it -> it.spis();
            case Effect.Retransmit it -> it.spis();
            case Effect.IkeSaDeleted it -> it.spis();
            case Effect.Initiate it -> it.replaces();
            default -> throw new AssertionError("not of a tick: " + effect);
        };
    }
}
