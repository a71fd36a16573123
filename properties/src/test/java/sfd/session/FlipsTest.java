package sfd.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sfd.octets.Octets;

/** Every bit of each message of a handshake changed once, by itself: never an exception, and the receiver has no SA in the end. */
class FlipsTest {

    private static Datagram flipped(Datagram datagram, int bit) {
        byte[] octets = datagram.octets().toArray();
        octets[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
        return new Datagram(datagram.from(), datagram.to(), Octets.of(octets));
    }

    /** The handshake with one bit of one message changed. */
    private static boolean meet(Setup setup, Responder responder, int message, int bit) {
        Initiating first = Initiating.begin(setup, Ends.random(1));
        Datagram request = message == 0 ? flipped(first.sent(), bit) : first.sent();
        if (!(responder.receive(request, Ends.random(2)) instanceof Progress.Continued there)) {
            return false;
        }
        Datagram answer = message == 1 ? flipped(there.next().sent(), bit) : there.next().sent();
        if (!(first.receive(answer, Ends.random(3)) instanceof Progress.Continued here)) {
            return false;
        }
        Datagram proof = message == 2 ? flipped(here.next().sent(), bit) : here.next().sent();
        Progress established = there.next().receive(proof, Ends.random(4));
        if (message == 2) {
            return !(established instanceof Progress.Ignored);
        }
        if (!(established instanceof Progress.Established done)) {
            return false; // Other keys, or the same keys and another transcript.
        }
        Datagram last = message == 3 ? flipped(done.send().orElseThrow(), bit) : done.send().orElseThrow();
        return !(here.next().receive(last, Ends.random(5)) instanceof Progress.Ignored);
    }

    @ParameterizedTest
    @EnumSource
    void everyBit(Suite suite) {
        Setup setup = Ends.SETUP.withSuites(suite).withNat(Nat.FORCE);
        var responder = new Responder(setup.mirrored());
        Ends ends = Ends.meet(setup, responder, Ends.random(1));
        assertEquals(4, ends.datagrams().size());
        assertTrue(meet(setup, responder, 4, 0), "unchanged it must work");
        int tried = 0;
        for (int message = 0; message < 4; message++) {
            int bits = ends.datagrams().get(message).octets().length() * Byte.SIZE;
            for (int bit = 0; bit < bits; bit++) {
                assertFalse(meet(setup, responder, message, bit), "message " + message + ", bit " + bit);
                tried++;
            }
        }
        assertTrue(tried > 6000, tried + " bits");
    }

    @ParameterizedTest
    @EnumSource
    void everyBitUnderTheSa(Suite suite) {
        Session a = Ends.meet(Ends.SETUP.withSuites(suite)).a();
        Session b = Ends.meet(Ends.SETUP.withSuites(suite)).b();
        Datagram request = a.liveness(Ends.random(1)).orElseThrow().send();
        assertInstanceOf(Received.Request.class, b.receive(request));
        for (int bit = 0; bit < request.octets().length() * Byte.SIZE; bit++) {
            assertInstanceOf(Received.Ignored.class, b.receive(flipped(request, bit)));
        }
        Child ours = a.children().getFirst();
        Child theirs = b.children().getFirst();
        var packet = new Datagram(a.here(), a.peer(), ours.seal(59, Octets.hex("0102030405")).orElseThrow().packet());
        assertTrue(theirs.open(packet.octets()).isPresent());
        for (int bit = 0; bit < packet.octets().length() * Byte.SIZE; bit++) {
            assertTrue(theirs.open(flipped(packet, bit).octets()).isEmpty());
        }
    }
}
