package sfd.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sfd.ike.Chain;
import sfd.ike.ExchangeTypes;
import sfd.ike.Payload;
import sfd.octets.Octets;

/** Under an IKE SA: fresh, repeated and old messages, rekey, the ends of counters, ESP. */
class SessionTest {

    private static final Ends ENDS = Ends.meet(Ends.SETUP);
    private static final Ends CBC = Ends.meet(Ends.SETUP.withSuites(Suite.AES_CBC_256_HMAC_SHA2_256_128));

    private static List<Payload> payloads(Chain chain) {
        return assertInstanceOf(Chain.Payloads.class, chain).list();
    }

    @Test
    void askedAnsweredAndRepeated() {
        for (Ends ends : List.of(ENDS, CBC)) {
            for (int swap = 0; swap < 2; swap++) {
                Session a = swap == 0 ? ends.a() : ends.b();
                Session b = swap == 0 ? ends.b() : ends.a();
                for (int i = 0; i < 3; i++) {
                    Session.Asked asked = a.request(ExchangeTypes.INFORMATIONAL, List.of(Ends.TOKEN), Ends.random(i)).orElseThrow();
                    assertEquals(Optional.empty(), asked.next().liveness(Ends.random(i)));
                    var request = assertInstanceOf(Received.Request.class, b.receive(asked.send()));
                    assertEquals(List.of(Ends.TOKEN), payloads(request.chain()));
                    assertEquals((swap == 0 ? 2 : 0) + i, request.header().messageId());
                    assertInstanceOf(Received.Repeated.class, request.next().receive(asked.send()));
                    Datagram answer = request.next().answer(request.header(), List.of(Ends.STATUS), Ends.random(i));
                    var answered = assertInstanceOf(Received.Answer.class, asked.next().receive(answer));
                    assertEquals(List.of(Ends.STATUS), payloads(answered.chain()));
                    assertEquals(new Received.Ignored(Flaw.NOT_EXPECTED), answered.next().receive(answer));
                    assertEquals(new Received.Ignored(Flaw.NOT_EXPECTED), a.receive(answer));
                    // Sent back to where it came from.
                    assertEquals(new Received.Ignored(Flaw.OTHER_SA), asked.next().receive(asked.send()));
                    a = answered.next();
                    b = request.next();
                }
            }
        }
    }

    @Test
    void messageIdsEnd() {
        long last = (1L << 32) - 1;
        Session a = ENDS.a();
        var near = new Session(a.spis(), a.initiator(), a.here(), a.peer(), a.nat(), a.own(), a.other(), a.keys(),
                new MessageIds(last, last, 0), a.children());
        Session.Asked asked = near.liveness(Ends.random(1)).orElseThrow();
        assertEquals(-1, ENDS.b().open(asked.send()).orElseThrow().header().messageId());
        Datagram answer = ENDS.b().seal(ExchangeTypes.INFORMATIONAL, true, -1, List.of(), Ends.random(2));
        var end = assertInstanceOf(Received.Answer.class, asked.next().receive(answer));
        assertEquals(Optional.empty(), end.next().liveness(Ends.random(3)));
    }

    @ParameterizedTest
    @EnumSource
    void rekeyed(KeyExchange method) {
        for (Ends ends : List.of(ENDS, CBC)) {
            for (int swap = 0; swap < 2; swap++) {
                Session a = swap == 0 ? ends.a() : ends.b();
                Session b = swap == 0 ? ends.b() : ends.a();
                Rekeying rekeying = Rekeying.begin(a, method, Ends.random(1));
                Rekeying.Answered answered = Rekeying.answer(b, rekeying.payloads(), Ends.random(2));
                Session newA = rekeying.complete(answered.payloads()).orElseThrow();
                Session newB = answered.next().orElseThrow();
                assertEquals(newA.spis(), newB.spis());
                assertTrue(newA.initiator() && !newB.initiator());
                assertEquals(newA.keys(), newB.keys());
                assertTrue(!newA.keys().d().equals(a.keys().d()));
                assertEquals(a.children(), newA.children());
                Datagram request = newB.liveness(Ends.random(3)).orElseThrow().send();
                assertEquals(0, assertInstanceOf(Received.Request.class, newA.receive(request)).header().messageId());
                assertInstanceOf(Received.Ignored.class, a.receive(request));
            }
        }
    }

    @Test
    void whatIsNoRekeyIsDeclined() {
        Payload esp = Proposal.encode(List.of(Offer.esp(1, 0x01020304)));
        Payload nonce = Bodies.nonce(Octets.of(new byte[32]));
        assertEquals(List.of(Faults.notify(Faults.NO_ADDITIONAL_SAS)),
                Rekeying.answer(ENDS.a(), List.of(esp, nonce), Ends.random(1)).payloads());
        assertEquals(List.of(Faults.notify(Faults.INVALID_SYNTAX)), Rekeying.answer(ENDS.a(), List.of(), Ends.random(1)).payloads());
        Rekeying rekeying = Rekeying.begin(ENDS.a(), KeyExchange.CURVE25519, Ends.random(1));
        Payload zero = Bodies.keyShare(KeyExchange.CURVE25519, Octets.of(new byte[32]));
        assertEquals(Optional.empty(), Rekeying.answer(ENDS.b(), List.of(rekeying.payloads().getFirst(), nonce, zero), Ends.random(2)).next());
        assertEquals(Optional.empty(), rekeying.complete(List.of(Faults.notify(Faults.NO_ADDITIONAL_SAS))));
    }

    @Test
    void deletes() {
        List<Payload> payloads = List.of(Delete.ikeSa().payload(), Ends.TOKEN, Delete.child(0xfedcba98).payload(),
                new Payload.Other(Bodies.DELETE, Octets.hex("03040002c14cf89a")));
        assertEquals(List.of(Delete.ikeSa(), Delete.child(0xfedcba98)), Delete.all(payloads));
    }

    @Test
    void espIsTakenOnce() {
        Child a = ENDS.a().children().getFirst();
        Child b = ENDS.b().children().getFirst();
        var packets = new ArrayList<Octets>();
        for (int i = 0; i < 100; i++) {
            Child.Sealed sealed = a.seal(59, Octets.of(new byte[i])).orElseThrow();
            packets.add(sealed.packet());
            a = sealed.next();
        }
        for (int i : new int[] {0, 5, 3, 99, 50, 98}) {
            Child.Opened opened = b.open(packets.get(i)).orElseThrow();
            assertEquals(List.of(i, 59), List.of(opened.payload().length(), opened.nextHeader()));
            b = opened.next();
            assertEquals(Optional.empty(), b.open(packets.get(i)));
        }
        // 64 numbers are told apart: 37 to 100.
        assertEquals(Optional.empty(), b.open(packets.get(35)));
        assertTrue(b.open(packets.get(36)).isPresent());
    }

    @Test
    void sequenceNumbersEnd() {
        Child a = ENDS.a().children().getFirst();
        var last = new Child(a.in(), a.out(), a.inKey(), a.outKey(), (1L << 32) - 1, a.window(), a.own(), a.peer());
        Child.Sealed sealed = last.seal(59, Octets.EMPTY).orElseThrow();
        assertEquals((1L << 32) - 1, ENDS.b().children().getFirst().open(sealed.packet()).orElseThrow().next().window().highest());
        assertEquals(Optional.empty(), sealed.next().seal(59, Octets.EMPTY));
    }
}
