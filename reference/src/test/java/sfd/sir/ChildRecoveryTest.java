package sfd.sir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sfd.qcd.Peers.ALICE;
import static sfd.qcd.Peers.ALICES_CHILD;
import static sfd.qcd.Peers.BOB;
import static sfd.qcd.Peers.BOBS_CHILD;
import static sfd.qcd.Peers.CHECK;
import static sfd.qcd.Peers.DIGEST;
import static sfd.qcd.Peers.EVE;
import static sfd.qcd.Peers.INVALID_IKE_SPI;
import static sfd.qcd.Peers.OTHER_SPIS;
import static sfd.qcd.Peers.SK;
import static sfd.qcd.Peers.SPIS;
import static sfd.qcd.Peers.esp;
import static sfd.qcd.Peers.halfOpen;
import static sfd.qcd.Peers.log;
import static sfd.qcd.Peers.onlySent;
import static sfd.qcd.Peers.received;
import static sfd.sir.RecoveringPeers.ASKED;
import static sfd.sir.RecoveringPeers.COOKIE;
import static sfd.sir.RecoveringPeers.EMPTY_BOB;
import static sfd.sir.RecoveringPeers.HINT;
import static sfd.sir.RecoveringPeers.POLICY;
import static sfd.sir.RecoveringPeers.alice;
import static sfd.sir.RecoveringPeers.aliceWithSa;
import static sfd.sir.RecoveringPeers.askedAboutChild;
import static sfd.sir.RecoveringPeers.bob;
import static sfd.sir.RecoveringPeers.bobWithSa;
import static sfd.sir.RecoveringPeers.check;
import static sfd.sir.RecoveringPeers.childQuestion;
import static sfd.sir.RecoveringPeers.invalidSpi;
import static sfd.sir.RecoveringPeers.says;
import static sfd.sir.RecoveringPeers.told;
import static sfd.sir.RecoveringPeers.with;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sfd.ike.CheckSpi;
import sfd.ike.CheckSpi.Subtype;
import sfd.ike.ExchangeTypes;
import sfd.ike.IkeSpis;
import sfd.ike.NotifyTypes;
import sfd.ike.Payload;
import sfd.octets.Octets;
import sfd.sa.ChildSa;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.LogReason.Judged;
import sfd.sa.Policies;
import sfd.sa.Policy;
import sfd.sa.SirPolicy;
import sfd.sa.Step;

/** Alice as peer Y and Bob as peer X, where child SAs are at issue (SIR-3.4). */
class ChildRecoveryTest {

    /** SIR-3.7-1: also after the Delete of one child SA. */
    @Test
    void aClosedChildSaIsMetWithSilence() {
        PeerXState s = bob(POLICY, bobWithSa(), new Event.ChildSaCreated(SPIS, new ChildSa(5000, 6000)),
                new Event.ChildSaClosed(SPIS, BOBS_CHILD.in()));
        assertEquals(List.of(log(Judged.DELETE_UNDER_WAY)),
                PeerX.step(POLICY, DIGEST, s, esp(ALICE, 4500, BOBS_CHILD.in())).effects());
        assertEquals(List.of(log(Judged.CHILD_SA_EXISTS)), PeerX.step(POLICY, DIGEST, s, esp(ALICE, 4500, 5000)).effects());
    }

    /** SIR-3.4-1, SIR-3.4.2-1, SIR-3.4.2-3, SIR-3.4.2-5, SIR-4.1-1, SIR-4.1-2: ESP without an IKE SA, by way of the parent. */
    @Test
    void aLostChildIsAskedForUnderItsParent() {
        Step<PeerXState> hint = PeerX.step(POLICY, DIGEST, EMPTY_BOB, esp(ALICE, 4500, BOBS_CHILD.in()));
        assertEquals(IkeSpis.NONE, onlySent(hint).header().spis());
        Event told = received(BOB, ALICE, onlySent(hint).header(), invalidSpi(BOBS_CHILD.in()));
        assertEquals(List.of(askedAboutChild(false, Subtype.QUERY)),
                PeerY.step(POLICY, DIGEST, aliceWithSa(POLICY), told).effects());
        // SIR-3.4.2-5: Bob cannot open it, and the parent's procedure follows.
        assertEquals(List.of(INVALID_IKE_SPI),
                onlySent(PeerX.step(POLICY, DIGEST, EMPTY_BOB, received(ALICE, BOB, CHECK, SK))).payloads());
        // SIR-3.4.2-4: he can, and says which child he has.
        var question = new Event.Protected(SPIS, ExchangeTypes.INFORMATIONAL, false,
                List.of(new CheckSpi.AboutChildSa(Subtype.QUERY, BOBS_CHILD.in(), Octets.EMPTY).notification()));
        assertEquals(List.of(log(Judged.CHILD_SA_QUESTIONED), askedAboutChild(true, Subtype.ACK)),
                PeerX.step(POLICY, DIGEST, bobWithSa(), question).effects());
    }

    /** SIR-3.4.1-1, SIR-3.4.1-2, SIR-2.2-1: under an IKE SA the report is believed, of one child SA. */
    @Test
    void aProtectedReportEndsTheChild() {
        assertEquals(List.of(new Effect.SendProtected(SPIS, ExchangeTypes.INFORMATIONAL, false, List.of(invalidSpi(77777)))),
                PeerX.step(POLICY, DIGEST, bobWithSa(), esp(ALICE, 4500, 77777)).effects());
        var report = new Event.Protected(SPIS, ExchangeTypes.INFORMATIONAL, false, List.of(invalidSpi(BOBS_CHILD.in())));
        Step<PeerYState> step = PeerY.step(POLICY, DIGEST, aliceWithSa(POLICY), report);
        assertEquals(new Effect.ChildSaDeleted(SPIS, ALICES_CHILD), step.effects().getFirst());
        assertTrue(step.next().sas().isEstablished(SPIS));
        assertEquals(Set.of(), step.next().sas().children(SPIS));
    }

    /** SIR-3.4.1-2: a peer may have taken one SPI for two child SAs; none of them goes unsaid, and in an order. */
    @Test
    void aReportEndsEachChildWithThatSpi() {
        var second = new ChildSa(-5, ALICES_CHILD.out());
        PeerYState s = alice(POLICY, aliceWithSa(POLICY), new Event.ChildSaCreated(SPIS, second));
        var report = new Event.Protected(SPIS, ExchangeTypes.INFORMATIONAL, false, List.of(invalidSpi(ALICES_CHILD.out())));
        Step<PeerYState> step = PeerY.step(POLICY, DIGEST, s, report);
        assertEquals(List.of(new Effect.ChildSaDeleted(SPIS, ALICES_CHILD), new Effect.ChildSaDeleted(SPIS, second)),
                step.effects().subList(0, 2));
        assertEquals(Set.of(), step.next().sas().children(SPIS));
    }

    /** SIR-3.4.2-3: in the clear nobody is told which child SAs there are. SIR-6-2: nor answered when it is broken. */
    @Test
    void whatIsNoQuestionIsNotAnswered() {
        for (Payload payload : List.of(new CheckSpi.AboutChildSa(Subtype.QUERY, 1, Octets.EMPTY).notification(),
                new CheckSpi.LoneCookie(COOKIE).notification(), check(Subtype.NACK, COOKIE),
                new Payload.Notify(1, Octets.EMPTY, NotifyTypes.CHECK_SPI, Octets.hex("00")))) {
            Step<PeerXState> step = PeerX.step(POLICY, DIGEST, EMPTY_BOB, received(ALICE, BOB, ASKED, payload));
            assertTrue(step.effects().getFirst() instanceof Effect.Log, step::toString);
            assertSame(EMPTY_BOB, step.next());
        }
    }

    /** SIR-3.7-1: while the Delete may still be under way ESP for that SPI draws no hint. */
    @Test
    void aDeletedChildIsSilentForAWhile() {
        PeerXState closed = bob(POLICY, bobWithSa(), new Event.SaClosed(SPIS));
        Event esp = esp(ALICE, 4500, BOBS_CHILD.in());
        assertEquals(List.of(log(Judged.DELETE_UNDER_WAY)), PeerX.step(POLICY, DIGEST, closed, esp).effects());
        onlySent(PeerX.step(POLICY, DIGEST, bob(POLICY, closed, new Event.Tick()), esp));
    }

    /** SIR-3.4.2-4: the child SA moved to the successor while Y was asking; NACK would end a living one. */
    @Test
    void aChildThatMovedIsStillThere() {
        PeerXState rekeyed = bob(POLICY, bobWithSa(), new Event.SaRekeyed(SPIS, OTHER_SPIS, false, List.of()));
        assertEquals(Set.of(), rekeyed.sas().children(SPIS));
        assertEquals(askedAboutChild(true, Subtype.ACK), PeerX.step(POLICY, DIGEST, rekeyed, childQuestion()).effects().getLast());
        // That of another peer is none of this one's.
        PeerXState others = bob(POLICY, bob(POLICY, EMPTY_BOB, halfOpen(ALICE, false),
                        new Event.SaEstablished(SPIS, "peer", Set.of(), List.of())),
                new Event.SaHalfOpen(OTHER_SPIS, BOB, EVE, false),
                new Event.SaEstablished(OTHER_SPIS, "eve", Set.of(BOBS_CHILD), List.of()));
        assertEquals(askedAboutChild(true, Subtype.NACK), PeerX.step(POLICY, DIGEST, others, childQuestion()).effects().getLast());
    }

    /** SIR-4.2-1: a new child SA is a creation too, and "I have it" about a child SA is logged. */
    @Test
    void childSasDampenToo() {
        Policy dampening = with(Policies.with(Policies.SMALL_BASELINE.sir(),
                Map.of("dampening", 2, "dampenedBy", Set.of(SirPolicy.Cause.CREATION, SirPolicy.Cause.ACK))));
        PeerYState rested = alice(dampening, aliceWithSa(dampening), new Event.Tick(), new Event.Tick());
        assertFalse(rested.isDamped(SPIS));
        for (Event event : List.of(new Event.ChildSaCreated(SPIS, new ChildSa(5000, 6000)),
                new Event.Protected(SPIS, ExchangeTypes.INFORMATIONAL, true,
                        List.of(new CheckSpi.AboutChildSa(Subtype.ACK, BOBS_CHILD.in(), Octets.EMPTY).notification())))) {
            assertEquals(List.of(log(Judged.PEER_DAMPENED)),
                    PeerY.step(dampening, DIGEST, alice(dampening, rested, event), HINT).effects());
        }
    }
}
