package sfd.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sfd.ike.Framings;
import sfd.ike.Address;
import sfd.ike.Endpoint;
import sfd.ike.ExchangeTypes;
import sfd.ike.IkeHeader;
import sfd.ike.IkeMessage;
import sfd.ike.IkeSpis;
import sfd.ike.NotifyTypes;
import sfd.ike.Payload;
import sfd.ike.Wire;
import sfd.octets.Octets;
import sfd.sa.ChildSa;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.LogReason.Judged;
import sfd.sa.Policies;
import sfd.sa.Policy;
import sfd.sa.Step;

/** The peer that kept its SAs, sentence by sentence. */
class LivenessTest {

    private static final Endpoint ALICE = new Endpoint(Address.parse("192.0.2.1"), 4500);
    private static final Endpoint BOB = new Endpoint(Address.parse("198.51.100.2"), 4500);
    private static final IkeSpis ONE = new IkeSpis(1, 1);
    private static final IkeSpis TWO = new IkeSpis(-1, 2);
    private static final ChildSa CHILD = new ChildSa(256, 512);
    private static final Effect CHECKED =
            new Effect.SendProtected(ONE, ExchangeTypes.INFORMATIONAL, false, List.of());

    /** BASE-2.4-1, BASE-2.4-6, BASE-2.4-2, BASE-2.4-4: three transmissions after 1, 2 and 4 ticks, then the SA is gone. */
    @Test
    void intervalsDoubleAndThenTheSaIsGone() {
        LivenessState s = walk(Policies.SMALL_BASELINE, withSa(ONE), new Event.TrafficDue(ONE));
        var seen = new ArrayList<List<Effect>>();
        for (int tick = 1; tick <= 7; tick++) {
            Step<LivenessState> step = Liveness.step(Policies.SMALL_BASELINE, s, new Event.Tick());
            seen.add(step.effects());
            s = step.next();
        }
        List<Effect> gone = List.of(new Effect.IkeSaDeleted(ONE, Set.of(CHILD)));
        List<Effect> again = List.of(new Effect.Retransmit(ONE));
        assertEquals(List.of(again, List.of(), again, List.of(), List.of(), List.of(), gone),
                seen);
        assertEquals(LivenessState.INITIAL, s);
    }

    /** Who never gives up goes on transmitting, at the last interval. */
    @Test
    void whoNeverGivesUpGoesOnAtTheLastInterval() {
        Policy policy = Policies.with(Policies.SMALL_BASELINE, Map.of("tries", 2, "givesUp", false));
        LivenessState s = walk(policy, withSa(ONE), new Event.TrafficDue(ONE));
        var seen = new ArrayList<Integer>();
        for (int tick = 1; tick <= 7; tick++) {
            Step<LivenessState> step = Liveness.step(policy, s, new Event.Tick());
            seen.add(step.effects().size());
            s = step.next();
        }
        assertEquals(List.of(1, 0, 1, 0, 1, 0, 1), seen);
    }

    /** BASE-2.4-6: intervals grow until the longest, and never start over, however many transmissions there were. */
    @Test
    void aVeryLongIntervalIsNotAShortOne() {
        Policy patient = Policies.with(Policies.SMALL_BASELINE, Map.of("tries", Integer.MAX_VALUE,
                "interval", Integer.MAX_VALUE - 1, "longest", Integer.MAX_VALUE));
        for (int sent : new int[] {2, 32, 33, 34, 40, 65, 66, 1_000_000}) {
            assertFalse(new Check(sent, Integer.MAX_VALUE - 2L).lapses(patient), "after " + sent);
            assertTrue(new Check(sent, Integer.MAX_VALUE - 1L).lapses(patient), "after " + sent);
        }
        assertTrue(new Check(1, Integer.MAX_VALUE - 2L).lapses(patient));
    }

    /** BASE-2.4-6, BASE-2.1-1 and BASE-2.1-3: the waits of two daemons; each transmission is the first one again. */
    @Test
    void theIntervalsAreThoseOfTheDaemons() {
        // In ticks of a tenth of a second: 4 s times 1.8, each rounded up to a tick; half a second doubled up to 64 s.
        assertEquals(List.of(40L, 72L, 130L, 234L, 422L), waits(40, 180, 100_000, 5));
        assertEquals(List.of(5L, 10L, 20L, 40L, 80L, 160L, 320L, 640L, 640L), waits(5, 200, 640, 9));
        assertEquals(List.of(10L, 10L, 10L), waits(10, 100, 10, 3));
    }

    private static List<Long> waits(int interval, int growth, int longest, int tries) {
        Policy policy = Policies.with(Policies.SMALL_BASELINE,
                Map.of("interval", interval, "growth", growth, "longest", longest, "tries", tries));
        LivenessState s = walk(policy, withSa(ONE), new Event.TrafficDue(ONE));
        var waits = new ArrayList<Long>();
        for (long tick = 1, last = 0; s.sas().isKnown(ONE); tick++) {
            Step<LivenessState> step = Liveness.step(policy, s, new Event.Tick());
            s = step.next();
            if (!step.effects().isEmpty()) {
                waits.add(tick - last);
                last = tick;
            }
        }
        return waits;
    }

    /** BASE-1.5-2, BASE-2.21.4-2, BASE-2.21.4-3, BASE-2.21.4-4: a forged hint costs one check and changes no SA. */
    @Test
    void aHintStartsACheckAndNoMore() {
        Step<LivenessState> step = Liveness.step(Policies.SMALL_BASELINE, withSa(ONE), hint(ONE));
        assertEquals(List.of(CHECKED), step.effects());
        assertEquals(withSa(ONE).sas(), step.next().sas());
        assertEquals(List.of(new Effect.Log(Judged.CHECK_UNDER_WAY)),
                Liveness.step(Policies.SMALL_BASELINE, step.next(), hint(ONE)).effects());
    }

    /** BASE-2.21.4-5, BASE-2.4-3: the checks that hints start are limited until the next tick. */
    @Test
    void hintsStartFewChecks() {
        LivenessState s = walk(Policies.SMALL_BASELINE, withSa(ONE, TWO), hint(ONE));
        assertEquals(List.of(new Effect.Log(Judged.CHECKS_LIMITED)),
                Liveness.step(Policies.SMALL_BASELINE, s, hint(TWO)).effects());
        assertEquals(List.of(new Effect.SendProtected(TWO, ExchangeTypes.INFORMATIONAL, false, List.of())),
                Liveness.step(Policies.SMALL_BASELINE, walk(Policies.SMALL_BASELINE, s, new Event.Tick()), hint(TWO)).effects());
    }

    /** BASE-2.4-7: a fresh protected message, IKE or child, ends the check. */
    @Test
    void anySignOfLifeEndsTheCheck() {
        LivenessState checking = walk(Policies.SMALL_BASELINE, withSa(ONE), new Event.TrafficDue(ONE));
        assertEquals(withSa(ONE), walk(Policies.SMALL_BASELINE, checking,
                new Event.Protected(ONE, ExchangeTypes.INFORMATIONAL, true, List.of())));
        assertEquals(withSa(ONE), walk(Policies.SMALL_BASELINE, checking, new Event.ProtectedEsp(CHILD.in())));
        assertEquals(checking, walk(Policies.SMALL_BASELINE, checking, new Event.ProtectedEsp(CHILD.out())));
    }

    /** BASE-2.4-7: and a peer's check is answered. BASE-2.3-2: also while an own one is. */
    @Test
    void aPeersCheckIsAnswered() {
        for (LivenessState s : List.of(withSa(ONE), walk(Policies.SMALL_BASELINE, withSa(ONE), new Event.TrafficDue(ONE)))) {
            assertEquals(List.of(new Effect.SendProtected(ONE, ExchangeTypes.INFORMATIONAL, true, List.of())),
                    Liveness.step(Policies.SMALL_BASELINE, s,
                            new Event.Protected(ONE, ExchangeTypes.INFORMATIONAL, false, List.of())).effects());
        }
    }

    /** BASE-2.4-5: a peer just heard is not suspected; a tick later it is. */
    @Test
    void hintsAboutAPeerJustHeardAreIgnored() {
        Policy policy = Policies.with(Policies.SMALL_BASELINE, Map.of("ignoreHintsWhenFresh", true));
        LivenessState heard = walk(policy, withSa(ONE), new Event.ProtectedEsp(CHILD.in()));
        assertEquals(List.of(new Effect.Log(Judged.HEARD_RECENTLY)),
                Liveness.step(policy, heard, hint(ONE)).effects());
        assertEquals(List.of(CHECKED), Liveness.step(policy, walk(policy, heard, new Event.Tick()), hint(ONE))
                .effects());
    }

    /** BASE-2.4-8: INITIAL_CONTACT ends the other SAs of that identity, in the unsigned order of their SPIs. */
    @Test
    void initialContactEndsThePredecessors() {
        Policy policy = Policies.with(Policies.SMALL_BASELINE, Map.of("initialContact", true));
        var third = new IkeSpis(3, 3);
        LivenessState s = walk(policy, withSa(TWO, ONE), new Event.SaHalfOpen(third, ALICE, BOB, true));
        Payload contact = new Payload.Notify(0, Octets.EMPTY, NotifyTypes.INITIAL_CONTACT, Octets.EMPTY);
        Step<LivenessState> step = Liveness.step(policy, s,
                new Event.SaEstablished(third, "bob", Set.of(), List.of(contact)));
        assertEquals(List.of(new Effect.IkeSaDeleted(ONE, Set.of(CHILD)),
                new Effect.IkeSaDeleted(TWO, Set.of(CHILD))), step.effects());
        assertEquals(1, step.next().sas().size());
        assertEquals(3, walk(policy, s, new Event.SaEstablished(third, "carol", Set.of(), List.of(contact)))
                .sas().size());
    }

    private static LivenessState withSa(IkeSpis... all) {
        LivenessState s = LivenessState.INITIAL;
        for (IkeSpis spis : all) {
            s = walk(Policies.SMALL_BASELINE, s, new Event.SaHalfOpen(spis, ALICE, BOB, true),
                    new Event.SaEstablished(spis, "bob", Set.of(CHILD), List.of()));
        }
        return s;
    }

    private static LivenessState walk(Policy policy, LivenessState s, Event... events) {
        for (Event event : events) {
            s = Liveness.step(policy, s, event).next();
        }
        return s;
    }

    private static Event hint(IkeSpis spis) {
        var header = new IkeHeader(spis, ExchangeTypes.INFORMATIONAL, false, true, 2);
        Payload notify = new Payload.Notify(0, Octets.EMPTY, NotifyTypes.INVALID_IKE_SPI, Octets.EMPTY);
        return new Event.Received(BOB, ALICE,
                Wire.encode(Framings.of(ALICE.port()), new IkeMessage(header, List.of(notify))));
    }
}
