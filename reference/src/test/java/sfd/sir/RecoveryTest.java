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
import static sfd.qcd.Peers.established;
import static sfd.qcd.Peers.halfOpen;
import static sfd.qcd.Peers.log;
import static sfd.qcd.Peers.onlySent;
import static sfd.qcd.Peers.received;
import static sfd.qcd.Peers.secret;
import static sfd.qcd.Peers.secrets;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sfd.ike.CheckSpi;
import sfd.ike.CheckSpi.Subtype;
import sfd.ike.Endpoint;
import sfd.ike.ExchangeTypes;
import sfd.ike.Framing;
import sfd.ike.IkeHeader;
import sfd.ike.IkeMessage;
import sfd.ike.IkeSpis;
import sfd.ike.NotifyTypes;
import sfd.ike.Payload;
import sfd.ike.VendorId;
import sfd.sa.ChildSa;
import sfd.ike.Wire;
import sfd.octets.Octets;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.LogReason.Judged;
import sfd.sa.Policies;
import sfd.sa.Policy;
import sfd.sa.SirPolicy;
import sfd.sa.Step;
import sfd.token.Cookie;

/** Alice as peer Y and Bob as peer X, message by message. */
class RecoveryTest {

    private static final Policy POLICY = calm(Policies.SMALL_BASELINE.sir());

    /** Without dampening, which would only hide what comes next. */
    private static Policy calm(SirPolicy sir) {
        return with(Policies.with(sir, Map.of("dampening", 0)));
    }

    private static SirPolicy sir(Map<String, Object> changes) {
        return Policies.with(POLICY.sir(), changes);
    }

    private static Policy with(SirPolicy sir) {
        return Policies.with(Policies.SMALL_BASELINE, Map.of("sir", sir));
    }

    private static final PeerXState EMPTY_BOB = PeerXState.initial(secrets(1));

    private static PeerXState bob(Policy policy, PeerXState s, Event... events) {
        for (Event event : events) {
            s = PeerX.step(policy, DIGEST, s, event).next();
        }
        return s;
    }

    private static PeerYState alice(Policy policy, PeerYState s, Event... events) {
        for (Event event : events) {
            s = PeerY.step(policy, DIGEST, s, event).next();
        }
        return s;
    }

    /** Alice with an IKE SA whose peer sent the Vendor ID (SIR-5-1). */
    private static PeerYState aliceWithSa(Policy policy) {
        return alice(policy, PeerYState.initial(secrets(1)), halfOpen(BOB, true),
                established(ALICES_CHILD, VendorId.PAYLOAD));
    }

    private static PeerXState bobWithSa() {
        return bob(POLICY, EMPTY_BOB, halfOpen(ALICE, false), established(BOBS_CHILD, VendorId.PAYLOAD));
    }

    private static final Event HINT = received(BOB, ALICE, CHECK.reply(), INVALID_IKE_SPI);
    private static final Octets COOKIE = Cookie.of(DIGEST, secret(1), SPIS, ALICE, BOB);
    private static final IkeHeader ASKED = new IkeHeader(SPIS, ExchangeTypes.INFORMATIONAL, true, false, 0);

    private static Payload check(Subtype subtype, Octets cookie) {
        return new CheckSpi.AboutIkeSa(subtype, SPIS, cookie).notification();
    }

    private static Event.Received says(Subtype subtype, Octets cookie) {
        return received(BOB, ALICE, ASKED.reply(), check(subtype, cookie));
    }

    private static final Effect STARTED = new Effect.Initiate(SPIS, ALICE, BOB, List.of(VendorId.PAYLOAD));

    /** SIR-3.2.2-1 to SIR-3.2.2-11, SIR-3.6-1, and SIR-5-2, for Bob knows nothing of Alice: from the first unanswered packet to the deletion of the old SA. */
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

    /** Those in the header of a request for a new IKE SA (BASE-1.5-3). */
    private static final IkeSpis NEW_SPIS = new IkeSpis(99, 0);

    /** SIR-3.3.2-2: whatever is wrong with a ticket, the answer to that very request is NACK with Y's cookie. */
    @Test
    void aTicketOfNoUseIsRefused() {
        Policy tickets = with(sir(Map.of("tickets", true)));
        Octets ours = Cookie.own(DIGEST, secret(1), ALICE);
        for (Event.Ticket ticket : List.of(Event.Ticket.BAD, Event.Ticket.REFUSED)) {
            for (boolean initiator : new boolean[] {true, false}) {
                IkeMessage refusal = onlySent(PeerX.step(tickets, DIGEST, EMPTY_BOB,
                        new Event.ResumptionAsked(ALICE, BOB, NEW_SPIS, SPIS, initiator, 7, ticket, ours, COOKIE)));
                assertEquals(new IkeMessage(new IkeHeader(NEW_SPIS, ExchangeTypes.IKE_SESSION_RESUME, !initiator, true, 7),
                        List.of(check(Subtype.NACK, COOKIE))), refusal);
            }
            // SIR-3.3.3-4: without our cookie it is dropped.
            assertEquals(List.of(log(Judged.COOKIE_INVALID)), PeerX.step(tickets, DIGEST, EMPTY_BOB,
                    new Event.ResumptionAsked(EVE, BOB, NEW_SPIS, SPIS, true, 0, ticket, ours, COOKIE)).effects());
        }
    }

    /** SIR-5-2: of an IKE SA that another member set up, the peer is taken for able. */
    @Test
    void thePeerOfAnImportedSaIsAsked() {
        PeerYState s = alice(POLICY, PeerYState.initial(secrets(1)),
                new Event.SaImported(SPIS, ALICE, BOB, true, "peer", Set.of(ALICES_CHILD), 0));
        assertEquals(List.of(check(Subtype.QUERY, COOKIE)), onlySent(PeerY.step(POLICY, DIGEST, s, HINT)).payloads());
    }

    /** SIR-3.7-1: also after the Delete of one child SA. */
    @Test
    void aClosedChildSaIsMetWithSilence() {
        PeerXState s = bob(POLICY, bobWithSa(), new Event.ChildSaCreated(SPIS, new ChildSa(5000, 6000)),
                new Event.ChildSaClosed(SPIS, BOBS_CHILD.in()));
        assertEquals(List.of(log(Judged.DELETE_UNDER_WAY)),
                PeerX.step(POLICY, DIGEST, s, esp(ALICE, 4500, BOBS_CHILD.in())).effects());
        assertEquals(List.of(log(Judged.CHILD_SA_EXISTS)), PeerX.step(POLICY, DIGEST, s, esp(ALICE, 4500, 5000)).effects());
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

    private static Payload invalidSpi(int spi) {
        return new Payload.Notify(0, Octets.EMPTY, NotifyTypes.INVALID_SPI, Octets.hex("%08x".formatted(spi)));
    }

    private static Effect askedAboutChild(boolean response, Subtype subtype) {
        return new Effect.SendProtected(SPIS, ExchangeTypes.INFORMATIONAL, response,
                List.of(new CheckSpi.AboutChildSa(subtype, BOBS_CHILD.in(), Octets.EMPTY).notification()));
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

    /** SIR-3.2.2-12: X's cookie goes back in the new IKE_SA_INIT, and X needs no round trip for it. */
    @Test
    void xsCookieIsReflected() {
        Policy own = with(sir(Map.of("ownCookie", true)));
        IkeMessage answer = onlySent(PeerX.step(own, DIGEST, EMPTY_BOB,
                received(ALICE, BOB, ASKED, check(Subtype.QUERY, COOKIE))));
        Payload cookie = answer.payloads().getLast();
        Step<PeerYState> begun = PeerY.step(own, DIGEST, aliceWithSa(own),
                received(BOB, ALICE, answer.header(), answer.payloads().toArray(Payload[]::new)));
        assertEquals(List.of(new Effect.Initiate(SPIS, ALICE, BOB, List.of(cookie, VendorId.PAYLOAD))), begun.effects());
        var init = new IkeHeader(new IkeSpis(99, 0), ExchangeTypes.IKE_SA_INIT, true, false, 0);
        assertEquals(List.of(new Effect.Accept(ALICE, List.of(VendorId.PAYLOAD))),
                PeerX.step(own, DIGEST, EMPTY_BOB, received(ALICE, BOB, init, cookie)).effects());
        assertEquals(List.of(log(Judged.COOKIE_INVALID)),
                PeerX.step(own, DIGEST, EMPTY_BOB, received(EVE, BOB, init, cookie)).effects());
    }

    /** SIR-3.1-1, SIR-3.3-1, SIR-3.3.3-1, SIR-3.3.3-2, SIR-3.3.3-5, SIR-3.3.3-6: with a ticket, and without. */
    @Test
    void aTicketShortensIt() {
        Policy tickets = with(sir(Map.of("tickets", true)));
        IkeMessage hint = onlySent(PeerX.step(tickets, DIGEST, EMPTY_BOB, received(ALICE, BOB, CHECK, SK)));
        Event told = received(BOB, ALICE, hint.header(), hint.payloads().toArray(Payload[]::new));
        Payload reflected = new Payload.Notify(0, Octets.EMPTY, NotifyTypes.COOKIE, Cookie.own(DIGEST, secret(1), ALICE));
        assertEquals(List.of(new Effect.Initiate(SPIS, ALICE, BOB, List.of(reflected, VendorId.PAYLOAD, check(Subtype.QUERY, COOKIE)))),
                PeerY.step(tickets, DIGEST, aliceWithSa(tickets), told).effects());
        // SIR-3.3.3-5: without one the lone cookie is ignored.
        assertEquals(List.of(check(Subtype.QUERY, COOKIE)),
                onlySent(PeerY.step(POLICY, DIGEST, aliceWithSa(POLICY), told)).payloads());
        Octets ours = Cookie.own(DIGEST, secret(1), ALICE);
        assertEquals(List.of(new Effect.Accept(ALICE, List.of(VendorId.PAYLOAD))), PeerX.step(tickets, DIGEST, EMPTY_BOB,
                new Event.ResumptionAsked(ALICE, BOB, NEW_SPIS, SPIS, true, 0, Event.Ticket.GOOD, ours, COOKIE)).effects());
    }

    private static Event.Protected childQuestion() {
        return new Event.Protected(SPIS, ExchangeTypes.INFORMATIONAL, false,
                List.of(new CheckSpi.AboutChildSa(Subtype.QUERY, BOBS_CHILD.in(), Octets.EMPTY).notification()));
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

    private static Event told(Policy policy) {
        IkeMessage hint = onlySent(PeerX.step(policy, DIGEST, EMPTY_BOB, received(ALICE, BOB, CHECK, SK)));
        return received(BOB, ALICE, hint.header(), hint.payloads().toArray(Payload[]::new));
    }

    /** BASE-2.21.4-3, READING-22: what a hint alone began does not take IKEv2's own liveness check away, nor keep one off. */
    @Test
    void aTryOnAHintKeepsTheLivenessCheck() {
        Event.Protected answer = new Event.Protected(SPIS, ExchangeTypes.INFORMATIONAL, true, List.of());
        for (String way : List.of("tickets", "collapsed")) {
            Policy policy = with(sir(Map.of(way, true)));
            PeerYState checked = alice(policy, aliceWithSa(policy), new Event.TrafficDue(SPIS));
            assertTrue(checked.liveness().isChecking(SPIS));
            PeerYState tried = alice(policy, checked, told(policy));
            assertTrue(tried.isRecovering(SPIS) && tried.liveness().isChecking(SPIS));
            PeerYState alive = alice(policy, tried, answer);
            assertFalse(alive.liveness().isChecking(SPIS));
            assertEquals(new Effect.SendProtected(SPIS, ExchangeTypes.INFORMATIONAL, false, List.of()),
                    PeerY.step(policy, DIGEST, alive, new Event.TrafficDue(SPIS)).effects().getFirst());
        }
    }

    /** SIR-3.3.2-2, SIR-3.3.3-8: a refused ticket leads to an ordinary IKE SA, at once; and ACK ends the try. */
    @Test
    void aRefusedTicketLeadsOn() {
        Policy tickets = with(sir(Map.of("tickets", true)));
        PeerYState tried = alice(tickets, aliceWithSa(tickets), told(tickets));
        var header = new IkeHeader(NEW_SPIS, ExchangeTypes.IKE_SESSION_RESUME, false, true, 0);
        assertEquals(List.of(STARTED), PeerY.step(tickets, DIGEST, tried,
                received(BOB, ALICE, header, check(Subtype.NACK, COOKIE))).effects());
        assertFalse(alice(tickets, tried, says(Subtype.ACK, COOKIE)).isRecovering(SPIS));
    }

    /** SIR-9-1, READING-19: without the cookie that X gave there is no answer at all, not even ACK. */
    @Test
    void theCollapsedExchangeNeedsXsCookie() {
        Policy collapsed = with(sir(Map.of("collapsed", true)));
        var init = new IkeHeader(NEW_SPIS, ExchangeTypes.IKE_SA_INIT, true, false, 0);
        Payload wrong = new Payload.Notify(0, Octets.EMPTY, NotifyTypes.COOKIE, Octets.hex("0000"));
        Payload right = new Payload.Notify(0, Octets.EMPTY, NotifyTypes.COOKIE, Cookie.own(DIGEST, secret(1), ALICE));
        for (PeerXState s : List.of(EMPTY_BOB, bobWithSa())) {
            assertEquals(List.of(log(Judged.COOKIE_INVALID)), PeerX.step(collapsed, DIGEST, s,
                    received(EVE, BOB, init, wrong, check(Subtype.QUERY, COOKIE))).effects());
        }
        assertEquals(List.of(check(Subtype.ACK, COOKIE)), onlySent(PeerX.step(collapsed, DIGEST, bobWithSa(),
                received(ALICE, BOB, init, right, check(Subtype.QUERY, COOKIE)))).payloads());
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

    /** BASE-2.5-1: a lone cookie decides nothing, before the question or behind it. */
    @Test
    void theOrderDecidesNothing() {
        Payload lone = new CheckSpi.LoneCookie(COOKIE).notification();
        Payload query = check(Subtype.QUERY, COOKIE);
        for (Payload[] payloads : List.of(new Payload[] {lone, query}, new Payload[] {query, lone})) {
            assertEquals(List.of(check(Subtype.NACK, COOKIE)),
                    onlySent(PeerX.step(POLICY, DIGEST, EMPTY_BOB, received(ALICE, BOB, ASKED, payloads))).payloads());
        }
    }
}
