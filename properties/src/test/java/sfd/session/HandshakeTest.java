package sfd.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sfd.ike.Address;
import sfd.ike.Endpoint;
import sfd.ike.Framing;
import sfd.ike.IkeMessage;
import sfd.ike.NotifyTypes;
import sfd.ike.Payload;
import sfd.ike.Wire;
import sfd.octets.Octets;

/** Our initiator with our responder: both have the same SA, or none. */
class HandshakeTest {

    private static void agree(Ends ends) {
        Session a = ends.a();
        Session b = ends.b();
        assertEquals(a.spis(), b.spis());
        assertEquals(a.keys(), b.keys());
        assertEquals(a.here(), b.peer());
        assertEquals(a.peer(), b.here());
        assertEquals(a.own(), b.other());
        assertEquals(a.other(), b.own());
        assertTrue(a.initiator() && !b.initiator());
        assertEquals(a.nat(), b.nat());
        Child ours = a.children().getFirst();
        Child theirs = b.children().getFirst();
        assertEquals(List.of(ours.in(), ours.out(), ours.inKey(), ours.outKey(), ours.own(), ours.peer()),
                List.of(theirs.out(), theirs.in(), theirs.outKey(), theirs.inKey(), theirs.peer(), theirs.own()));
        assertNotEquals(ours.inKey(), ours.outKey());
    }

    @ParameterizedTest
    @EnumSource
    void eachSuite(Suite suite) {
        Ends ends = Ends.meet(Ends.SETUP.withSuites(suite));
        agree(ends);
        assertEquals(suite, ends.a().keys().suite());
        assertEquals(4, ends.datagrams().size());
    }

    @ParameterizedTest
    @EnumSource
    void theResponderChooses(Suite suite) {
        Ends ends = Ends.meet(Ends.SETUP, new Responder(Ends.SETUP.mirrored().withSuites(suite)), Ends.random(2));
        agree(ends);
        assertEquals(suite, ends.a().keys().suite());
    }

    @ParameterizedTest
    @EnumSource
    void eachMethod(KeyExchange method) {
        agree(Ends.meet(Ends.SETUP.withMethods(method)));
    }

    @Test
    void anotherMethodIsWanted() {
        Setup both = Ends.SETUP.withMethods(KeyExchange.values());
        Ends ends = Ends.meet(both, new Responder(both.mirrored().withMethods(KeyExchange.ECP_256)), Ends.random(3));
        agree(ends);
        assertEquals(6, ends.datagrams().size());
    }

    @Test
    void aCookieIsWanted() {
        var responder = new Responder(Ends.SETUP.mirrored(), Optional.of(Key.of(Octets.hex("0102"))));
        Ends ends = Ends.meet(Ends.SETUP, responder, Ends.random(4));
        agree(ends);
        assertEquals(6, ends.datagrams().size());
    }

    @Test
    void aCookieAndThenAnotherMethod() {
        Setup both = Ends.SETUP.withMethods(KeyExchange.values());
        Ends ends = Ends.meet(both, new Responder(both.mirrored().withMethods(KeyExchange.ECP_256), Optional.of(Key.of(Octets.hex("01")))),
                Ends.random(5));
        agree(ends);
        assertEquals(8, ends.datagrams().size());
    }

    @Test
    void cookiesWithoutEnd() {
        Initiating first = Initiating.begin(Ends.SETUP, Ends.random(6));
        Handshake now = first;
        Progress last = null;
        for (int i = 0; i < 5; i++) {
            var always = new Responder(Ends.SETUP.mirrored(), Optional.of(Key.of(Octets.of((byte) i))));
            Datagram cookie = assertInstanceOf(Progress.Declined.class, always.receive(now.sent(), Ends.random(i))).send();
            last = now.receive(cookie, Ends.random(i));
            now = last instanceof Progress.Continued continued ? continued.next() : now;
        }
        assertEquals(new Progress.Ignored(Flaw.TOO_MANY_RESTARTS), last);
        assertEquals(first.spi(), ((Initiating) now).spi());
        assertEquals(first.nonce(), ((Initiating) now).nonce());
    }

    /** An answer of Bob's with one payload replaced, or this one alone. */
    private static Progress answered(Payload replacement, boolean alone) {
        Initiating alice = Initiating.begin(Ends.SETUP, Ends.random(31));
        Handshake bob = assertInstanceOf(Progress.Continued.class,
                new Responder(Ends.SETUP.mirrored()).receive(alice.sent(), Ends.random(32))).next();
        IkeMessage answer = Arrival.of(bob.sent()).orElseThrow().message();
        List<Payload> payloads = alone ? List.of(replacement) : answer.payloads().stream()
                .map(it -> it.payloadType() == replacement.payloadType() ? replacement : it).toList();
        return alice.receive(new Datagram(Ends.BOB, Ends.ALICE, Wire.encode(Framing.IKE, new IkeMessage(answer.header(), payloads))),
                Ends.random(33));
    }

    @Test
    void anAnswerBeyondTheOffer() {
        Proposal right = Offer.ike(List.of(Suite.AES_GCM_16_256), List.of(KeyExchange.CURVE25519), Octets.EMPTY).getFirst();
        assertInstanceOf(Progress.Continued.class, answered(Proposal.encode(List.of(right)), false));
        List<Transform> all = right.transforms();
        for (List<Transform> wrong : List.of(all.subList(0, 2), Stream.concat(all.stream(), Stream.of(all.getFirst())).toList(),
                Stream.concat(Stream.of(new Transform(Transform.ENCRYPTION, 20, 128)), all.stream().skip(1)).toList())) {
            var proposal = new Proposal(1, Proposal.IKE, Octets.EMPTY, wrong);
            assertEquals(new Progress.Ignored(Flaw.PROPOSAL), answered(Proposal.encode(List.of(proposal)), false));
        }
        assertEquals(new Progress.Ignored(Flaw.KEY_EXCHANGE),
                answered(Bodies.keyShare(KeyExchange.CURVE25519, Octets.of(new byte[32])), false));
    }

    @Test
    void theMethodThatWasSentIsWanted() {
        var refused = assertInstanceOf(Progress.Refused.class, answered(Faults.wanted(KeyExchange.CURVE25519), true));
        assertEquals(Faults.INVALID_KE_PAYLOAD, refused.error());
        assertInstanceOf(Progress.Refused.class, answered(Faults.wanted(KeyExchange.ECP_256), true));
    }

    @Test
    void natMovesBothToTheSharedPort() {
        Ends quiet = Ends.meet(Ends.SETUP);
        assertEquals(500, quiet.a().peer().port());
        for (Setup bob : List.of(Ends.SETUP.mirrored().withNat(Nat.FORCE), Ends.SETUP.mirrored())) {
            Setup alice = Ends.SETUP.withNat(bob.nat() == Nat.FORCE ? Nat.DETECT : Nat.FORCE);
            Ends forced = Ends.meet(alice, new Responder(bob), Ends.random(7));
            agree(forced);
            assertTrue(forced.a().nat());
            assertEquals(List.of(4500, 4500), List.of(forced.a().here().port(), forced.a().peer().port()));
        }
        assertEquals(500, Ends.meet(Ends.SETUP.withNat(Nat.SILENT)).a().peer().port());
    }

    @Test
    void aChangedAddressIsSeenByBoth() {
        Initiating alice = Initiating.begin(Ends.SETUP, Ends.random(8));
        var outside = new Endpoint(Address.parse("198.51.100.7"), 1024);
        var changed = new Datagram(outside, Ends.BOB, alice.sent().octets());
        HalfOpen bob = (HalfOpen) assertInstanceOf(Progress.Continued.class,
                new Responder(Ends.SETUP.mirrored()).receive(changed, Ends.random(9))).next();
        assertTrue(bob.nat());
        Progress back = alice.receive(new Datagram(Ends.BOB, Ends.ALICE, bob.sent().octets()), Ends.random(10));
        assertTrue(((Authenticating) assertInstanceOf(Progress.Continued.class, back).next()).nat());
    }

    @Test
    void furtherPayloadsArriveInTheirPlace() {
        Setup setup = Ends.SETUP.withExtra(List.of(Ends.STATUS), List.of(Ends.TOKEN));
        Ends ends = Ends.meet(setup, new Responder(setup.mirrored().withExtra(List.of(Ends.STATUS), List.of(Ends.TOKEN))), Ends.random(11));
        for (Progress.Established end : List.of(ends.alice(), ends.bob())) {
            assertTrue(end.first().contains(Ends.STATUS));
            List<Payload> payloads = end.authenticated();
            assertEquals(List.of(Ends.TOKEN), List.copyOf(Payload.notifies(payloads, NotifyTypes.QUICK_CRASH_DETECTION)));
            List<Integer> types = payloads.stream().map(Payload::payloadType).toList();
            int token = payloads.indexOf(Ends.TOKEN);
            // QCD-4.2-3
            assertEquals(List.of(Bodies.AUTHENTICATION, 33), List.of(types.get(token - 1), types.get(token + 1)));
        }
    }

    @Test
    void anotherKeyOrIdentity() {
        Setup other = Setup.hosts(Ends.ALICE, Ends.BOB, Identity.fqdn("alice.example"), Identity.fqdn("bob.example"),
                Key.of(Octets.hex("01")));
        Setup mallory = Setup.hosts(Ends.ALICE, Ends.BOB, Identity.address(Ends.ALICE.address()), Identity.fqdn("bob.example"),
                Ends.SETUP.preShared());
        for (Setup wrong : List.of(other, mallory)) {
            var responder = new Responder(Ends.SETUP.mirrored());
            Initiating first = Initiating.begin(wrong, Ends.random(12));
            Handshake bob = assertInstanceOf(Progress.Continued.class, responder.receive(first.sent(), Ends.random(13))).next();
            Handshake alice = assertInstanceOf(Progress.Continued.class, first.receive(bob.sent(), Ends.random(14))).next();
            var declined = assertInstanceOf(Progress.Declined.class, bob.receive(alice.sent(), Ends.random(15)));
            var refused = assertInstanceOf(Progress.Refused.class, alice.receive(declined.send(), Ends.random(16)));
            assertEquals(Faults.AUTHENTICATION_FAILED, refused.error());
            assertTrue(refused.isProtected());
        }
    }

    @Test
    void aResponderWithAnotherIdentityIsNotBelieved() {
        Setup eve = Ends.SETUP.mirrored();
        Setup named = new Setup(eve.here(), eve.peer(), Identity.fqdn("eve.example"), eve.expected(), eve.preShared(), eve.ownTraffic(),
                eve.peerTraffic(), eve.nat(), eve.suites(), eve.methods(), List.of(), List.of());
        Initiating first = Initiating.begin(Ends.SETUP, Ends.random(17));
        Handshake bob = assertInstanceOf(Progress.Continued.class, new Responder(named).receive(first.sent(), Ends.random(18))).next();
        Handshake alice = assertInstanceOf(Progress.Continued.class, first.receive(bob.sent(), Ends.random(19))).next();
        var answer = assertInstanceOf(Progress.Established.class, bob.receive(alice.sent(), Ends.random(20))).send().orElseThrow();
        assertEquals(new Progress.Ignored(Flaw.IDENTITY), alice.receive(answer, Ends.random(21)));
    }

    @Test
    void nothingInCommon() {
        Initiating alice = Initiating.begin(Ends.SETUP.withSuites(Suite.AES_GCM_16_256), Ends.random(22));
        var bob = new Responder(Ends.SETUP.mirrored().withSuites(Suite.AES_CBC_256_HMAC_SHA2_256_128));
        var declined = assertInstanceOf(Progress.Declined.class, bob.receive(alice.sent(), Ends.random(23)));
        var refused = assertInstanceOf(Progress.Refused.class, alice.receive(declined.send(), Ends.random(24)));
        assertEquals(Faults.NO_PROPOSAL_CHOSEN, refused.error());
        assertTrue(!refused.isProtected());
    }

    @Test
    void trafficThatTheOtherDoesNotWant() {
        Setup bob = Ends.SETUP.mirrored().withTraffic(List.of(Selector.host(Address.parse("203.0.113.1"))), Ends.SETUP.ownTraffic());
        Ends ends = Ends.meet(Ends.SETUP, new Responder(bob), Ends.random(25));
        assertEquals(List.of(), ends.a().children());
        assertEquals(List.of(), ends.b().children());
        assertEquals(1, Payload.notifies(ends.alice().authenticated(), Faults.TS_UNACCEPTABLE).size());
    }

    @Test
    void trafficIsNarrowed() {
        var all = Selector.range(Address.parse("0.0.0.0"), Address.parse("255.255.255.255"));
        Ends ends = Ends.meet(Ends.SETUP.withTraffic(List.of(all), List.of(all)), new Responder(Ends.SETUP.mirrored()), Ends.random(26));
        agree(ends);
        assertEquals(Ends.SETUP.ownTraffic(), ends.a().children().getFirst().own());
    }

    @Test
    void aRepeatedRequestDrawsTheSameAnswer() {
        Initiating alice = Initiating.begin(Ends.SETUP, Ends.random(27));
        Handshake bob = assertInstanceOf(Progress.Continued.class,
                new Responder(Ends.SETUP.mirrored()).receive(alice.sent(), Ends.random(28))).next();
        assertSame(bob, assertInstanceOf(Progress.Continued.class, bob.receive(alice.sent(), Ends.random(29))).next());
    }

    @Test
    void noTextShowsAKey() {
        Ends ends = Ends.meet(Ends.SETUP);
        IkeKeys keys = ends.a().keys();
        String all = ends.a() + " " + Ends.SETUP + " " + Initiating.begin(Ends.SETUP, Ends.random(30));
        for (Key key : List.of(keys.d(), keys.ei(), keys.er(), keys.pi(), keys.pr(), Ends.SETUP.preShared(),
                ends.a().children().getFirst().inKey())) {
            assertTrue(!all.contains(key.octets().toString()));
        }
    }
}
