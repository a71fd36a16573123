package sfd.qcd;

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
import static sfd.qcd.Peers.POLICY;
import static sfd.qcd.Peers.SPIS;
import static sfd.qcd.Peers.bob;
import static sfd.qcd.Peers.established;
import static sfd.qcd.Peers.fragment;
import static sfd.qcd.Peers.halfOpen;
import static sfd.qcd.Peers.log;
import static sfd.qcd.Peers.onlySent;
import static sfd.qcd.Peers.received;
import static sfd.qcd.Peers.secret;
import static sfd.qcd.Peers.secrets;
import static sfd.qcd.Peers.token;
import static sfd.qcd.Peers.with;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sfd.ike.Address;
import sfd.ike.Endpoint;
import sfd.ike.ExchangeTypes;
import sfd.ike.IkeHeader;
import sfd.ike.IkeMessage;
import sfd.ike.IkeSpis;
import sfd.ike.IpProtocol;
import sfd.ike.NotifyTypes;
import sfd.ike.Payload;
import sfd.ike.PayloadTypes;
import sfd.ike.Reason;
import sfd.octets.OctetWriter;
import sfd.octets.Octets;
import sfd.sa.ChildSa;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.LogReason;
import sfd.sa.LogReason.Judged;
import sfd.sa.Policies;
import sfd.sa.Policy;
import sfd.sa.Step;
import sfd.sir.PeerX;
import sfd.sir.PeerXState;
import sfd.token.Cookie;
import sfd.token.TokenMethod;

/** Octets and events that anybody may send, and what they must not do. */
class StrangersTest {

    private static final MakerState REBOOTED = MakerState.initial(secrets(1));

    private static Step<MakerState> bobGets(Policy policy, Event event) {
        return Maker.step(policy, DIGEST, REBOOTED, event);
    }

    /** BASE-3.14-1, BASE-7383.2.5-1: an encrypted payload without room for what encryption adds draws nothing. */
    @Test
    void whatCannotBeEncryptedDrawsNothing() {
        Event e = new Event.Received(new Endpoint(ALICE.address(), 500), new Endpoint(BOB.address(), 500),
                Octets.hex("1111111111111111222222222222222235202508000000040000002000000004"));
        assertEquals(List.of(log(new LogReason.Unreadable(Reason.ENCRYPTED_TOO_SHORT))), bobGets(POLICY, e).effects());
        assertSame(REBOOTED, bobGets(POLICY, e).next());
    }

    /** BASE-7383.2.6.1-1: a message in seven fragments is one request. */
    @Test
    void sevenFragmentsDrawOneAnswer() {
        MakerState s = REBOOTED;
        var sent = new ArrayList<Effect>();
        for (int number = 7; number > 0; number--) {
            Step<MakerState> step = Maker.step(POLICY, DIGEST, s, received(ALICE, BOB, Peers.CHECK, fragment(number, 7)));
            step.effects().stream().filter(Effect.Send.class::isInstance).forEach(sent::add);
            assertTrue(number == 1 || step.effects().equals(List.of(log(Judged.LATER_FRAGMENT))), step::toString);
            s = step.next();
        }
        assertEquals(1, sent.size());
    }

    /** BASE-2.6-1: no IKE SA has a zero SPI, neither of them. */
    @Test
    void aRequestWithAZeroSpiIsNone() {
        for (IkeSpis spis : List.of(new IkeSpis(0, 5), new IkeSpis(5, 0), IkeSpis.NONE)) {
            assertEquals(List.of(log(Judged.NOT_A_PROTECTED_REQUEST)), bobGets(POLICY,
                    received(ALICE, BOB, new IkeHeader(spis, ExchangeTypes.INFORMATIONAL, true, false, 2), Peers.SK)).effects());
        }
    }

    /** BASE-2.21.4-9: whatever draws an answer, the answer has at most three times its octets; tokens go first, oldest first. */
    @Test
    void noAnswerIsAMultipleOfWhatDrewIt() {
        MakerState s = MakerState.initial(secrets(4, 3, 2, 1));
        for (int inside = 17; inside < 100; inside++) {
            Event.Received e = received(ALICE, BOB, Peers.CHECK,
                    new Payload.Encrypted(PayloadTypes.SK, 0, Octets.of(new byte[inside])));
            List<Effect> effects = Maker.step(POLICY, DIGEST, s, e).effects();
            Octets answer = ((Effect.Send) effects.getLast()).datagram();
            assertTrue(answer.length() <= 3 * e.datagram().length(), "inside " + inside);
            assertTrue(answer.length() + 40 > 3 * e.datagram().length() || answer.length() == 40 + 4 * 40, "inside " + inside);
            assertEquals(answer.length() < 200, effects.contains(log(Judged.PAYLOADS_LEFT_OUT)), "inside " + inside);
        }
        // Of the least request with AES-GCM and a tag of 16 octets: three tokens, the newest.
        Event.Received gcm = received(ALICE, BOB, Peers.CHECK, new Payload.Encrypted(PayloadTypes.SK, 0, Octets.of(new byte[25])));
        List<Payload> payloads = onlySentAfterLog(Maker.step(POLICY, DIGEST, s, gcm)).payloads();
        assertEquals(List.of(token(4, SPIS), token(3, SPIS), token(2, SPIS)), payloads.subList(1, payloads.size()));
        // With the bound off all four go out.
        assertEquals(5, onlySent(Maker.step(with("amplification", 0), DIGEST, s, gcm)).payloads().size());
    }

    /** BASE-2.21.4-9: an ESP packet of 8 octets is not answered at all: the hint alone is more than three times as long. */
    @Test
    void theLeastEspPacketIsNotAnswered() {
        Step<MakerState> step = bobGets(POLICY, new Event.Received(EVE, BOB, new OctetWriter().u32(0x1234567).u32(1).toOctets()));
        assertEquals(List.of(log(Judged.ANSWER_TOO_LARGE)), step.effects());
        assertSame(REBOOTED, step.next());
    }

    private static IkeMessage onlySentAfterLog(Step<?> step) {
        assertEquals(log(Judged.PAYLOADS_LEFT_OUT), step.effects().getFirst());
        return onlySent(new Step<>(step.next(), step.effects().subList(1, 2), step.because()));
    }

    /** BASE-1.5-1, BASE-4302.2-1: the SPI that is reported is that of the AH packet, not its first four octets. */
    @Test
    void theSpiOfAhIsReported() {
        var from = new Endpoint(ALICE.address(), Endpoint.NO_UDP);
        var to = new Endpoint(BOB.address(), Endpoint.NO_UDP);
        Octets ah = new OctetWriter().u32(0x04040000).u32(0x39fa7626).u32(1).u64(0).u32(0).toOctets();
        IkeMessage report = onlySent(bobGets(POLICY, new Event.Received(from, to, IpProtocol.AH, ah)));
        assertEquals(Octets.hex("39fa7626"), report.notifies(NotifyTypes.INVALID_SPI).getFirst().data());
    }

    /** QCD-4.4-1, QCD-5.2-2, BASE-2.23-2: where no request of the peer is being handled, the new token is a request of our own. */
    @Test
    void aTokenIsReplacedWhoeverMoved() {
        Policy policy = with("method", TokenMethod.SPIS_AND_ADDRESS);
        MakerState s = bob(policy, REBOOTED, halfOpen(ALICE, false), established(BOBS_CHILD));
        for (Event.MoveCause cause : Event.MoveCause.values()) {
            Payload fresh = token(TokenMethod.SPIS_AND_ADDRESS.token(DIGEST, secret(1), SPIS, EVE.address()));
            boolean told = cause == Event.MoveCause.REQUEST;
            Step<MakerState> step = Maker.step(policy, DIGEST, s, new Event.AddressChanged(SPIS, BOB, EVE, cause));
            assertEquals(List.of(new Effect.SendProtected(SPIS, ExchangeTypes.INFORMATIONAL, told, List.of(fresh))),
                    step.effects());
            // Only a MOBIKE request has an answer to ride in.
            assertEquals(told ? Set.of("QCD-4.1-1", "QCD-4.4-1", "QCD-5.2-2") : Set.of("QCD-4.1-1", "QCD-4.4-1"),
                    step.because());
        }
    }

    /** READING-26: an address is the same however a socket shows it: no move, and the same token of method 5.2. */
    @Test
    void anIpv4AddressInAnIpv6OneIsTheSame() {
        Address mapped = Address.parse("::ffff:192.0.2.1");
        assertEquals(ALICE.address(), mapped);
        assertEquals(TokenMethod.SPIS_AND_ADDRESS.token(DIGEST, secret(1), SPIS, ALICE.address()),
                TokenMethod.SPIS_AND_ADDRESS.token(DIGEST, secret(1), SPIS, mapped));
        Policy policy = with("method", TokenMethod.SPIS_AND_ADDRESS);
        MakerState s = bob(policy, REBOOTED, halfOpen(ALICE, false), established(BOBS_CHILD));
        assertEquals(List.of(), Maker.step(policy, DIGEST, s,
                new Event.AddressChanged(SPIS, BOB, new Endpoint(mapped, 4500), Event.MoveCause.NAT)).effects());
    }

    /** READING-27: beside INVALID_SPI the header's SPIs are no hint, whichever of the two comes first. */
    @Test
    void oneMessageIsOneHint() {
        TakerState s = Peers.alice(POLICY, TakerState.INITIAL, halfOpen(BOB, true), established(ALICES_CHILD));
        Payload unknown = new Payload.Notify(0, Octets.EMPTY, NotifyTypes.INVALID_SPI, Octets.hex("00000abc"));
        for (Payload[] both : List.of(new Payload[] {unknown, INVALID_IKE_SPI}, new Payload[] {INVALID_IKE_SPI, unknown})) {
            Step<TakerState> step = Taker.step(POLICY, DIGEST, s, received(BOB, ALICE, CHECK.reply(), both));
            assertSame(s, step.next());
            assertEquals(List.of(log(Judged.NO_SUCH_IKE_SA)), step.effects());
        }
    }

    /** Two peers chose the same child SPI: a hint at it concerns both IKE SAs, and the token that fits ends its own. */
    @Test
    void oneChildSpiOfTwoPeers() {
        Policy policy = with("checks", 2);
        var carol = new Endpoint(Address.parse("198.51.100.77"), 4500);
        TakerState s = Peers.alice(policy, TakerState.INITIAL, halfOpen(BOB, true), established(ALICES_CHILD, token(1, SPIS)),
                new Event.SaHalfOpen(OTHER_SPIS, ALICE, carol, true),
                new Event.SaEstablished(OTHER_SPIS, "carol", Set.of(new ChildSa(999, ALICES_CHILD.out())),
                        List.of(token(1, OTHER_SPIS))));
        var header = new IkeHeader(IkeSpis.NONE, ExchangeTypes.INFORMATIONAL, true, false, 0);
        Payload invalid = new Payload.Notify(0, Octets.EMPTY, NotifyTypes.INVALID_SPI,
                new OctetWriter().u32(ALICES_CHILD.out()).toOctets());
        List<Effect> checks = Taker.step(policy, DIGEST, s, received(EVE, ALICE, header, invalid)).effects();
        assertEquals(Set.of(SPIS, OTHER_SPIS), Set.copyOf(checks.stream()
                .map(Effect.SendProtected.class::cast).map(Effect.SendProtected::spis).toList()));
        for (IkeSpis spis : List.of(SPIS, OTHER_SPIS)) {
            Step<TakerState> step = Taker.step(policy, DIGEST, s, received(EVE, ALICE, header, invalid, token(1, spis)));
            assertFalse(step.next().sas().isKnown(spis));
            assertEquals(1, step.next().sas().size());
        }
    }

    /** BASE-2.6-5: an IKE_SA_INIT response with a cookie is no cookie shown, as each responder under load sends one. */
    @Test
    void aCookieInAResponseIsNotAccepted() {
        Octets datagram = Octets.hex("3333333333333333000000000000000029202220000000000000004800"
                + "00002c00004006000000010f5f7586170dc915855bc27a5b2b095cc0913cb06a7a8d8d177d3353200ce22a");
        PeerXState s = PeerXState.initial(secrets(1));
        Step<PeerXState> step = PeerX.step(POLICY, DIGEST, s, new Event.Received(
                new Endpoint(ALICE.address(), 500), new Endpoint(BOB.address(), 500), datagram));
        assertEquals(List.of(log(Judged.RESPONSE_WITHOUT_IKE_SA)), step.effects());
        assertSame(s, step.next());
    }

    /** SIR-3.3.3-3, SIR-4-1: a thousand resumptions of an IKE SA that is there draw as many answers as the policy says. */
    @Test
    void resumptionsAreLimited() {
        Policy policy = Policies.with(POLICY, Map.of("sir", Policies.with(POLICY.sir(), Map.of("tickets", true))));
        PeerXState s = PeerXState.initial(secrets(1));
        Event asked = new Event.ResumptionAsked(ALICE, BOB, OTHER_SPIS, SPIS, true, 0, Event.Ticket.GOOD,
                Cookie.own(DIGEST, secret(1), ALICE), Cookie.of(DIGEST, secret(1), SPIS, ALICE, BOB));
        s = PeerX.step(policy, DIGEST, s, halfOpen(ALICE, false)).next();
        // Half open it protects nothing.
        assertEquals(List.of(log(Judged.IKE_SA_HALF_OPEN)), PeerX.step(policy, DIGEST, s, asked).effects());
        s = PeerX.step(policy, DIGEST, s, established(BOBS_CHILD)).next();
        int sent = 0;
        for (int i = 0; i < 1000; i++) {
            Step<PeerXState> step = PeerX.step(policy, DIGEST, s, asked);
            sent += (int) step.effects().stream().filter(Effect.SendProtected.class::isInstance).count();
            s = step.next();
        }
        assertEquals(policy.sir().verdicts(), sent);
    }

    /** SIR-3.5-2: a mandatory initiator begins nothing towards a stranger. */
    @Test
    void aMandatoryInitiatorKnowsItsPeers() {
        Policy policy = Policies.with(POLICY, Map.of("sir",
                Policies.with(POLICY.sir(), Map.of("initiatesTo", Set.of(ALICE.address())))));
        Event query = received(EVE, BOB, new IkeHeader(SPIS, ExchangeTypes.INFORMATIONAL, true, false, 0),
                new sfd.ike.CheckSpi.AboutIkeSa(sfd.ike.CheckSpi.Subtype.QUERY, SPIS, Octets.hex("00".repeat(36))).notification());
        assertTrue(PeerX.step(policy, DIGEST, PeerXState.initial(secrets(1)), query).effects().getFirst()
                instanceof Effect.Send);
    }

    /** QCD-8.2-1: of IKE SAs that were lost the child map remembers so many, however many come and go. */
    @Test
    void theChildMapDoesNotGrow() {
        Policy policy = with("childMap", true, "childMapLost", 3);
        MakerState s = REBOOTED;
        for (int i = 1; i <= 50; i++) {
            var spis = new IkeSpis(i, i);
            s = bob(policy, s, new Event.SaHalfOpen(spis, BOB, ALICE, false),
                    new Event.SaEstablished(spis, "peer", Set.of(new ChildSa(1000 + i, 2000 + i)), List.of()),
                    i % 2 == 0 ? new Event.SaForgotten(spis) : new Event.Rebooted(secrets(1)));
            assertTrue(s.childMap().entries().size() <= 3, "after " + i);
        }
        assertEquals(3, s.childMap().entries().size());
    }

    /** QCD-8.2-1: after a rekey of the child, and a crash, the map knows the new one and not the old. */
    @Test
    void theChildMapFollowsARekeyOfTheChild() {
        Policy policy = with("childMap", true);
        var fresh = new ChildSa(0x5000, 0x6000);
        MakerState s = bob(policy, REBOOTED, halfOpen(ALICE, false), established(BOBS_CHILD),
                new Event.ChildSaCreated(SPIS, fresh), new Event.ChildSaClosed(SPIS, BOBS_CHILD.in()),
                new Event.Rebooted(secrets(1)));
        assertEquals(2, onlySent(Maker.step(policy, DIGEST, s, Peers.esp(ALICE, 4500, fresh.in()))).payloads().size());
        assertEquals(1, onlySent(Maker.step(policy, DIGEST, s, Peers.esp(ALICE, 4500, BOBS_CHILD.in()))).payloads().size());
    }
}
