package sfd.qcd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import sfd.ike.Address;
import sfd.ike.Endpoint;
import sfd.ike.ExchangeTypes;
import sfd.ike.Framing;
import sfd.ike.IkeHeader;
import sfd.ike.IkeMessage;
import sfd.ike.IkeSpis;
import sfd.ike.NotifyTypes;
import sfd.ike.Payload;
import sfd.ike.PayloadTypes;
import sfd.ike.Wire;
import sfd.octets.Octets;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.Policy;
import sfd.sa.SaTable;
import sfd.sa.SpiHash;
import sfd.sa.Step;
import sfd.token.Digest;
import sfd.token.JdkDigest;
import sfd.token.Secret;
import sfd.token.Secrets;
import sfd.token.TokenMethod;

/**
 * A gateway of 10^5 IKE SAs comes back from a crash, with the numbers that ship, and meets every peer: each gets its token,
 * in the time that the README of this module says. The peers repeat their liveness check as strongSwan does by default.
 */
class RebootTest {

    private static final int PEERS = 100_000;
    private static final int SECOND = 1000 / Policy.TICK_MILLIS;

    /** Ticks from one transmission to the next: 4 s times 1.8, six transmissions in all. */
    private static final int[] WAITS = {40, 72, 130, 233, 420};

    private static final Endpoint BOB = new Endpoint(Address.parse("198.51.100.2"), 4500);
    private static final Secret SECRET = Secret.of(1, Octets.hex("5c".repeat(Secret.LENGTH)));
    private static final Payload SK = new Payload.Encrypted(PayloadTypes.SK, PayloadTypes.NONE, Octets.of(new byte[56]));

    private static IkeSpis spis(int peer) {
        return new IkeSpis(0x1000_0000_0000_0000L + peer, 0x2000_0000_0000_0000L + peer * 7919L);
    }

    private static Event.Received check(int peer) {
        var from = new Endpoint(new Address(Octets.hex("%08x".formatted(0x0A000000 + peer))), 4500);
        return new Event.Received(from, BOB, Wire.encode(Framing.SHARED, new IkeMessage(
                new IkeHeader(spis(peer), ExchangeTypes.INFORMATIONAL, true, false, 2), List.of(SK))));
    }

    /** Ticks that each peer waited for its token, from its first request after the return. */
    private static int[] waited(IntUnaryOperator first) {
        Digest digest = new JdkDigest();
        MakerState s = MakerState.initial(new Secrets(List.of(SECRET))).withSas(SaTable.empty(new SpiHash(1, 2)));
        int last = Arrays.stream(WAITS).sum();
        int[] waited = new int[PEERS];
        Arrays.fill(waited, -1);
        int[] start = new int[PEERS];
        int[] sent = new int[PEERS];
        int[] next = new int[PEERS];
        for (int peer = 0; peer < PEERS; peer++) {
            start[peer] = first.applyAsInt(peer);
            next[peer] = start[peer];
        }
        int end = Arrays.stream(start).max().orElseThrow() + last;
        for (int tick = 0; tick <= end; tick++) {
            for (int peer = 0; peer < PEERS; peer++) {
                if (waited[peer] >= 0 || next[peer] != tick) {
                    continue;
                }
                Step<MakerState> step = Maker.step(Policy.RFC6290, digest, s, check(peer));
                s = step.next();
                if (shows(step, peer, digest)) {
                    waited[peer] = tick - start[peer];
                }
                next[peer] = sent[peer] < WAITS.length ? tick + WAITS[sent[peer]++] : -1;
            }
            s = Maker.step(Policy.RFC6290, digest, s, new Event.Tick()).next();
        }
        return waited;
    }

    private static boolean shows(Step<MakerState> step, int peer, Digest digest) {
        return step.effects().getLast() instanceof Effect.Send send
                && ((IkeMessage) Wire.decode(Framing.SHARED, send.datagram())).notifies(NotifyTypes.QUICK_CRASH_DETECTION)
                        .stream().anyMatch(token -> token.data().equals(
                                TokenMethod.SPIS.token(digest, SECRET, spis(peer), BOB.address())));
    }

    /** Peers ask by their own timers, spread over half a minute: every one is answered at its first request. */
    @Test
    void whoAsksByTimerIsAnsweredAtOnce() {
        var random = new Random(1);
        int[] waited = waited(peer -> random.nextInt(30 * SECOND));
        assertEquals(0, Arrays.stream(waited).max().orElseThrow());
        assertTrue(Arrays.stream(waited).allMatch(ticks -> ticks == 0));
    }

    /** All peers ask within the same second: every one has its answer within 12 s, at its third transmission. */
    @Test
    void whoAsksInACrowdIsAnsweredSoon() {
        var random = new Random(2);
        int[] waited = waited(peer -> random.nextInt(SECOND));
        assertTrue(Arrays.stream(waited).allMatch(ticks -> ticks >= 0), () -> Arrays.stream(waited).filter(t -> t < 0).count()
                + " were not answered");
        int most = Arrays.stream(waited).max().orElseThrow();
        assertTrue(most <= 12 * SECOND, () -> most + " ticks");
        System.out.printf("all ask in one second: answered at the first request %d, the last after %.1f s%n",
                Arrays.stream(waited).filter(ticks -> ticks == 0).count(), most / (double) SECOND);
    }
}
