package sfd.sir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sfd.qcd.Peers.ALICE;
import static sfd.qcd.Peers.ALICES_CHILD;
import static sfd.qcd.Peers.BOB;
import static sfd.qcd.Peers.CHECK;
import static sfd.qcd.Peers.DIGEST;
import static sfd.qcd.Peers.EVE;
import static sfd.qcd.Peers.INVALID_IKE_SPI;
import static sfd.qcd.Peers.OTHER_SPIS;
import static sfd.qcd.Peers.SK;
import static sfd.qcd.Peers.SPIS;
import static sfd.qcd.Peers.established;
import static sfd.qcd.Peers.halfOpen;
import static sfd.qcd.Peers.log;
import static sfd.qcd.Peers.onlySent;
import static sfd.qcd.Peers.received;
import static sfd.qcd.Peers.secret;
import static sfd.qcd.Peers.secrets;
import static sfd.sir.RecoveringPeers.ASKED;
import static sfd.sir.RecoveringPeers.COOKIE;
import static sfd.sir.RecoveringPeers.EMPTY_BOB;
import static sfd.sir.RecoveringPeers.HINT;
import static sfd.sir.RecoveringPeers.POLICY;
import static sfd.sir.RecoveringPeers.STARTED;
import static sfd.sir.RecoveringPeers.alice;
import static sfd.sir.RecoveringPeers.aliceWithSa;
import static sfd.sir.RecoveringPeers.bob;
import static sfd.sir.RecoveringPeers.bobWithSa;
import static sfd.sir.RecoveringPeers.check;
import static sfd.sir.RecoveringPeers.says;
import static sfd.sir.RecoveringPeers.sir;
import static sfd.sir.RecoveringPeers.with;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sfd.ike.CheckSpi.Subtype;
import sfd.ike.Endpoint;
import sfd.ike.ExchangeTypes;
import sfd.ike.Framing;
import sfd.ike.IkeHeader;
import sfd.ike.IkeMessage;
import sfd.ike.IkeSpis;
import sfd.ike.Payload;
import sfd.ike.VendorId;
import sfd.ike.Wire;
import sfd.octets.Octets;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.LogReason.Judged;
import sfd.sa.Policies;
import sfd.sa.Policy;
import sfd.sa.Step;
import sfd.token.Cookie;

/** Alice as peer Y and Bob as peer X, message by message. */
class RecoveryTest {

    /**
     * SIR-3.2.2-1 to SIR-3.2.2-11, SIR-3.6-1, and SIR-5-2, for Bob knows nothing of Alice: from the first unanswered packet
     * to the deletion of the old SA.
     */
    @Test
    void aLostSaIsReplaced() {
        // SIR-3.2.2-1, SIR-3.2.2-2: the hint, in the clear, with SPIs, exchange and message ID copied.
        Step<PeerXState> hint = PeerX.step(POLICY, DIGEST, EMPTY_BOB, received(ALICE, BOB, CHECK, SK));
        assertEquals(new IkeMessage(CHECK.reply(), List.of(INVALID_IKE_SPI)), onlySent(hint));

        // SIR-3.2.2-4, SIR-3.2.2-6: the question; what was kept of it is one count.
        PeerYState before = aliceWithSa(POLICY);
        Step<PeerYState> question = PeerY.step(POLICY, DIGEST, before, HINT);
        assertEquals(new IkeMessage(ASKED, List.of(check(Subtype.QUERY, COOKIE))), onlySent(question));
        assertEquals(before, question.next().withAsked(before.asked()));

        // SIR-3.2.2-7, -8: the answer, with Alice's cookie as it came.
        Step<PeerXState> answer =
                PeerX.step(POLICY, DIGEST, hint.next(), received(ALICE, BOB, ASKED, check(Subtype.QUERY, COOKIE)));
        assertEquals(new IkeMessage(ASKED.reply(), List.of(check(Subtype.NACK, COOKIE))), onlySent(answer));

        // SIR-3.2.2-9, -11: believed, and a new SA is started; the old one is still there.
        Step<PeerYState> begun = PeerY.step(POLICY, DIGEST, question.next(), says(Subtype.NACK, COOKIE));
        assertEquals(List.of(STARTED), begun.effects());
        assertTrue(begun.next().sas().isEstablished(SPIS));
        assertEquals(List.of(log(Judged.RECOVERY_UNDER_WAY)),
                PeerY.step(POLICY, DIGEST, begun.next(), says(Subtype.NACK, COOKIE)).effects());

        // SIR-3.6-1: only when the new one stands.
        var replaced = new Event.SaReplaced(SPIS, OTHER_SPIS);
        assertSame(begun.next(), PeerY.step(POLICY, DIGEST, begun.next(), replaced).next());
        PeerYState both = alice(POLICY, begun.next(), new Event.SaHalfOpen(OTHER_SPIS, ALICE, BOB, true),
                new Event.SaEstablished(OTHER_SPIS, "peer", Set.of(), List.of(VendorId.PAYLOAD)));
        Step<PeerYState> end = PeerY.step(POLICY, DIGEST, both, replaced);
        assertEquals(List.of(new Effect.IkeSaDeleted(SPIS, Set.of(ALICES_CHILD))), end.effects());
        assertFalse(end.next().sas().isKnown(SPIS));
        assertTrue(end.next().sas().isEstablished(OTHER_SPIS));
    }

    /** SIR-3.2.1-1, SIR-3.2.2-10: Bob has it, half open or established; Alice keeps hers. */
    @Test
    void anSaThatIsThereStays() {
        for (PeerXState has : List.of(bobWithSa(), bob(POLICY, EMPTY_BOB, halfOpen(ALICE, false)))) {
            Step<PeerXState> answer =
                    PeerX.step(POLICY, DIGEST, has, received(ALICE, BOB, ASKED, check(Subtype.QUERY, COOKIE)));
            assertEquals(List.of(check(Subtype.ACK, COOKIE)), onlySent(answer).payloads());
        }
        PeerYState s = aliceWithSa(POLICY);
        Step<PeerYState> kept = PeerY.step(POLICY, DIGEST, s, says(Subtype.ACK, COOKIE));
        assertEquals(List.of(log(Judged.PEER_HAS_THE_SA)), kept.effects());
        assertEquals(s, kept.next().withVerified(s.verified()));
    }

    /** SIR-3.2.2-9: another cookie, another end, or none: dropped and noted. */
    @Test
    void aForgedAnswerIsDropped() {
        PeerYState s = aliceWithSa(POLICY);
        for (Octets forged : List.of(Octets.EMPTY, COOKIE.slice(0, 8), Cookie.of(DIGEST, secret(1), OTHER_SPIS, ALICE, BOB),
                Cookie.of(DIGEST, secret(2), SPIS, ALICE, BOB), Cookie.of(DIGEST, secret(1), SPIS, ALICE, EVE))) {
            Step<PeerYState> dropped = PeerY.step(POLICY, DIGEST, s, says(Subtype.NACK, forged));
            assertEquals(List.of(log(Judged.COOKIE_INVALID)), dropped.effects());
            assertEquals(s, dropped.next().withVerified(s.verified()));
        }
        assertEquals(List.of(log(Judged.COOKIE_INVALID)), PeerY.step(POLICY, DIGEST, s,
                received(EVE, ALICE, ASKED.reply(), check(Subtype.NACK, COOKIE))).effects());
    }

    /** SIR-3.2.2-3, SIR-4-1, SIR-3.2.2-5, SIR-4.3-1: over the limits there is silence, and a tick later there is not. */
    @Test
    void bothSidesAreLimited() {
        Event question = received(ALICE, BOB, ASKED, check(Subtype.QUERY, COOKIE));
        PeerXState busy = bob(POLICY, EMPTY_BOB, question, question);
        assertEquals(List.of(log(Judged.ANSWERS_LIMITED)), PeerX.step(POLICY, DIGEST, busy, question).effects());
        assertEquals(1, PeerX.step(POLICY, DIGEST, busy, received(ALICE, BOB, CHECK, SK)).effects().size());
        onlySent(PeerX.step(POLICY, DIGEST, bob(POLICY, busy, new Event.Tick()), question));

        PeerYState asked = alice(POLICY, aliceWithSa(POLICY), HINT);
        assertEquals(List.of(log(Judged.QUERIES_LIMITED)), PeerY.step(POLICY, DIGEST, asked, HINT).effects());
        onlySent(PeerY.step(POLICY, DIGEST, alice(POLICY, asked, new Event.Tick()), HINT));
    }

    /** SIR-4.2-1: after a recovery, and after a failed one, the peer's unprotected messages are ignored for a while. */
    @Test
    void aPeerIsDampened() {
        PeerYState fresh = aliceWithSa(Policies.SMALL_BASELINE);
        assertEquals(List.of(log(Judged.PEER_DAMPENED)), PeerY.step(Policies.SMALL_BASELINE, DIGEST, fresh, HINT).effects());
        PeerYState later = alice(Policies.SMALL_BASELINE, fresh, new Event.Tick());
        PeerYState failed = alice(Policies.SMALL_BASELINE, later, says(Subtype.NACK, COOKIE), new Event.SaNotReplaced(SPIS));
        assertEquals(List.of(log(Judged.PEER_DAMPENED)),
                PeerY.step(Policies.SMALL_BASELINE, DIGEST, failed, says(Subtype.NACK, COOKIE)).effects());
        assertEquals(List.of(STARTED), PeerY.step(Policies.SMALL_BASELINE, DIGEST, alice(Policies.SMALL_BASELINE, failed, new Event.Tick()),
                says(Subtype.NACK, COOKIE)).effects());
    }

    /** READING-29, SIR-3.3.2-1: so is one without the Vendor ID; its liveness checks are IKEv2's own, by hints only afterwards. */
    @Test
    void aPeerThatIsNotAbleIsDampenedToo() {
        Policy policy = Policies.SMALL_BASELINE;
        PeerYState fresh = alice(policy, PeerYState.initial(secrets(1)), halfOpen(BOB, true), established(ALICES_CHILD));
        Effect checked = new Effect.SendProtected(SPIS, ExchangeTypes.INFORMATIONAL, false, List.of());
        assertEquals(List.of(log(Judged.PEER_DAMPENED)), PeerY.step(policy, DIGEST, fresh, HINT).effects());
        assertEquals(List.of(checked), PeerY.step(policy, DIGEST, fresh, new Event.TrafficDue(SPIS)).effects());
        assertEquals(List.of(checked), PeerY.step(policy, DIGEST, alice(policy, fresh, new Event.Tick()), HINT).effects());
    }

    /** READING-9, BASE-3.1-3: a QUERY of the original responder has no initiator flag, and leaves from the SA's end. */
    @Test
    void aQueryIsThatOfItsSa() {
        PeerYState responder = alice(POLICY, PeerYState.initial(secrets(1)), halfOpen(BOB, false),
                established(ALICES_CHILD, VendorId.PAYLOAD));
        // The hint was forged: from elsewhere, and at port 500.
        Event hint = received(new Endpoint(EVE.address(), 500), new Endpoint(ALICE.address(), 500), CHECK.reply(),
                INVALID_IKE_SPI);
        Effect.Send query = (Effect.Send) PeerY.step(POLICY, DIGEST, responder, hint).effects().getFirst();
        assertEquals(ALICE, query.from());
        assertEquals(BOB, query.to());
        // Port 4500 at both ends: behind the marker, so that nobody takes it for ESP.
        assertEquals(new IkeMessage(new IkeHeader(SPIS, ExchangeTypes.INFORMATIONAL, false, false, 0),
                        List.of(check(Subtype.QUERY, COOKIE))),
                Wire.decode(Framing.udp(4500, 4500), query.datagram()));
        Effect.Send asInitiator = (Effect.Send) PeerY.step(POLICY, DIGEST, aliceWithSa(POLICY), hint).effects().getFirst();
        assertTrue(((IkeMessage) Wire.decode(Framing.udp(4500, 4500), asInitiator.datagram())).header().initiator());
    }

    /** SIR-5-2: of an IKE SA that another member set up, the peer is taken for able. */
    @Test
    void thePeerOfAnImportedSaIsAsked() {
        PeerYState s = alice(POLICY, PeerYState.initial(secrets(1)),
                new Event.SaImported(SPIS, ALICE, BOB, true, "peer", Set.of(ALICES_CHILD), 0));
        assertEquals(List.of(check(Subtype.QUERY, COOKIE)), onlySent(PeerY.step(POLICY, DIGEST, s, HINT)).payloads());
    }

    /** SIR-3.2.3-1: an ACK in the meantime stops it. */
    @Test
    void whoWaitsHearsBoth() {
        Policy waits = with(sir(Map.of("delay", 1)));
        PeerYState waiting = alice(waits, aliceWithSa(waits), says(Subtype.NACK, COOKIE));
        assertEquals(List.of(STARTED), PeerY.step(waits, DIGEST, waiting, new Event.Tick()).effects());
        PeerYState stopped = alice(waits, waiting, says(Subtype.ACK, COOKIE));
        assertEquals(List.of(), PeerY.step(waits, DIGEST, stopped, new Event.Tick()).effects());
    }

    /** SIR-3.3.2-1, SIR-5-1, SIR-5-3: a peer that did not send the Vendor ID gets IKEv2's liveness check. */
    @Test
    void aPeerWithoutTheVendorIdIsChecked() {
        PeerYState s = alice(POLICY, PeerYState.initial(secrets(1)), halfOpen(BOB, true), established(ALICES_CHILD));
        assertEquals(List.of(new Effect.SendProtected(SPIS, ExchangeTypes.INFORMATIONAL, false, List.of())),
                PeerY.step(POLICY, DIGEST, s, HINT).effects());
    }

    /** SIR-3.5-1, SIR-3.5-2, SIR-3.5-5, SIR-3.5-6: Bob alone can initiate; his offer carries the verdict, and is sent once. */
    @Test
    void aMandatoryInitiatorOffers() {
        Policy mandatory = with(sir(Map.of("initiatesTo", Set.of(ALICE.address()))));
        Step<PeerXState> offer =
                PeerX.step(mandatory, DIGEST, EMPTY_BOB, received(ALICE, BOB, ASKED, check(Subtype.QUERY, COOKIE)));
        List<Payload> payloads = List.of(VendorId.PAYLOAD, check(Subtype.NACK, COOKIE));
        assertEquals(List.of(new Effect.Initiate(SPIS, BOB, ALICE, payloads)), offer.effects());
        var init = new IkeHeader(new IkeSpis(99, 0), ExchangeTypes.IKE_SA_INIT, true, false, 0);
        assertEquals(List.of(new Effect.Accept(BOB, List.of(VendorId.PAYLOAD))), PeerY.step(POLICY, DIGEST, aliceWithSa(POLICY),
                received(BOB, ALICE, init, payloads.toArray(Payload[]::new))).effects());
    }

    /** SIR-3.2.2-5: a stranger who shows that address has it offered one IKE SA in a tick; the next tick another. */
    @Test
    void offersToOnePeerAreLimited() {
        Policy mandatory = Policies.with(with(sir(Map.of("initiatesTo", Set.of(ALICE.address()), "verdicts", 5_000))),
                Map.of("answers", 5_000));
        Event question = received(ALICE, BOB, ASKED, check(Subtype.QUERY, COOKIE));
        PeerXState offered = bob(mandatory, EMPTY_BOB, question);
        assertEquals(List.of(log(Judged.ANSWERS_LIMITED)), PeerX.step(mandatory, DIGEST, offered, question).effects());
        // Others are answered all the same.
        onlySent(PeerX.step(mandatory, DIGEST, offered, received(EVE, BOB, ASKED, check(Subtype.QUERY, COOKIE))));
        assertTrue(PeerX.step(mandatory, DIGEST, bob(mandatory, offered, new Event.Tick()), question).effects().getFirst()
                instanceof Effect.Initiate);
    }
}
