package sfd.session;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import sfd.ike.Address;
import sfd.ike.Endpoint;
import sfd.ike.NotifyTypes;
import sfd.ike.Payload;
import sfd.octets.Octets;

/**
 * Two ends of ours that have made an IKE SA, without a network.
 *
 * @param datagrams all that went between them, in order
 */
record Ends(Progress.Established alice, Progress.Established bob, List<Datagram> datagrams) {

    static final Payload TOKEN = new Payload.Notify(1, Octets.EMPTY, NotifyTypes.QUICK_CRASH_DETECTION,
            Octets.hex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"));
    static final Payload STATUS = new Payload.Notify(0, Octets.EMPTY, 40960, Octets.hex("abcd"));
    static final Endpoint ALICE = new Endpoint(Address.parse("192.0.2.1"), 500);
    static final Endpoint BOB = new Endpoint(Address.parse("192.0.2.2"), 500);
    static final Setup SETUP = Setup.hosts(ALICE, BOB, Identity.fqdn("alice.example"), Identity.fqdn("bob.example"),
            Key.of(Octets.of("a secret of both".getBytes())));

    /** The same numbers in every run. */
    static RandomGenerator random(long seed) {
        return new Random(seed);
    }

    /** Alice initiates; every message arrives. */
    static Ends meet(Setup setup, Responder responder, RandomGenerator random) {
        var datagrams = new ArrayList<Datagram>();
        Handshake alice = Initiating.begin(setup, random);
        Handshake bob = null;
        for (int i = 0; i < 10; i++) {
            datagrams.add(alice.sent());
            Progress there = bob == null ? responder.receive(alice.sent(), random) : bob.receive(alice.sent(), random);
            Datagram back = switch (there) {
                case Progress.Continued continued -> (bob = continued.next()).sent();
                case Progress.Declined declined -> declined.send();
                case Progress.Established established -> established.send().orElseThrow();
                case Progress.Refused refused -> throw new AssertionError(refused);
                case Progress.Ignored ignored -> throw new AssertionError(ignored);
            };
            datagrams.add(back);
            Progress here = alice.receive(back, random);
            if (here instanceof Progress.Established established) {
                return new Ends(established, assertInstanceOf(Progress.Established.class, there), List.copyOf(datagrams));
            }
            alice = assertInstanceOf(Progress.Continued.class, here, here.toString()).next();
        }
        throw new AssertionError("no end of " + datagrams.size() + " datagrams");
    }

    static Ends meet(Setup setup) {
        return meet(setup, new Responder(setup.mirrored()), random(1));
    }

    Session a() {
        return alice.session();
    }

    Session b() {
        return bob.session();
    }
}
