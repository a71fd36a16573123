package sfd.sir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sfd.qcd.Peers.ALICE;
import static sfd.qcd.Peers.BOB;
import static sfd.qcd.Peers.CHECK;
import static sfd.qcd.Peers.DIGEST;
import static sfd.qcd.Peers.EVE;
import static sfd.qcd.Peers.INVALID_IKE_SPI;
import static sfd.qcd.Peers.SK;
import static sfd.qcd.Peers.SPIS;
import static sfd.qcd.Peers.log;
import static sfd.qcd.Peers.onlySent;
import static sfd.qcd.Peers.received;
import static sfd.qcd.Peers.secret;
import static sfd.sir.RecoveringPeers.ASKED;
import static sfd.sir.RecoveringPeers.COOKIE;
import static sfd.sir.RecoveringPeers.EMPTY_BOB;
import static sfd.sir.RecoveringPeers.NEW_SPIS;
import static sfd.sir.RecoveringPeers.POLICY;
import static sfd.sir.RecoveringPeers.STARTED;
import static sfd.sir.RecoveringPeers.alice;
import static sfd.sir.RecoveringPeers.aliceWithSa;
import static sfd.sir.RecoveringPeers.bobWithSa;
import static sfd.sir.RecoveringPeers.check;
import static sfd.sir.RecoveringPeers.says;
import static sfd.sir.RecoveringPeers.sir;
import static sfd.sir.RecoveringPeers.told;
import static sfd.sir.RecoveringPeers.with;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sfd.ike.CheckSpi;
import sfd.ike.CheckSpi.Subtype;
import sfd.ike.ExchangeTypes;
import sfd.ike.IkeHeader;
import sfd.ike.IkeMessage;
import sfd.ike.IkeSpis;
import sfd.ike.NotifyTypes;
import sfd.ike.Payload;
import sfd.ike.VendorId;
import sfd.octets.Octets;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.LogReason.Judged;
import sfd.sa.Policy;
import sfd.sa.Step;
import sfd.token.Cookie;

/** Alice as peer Y and Bob as peer X with what makes recovery shorter: cookies of X, tickets, the collapsed exchange. */
class ShortRecoveryTest {

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

    /** BASE-2.6-4, READING-20: a cookie of 1 to 64 octets is shown again; one of others is none, and is said to be refused. */
    @Test
    void theLengthOfACookieHasBounds() {
        Policy tickets = with(sir(Map.of("tickets", true)));
        for (int length : new int[] {0, 1, 64, 65}) {
            boolean fits = length == 1 || length == 64;
            Octets octets = Octets.hex("5a".repeat(length));
            Payload cookie = new Payload.Notify(0, Octets.EMPTY, NotifyTypes.COOKIE, octets);
            Step<PeerYState> begun = PeerY.step(POLICY, DIGEST, aliceWithSa(POLICY),
                    received(BOB, ALICE, ASKED.reply(), check(Subtype.NACK, COOKIE), cookie));
            assertEquals(List.of(new Effect.Initiate(SPIS, ALICE, BOB,
                    fits ? List.of(cookie, VendorId.PAYLOAD) : List.of(VendorId.PAYLOAD))), begun.effects(), "of " + length);
            assertEquals(!fits, begun.because().contains("BASE-2.6-4"), "of " + length);
            Step<PeerYState> hinted = PeerY.step(tickets, DIGEST, aliceWithSa(tickets),
                    received(BOB, ALICE, CHECK.reply(), INVALID_IKE_SPI, new CheckSpi.LoneCookie(octets).notification()));
            assertEquals(fits, hinted.effects().getFirst() instanceof Effect.Initiate, "alone, of " + length);
            assertEquals(!fits, hinted.because().contains("BASE-2.6-4"), "alone, of " + length);
        }
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

    /** READING-22: what ends a try on a hint alone is no wait (SIR-3.2.3-1), but the answer to what was tried. */
    @Test
    void aTryEndsByItsAnswer() {
        for (String way : List.of("tickets", "collapsed")) {
            Policy policy = with(sir(Map.of(way, true)));
            boolean collapsed = way.equals("collapsed");
            PeerYState tried = alice(policy, aliceWithSa(policy), told(policy));
            var header = new IkeHeader(NEW_SPIS, collapsed ? ExchangeTypes.IKE_SA_INIT : ExchangeTypes.IKE_SESSION_RESUME,
                    false, true, 0);
            for (Subtype subtype : List.of(Subtype.ACK, Subtype.NACK)) {
                Set<String> because = PeerY.step(policy, DIGEST, tried,
                        received(BOB, ALICE, header, check(subtype, COOKIE))).because();
                assertFalse(because.contains("SIR-3.2.3-1"), way + subtype);
                assertEquals(collapsed, because.contains("SIR-9-1"), way + subtype);
                assertEquals(!collapsed && subtype == Subtype.NACK, because.contains("SIR-3.3.3-8"), way + subtype);
            }
            // A plain answer, to a question of before, is of neither.
            assertEquals(Set.of("SIR-3.2.2-9", "SIR-3.2.2-10", "SIR-4-1"),
                    PeerY.step(policy, DIGEST, tried, says(Subtype.ACK, COOKIE)).because());
        }
    }

    /** SIR-2.1-5, READING-31: where an end moves, a try with a cookie over the old ones is over, and the next hint asks anew. */
    @Test
    void aTryEndsWithAMove() {
        for (String way : List.of("tickets", "collapsed")) {
            Policy policy = with(sir(Map.of(way, true)));
            PeerYState tried = alice(policy, aliceWithSa(policy), told(policy));
            assertTrue(alice(policy, tried, new Event.AddressChanged(SPIS, ALICE, BOB, Event.MoveCause.SELF)).isRecovering(SPIS));
            PeerYState moved = alice(policy, tried, new Event.AddressChanged(SPIS, EVE, BOB, Event.MoveCause.SELF));
            assertFalse(moved.isRecovering(SPIS));
            PeerYState later = alice(policy, moved, new Event.Tick());
            var again = (Effect.Initiate) PeerY.step(policy, DIGEST, later, told(policy)).effects().getFirst();
            assertEquals(EVE, again.from());
        }
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
        Step<PeerXState> has = PeerX.step(collapsed, DIGEST, bobWithSa(),
                received(ALICE, BOB, init, right, check(Subtype.QUERY, COOKIE)));
        assertEquals(List.of(check(Subtype.ACK, COOKIE)), onlySent(has).payloads());
        // It is this exchange that asked, and the cookie that shows who: not so of a plain QUERY.
        assertTrue(has.because().containsAll(Set.of("SIR-9-1", "BASE-2.6-4")));
        assertFalse(PeerX.step(collapsed, DIGEST, bobWithSa(), received(ALICE, BOB, ASKED, check(Subtype.QUERY, COOKIE)))
                .because().contains("SIR-9-1"));
    }

    /** READING-19: without the collapsed exchange a CHECK_SPI beside X's cookie is not looked at; nor ever a lone one. */
    @Test
    void aQuestionOnIkeSaInitIsForWhoKnowsIt() {
        var init = new IkeHeader(NEW_SPIS, ExchangeTypes.IKE_SA_INIT, true, false, 0);
        Payload right = new Payload.Notify(0, Octets.EMPTY, NotifyTypes.COOKIE, Cookie.own(DIGEST, secret(1), ALICE));
        List<Effect> accepted = List.of(new Effect.Accept(ALICE, List.of(VendorId.PAYLOAD)));
        for (PeerXState s : List.of(EMPTY_BOB, bobWithSa())) {
            assertEquals(accepted, PeerX.step(POLICY, DIGEST, s,
                    received(ALICE, BOB, init, right, check(Subtype.QUERY, COOKIE))).effects());
            assertEquals(accepted, PeerX.step(with(sir(Map.of("collapsed", true))), DIGEST, s,
                    received(ALICE, BOB, init, right, new CheckSpi.LoneCookie(COOKIE).notification())).effects());
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
