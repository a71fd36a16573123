package sfd.flood.roles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import sfd.ike.Address;
import sfd.ike.IkeSpis;
import sfd.persistent.PersistentSet;
import sfd.qcd.MakerState;
import sfd.sa.Admission;
import sfd.sa.Admitted;
import sfd.sa.Event;
import sfd.sa.Policy;
import sfd.sa.Step;
import sfd.token.Digest;

/** Each fault that the measurement is there for makes it say so; without the fault nothing is said of the same flood. */
class PlantedTest {

    private static final Kind<MakerState> REQUESTS = Small.KINDS.requestsAtMaker();

    /** Of what is kept and done. */
    private static List<String> said(Kind<?> kind) {
        Side side = Side.of(kind, kind.with(), Admission::step, Small.WORK);
        return new Flooded(kind.id(), kind.words(), kind.models(), side, side, List.of()).broken(Small.OCTETS);
    }

    /** Of the draws. */
    private static List<String> said(Gate gate) {
        return Flooded.of(REQUESTS, gate, Small.DRAWS).broken(Small.OCTETS);
    }

    private static void assertSaid(String words, List<String> said) {
        assertTrue(said.stream().anyMatch(it -> it.contains(words)), said::toString);
    }

    @Test
    void withoutAFaultNothingIsSaid() {
        assertEquals(List.of(), said(REQUESTS));
        assertEquals(List.of(), said(Admission::step));
    }

    @Test
    void aStateThatGrowsWithTheSources() {
        assertSaid("beside the table", said(leaking()));
    }

    private record Leaking(MakerState s, PersistentSet<Address> seen) {
    }

    private static Kind<Leaking> leaking() {
        Role<MakerState> role = REQUESTS.role();
        return new Kind<>(REQUESTS.id(), REQUESTS.words(), List.of(), REQUESTS.without(), REQUESTS.with(), new Role<Leaking>() {
            @Override
            public Leaking start() {
                return new Leaking(role.start(), PersistentSet.empty());
            }

            @Override
            public Step<Leaking> step(Policy policy, Digest digest, Leaking s, Event event) {
                PersistentSet<Address> seen = event instanceof Event.Received e ? s.seen().plus(e.from().address()) : s.seen();
                return role.step(policy, digest, s.s(), event).map(next -> new Leaking(next, seen));
            }

            @Override
            public Leaking withoutTable(Leaking s) {
                return new Leaking(role.withoutTable(s.s()), s.seen());
            }

            @Override
            public Leaking restored(Leaking s, Set<IkeSpis> honest) {
                return s;
            }
        }, REQUESTS.traffic(), (s, effects) -> REQUESTS.heard().apply(s.s(), effects), REQUESTS.bounds());
    }

    @Test
    void aLimitThatIsNotKept() {
        assertSaid("more is done", said(REQUESTS.at(otherwise(REQUESTS.role(), Map.of("answers", 10_000, "tokenAnswers", 10_000)))));
    }

    /** Forged tokens cost digests as long as they come. */
    @Test
    void comparisonsWithoutALimit() {
        assertSaid("more is done", said(unlimited(Small.kind("tokens-taker"))));
    }

    private static <S> Kind<S> unlimited(Kind<S> kind) {
        return kind.at(otherwise(kind.role(), Map.of("verifications", 0)));
    }

    private static <S> Role<S> otherwise(Role<S> role, Map<String, Object> changes) {
        return new Role<>() {
            @Override
            public S start() {
                return role.start();
            }

            @Override
            public Step<S> step(Policy policy, Digest digest, S s, Event event) {
                return role.step(Changed.policy(policy, changes), digest, s, event);
            }

            @Override
            public S withoutTable(S s) {
                return role.withoutTable(s);
            }

            @Override
            public S restored(S s, Set<IkeSpis> honest) {
                return role.restored(s, honest);
            }

            @Override
            public List<Event> replies(sfd.sa.Effect effect) {
                return role.replies(effect);
            }
        };
    }

    @Test
    void aDrawThatPrefersTheFirstComer() {
        var arrival = new AtomicInteger();
        assertSaid("the formula says", said(new Gate() {
            @Override
            public <S> Step<Admitted<S>> step(Policy policy, BiFunction<S, Event, Step<S>> role, Admitted<S> s, Event event) {
                return Admission.step(policy, role, s,
                        event instanceof Event.Received e ? e.withLot(arrival.incrementAndGet() & Integer.MAX_VALUE) : event);
            }
        }));
    }

    @Test
    void aDrawThatPrefersTheLastComer() {
        var arrival = new AtomicInteger(Integer.MAX_VALUE);
        assertSaid("the formula says", said(new Gate() {
            @Override
            public <S> Step<Admitted<S>> step(Policy policy, BiFunction<S, Event, Step<S>> role, Admitted<S> s, Event event) {
                return Admission.step(policy, role, s, event instanceof Event.Received e ? e.withLot(arrival.getAndDecrement()) : event);
            }
        }));
    }

    /** All who were turned away wait: beyond the room, out of the same limits. */
    @Test
    void aDrawThatIgnoresTheRoom() {
        assertSaid("the formula says", said(new Gate() {
            @Override
            public <S> Step<Admitted<S>> step(Policy policy, BiFunction<S, Event, Step<S>> role, Admitted<S> s, Event event) {
                return Admission.step(Changed.policy(policy, Map.of("drawn", 1_000_000)), role, s, event);
            }
        }));
    }

    /** Nothing that waited is taken up: a draw in vain. */
    @Test
    void aDrawInVain() {
        assertSaid("the formula says", said(new Gate() {
            @Override
            public <S> Step<Admitted<S>> step(Policy policy, BiFunction<S, Event, Step<S>> role, Admitted<S> s, Event event) {
                return Admission.step(policy, role, event instanceof Event.Tick ? Admitted.of(s.role()) : s, event);
            }
        }));
    }
}
