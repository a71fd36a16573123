package sfd.walks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import sfd.ike.Address;
import sfd.ike.Endpoint;
import sfd.ike.Framing;
import sfd.ike.IkeMessage;
import sfd.ike.IkeSpis;
import sfd.ike.NotifyTypes;
import sfd.ike.Wire;
import sfd.octets.Octets;
import sfd.qcd.Maker;
import sfd.qcd.MakerState;
import sfd.qcd.Taker;
import sfd.qcd.TakerState;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.SaTable;
import sfd.sa.Step;
import sfd.token.Digest;
import sfd.token.JdkDigest;
import sfd.token.TokenDigest;

/**
 * Octets that no model names, in states that the models reach: datagrams of the models with octets changed, cut out or
 * put in. Whatever they turn out to be, the claims hold that the models make of their own messages.
 */
class HostileOctetsProperties {

    private static final Endpoint EVE = new Endpoint(Address.parse("203.0.113.66"), 4500);
    private static final Endpoint OURS = new Endpoint(Address.parse("198.51.100.11"), 4500);
    private static final Digest DIGEST = new JdkDigest();

    /** QCD-9.2-1, QCD-9.2-2: a token is in no answer about an IKE SA that exists. */
    @Property(tries = 2000)
    void theMakerShowsNoTokenOfAnExistingSa(@ForAll @IntRange int node, @ForAll @IntRange int choice,
            @ForAll Random changes) {
        Walkable.Situation<MakerState> situation = Graphs.MAKER.situation(node, choice);
        MakerState state = situation.state();
        Event.Received hostile = hostile(situation.event(), changes);
        Step<MakerState> step = Maker.step(Graphs.MAKER.policy(), DIGEST, state, hostile);
        assertEquals(step, Maker.step(Graphs.MAKER.policy(), new JdkDigest(), state, hostile));
        assertIdentical(state, step);
        assertEquals(state.sas(), step.next().sas(), "octets that nobody verified change no SA here");
        Statistics.label("maker").collect("asked");
        Statistics.label("maker").coverage(seen -> seen.check("shows a token").count(at -> at > 10));
        for (Effect effect : step.effects()) {
            if (effect instanceof Effect.Send send && showsToken(send)) {
                Statistics.label("maker").collect("shows a token");
                IkeSpis spis = message(send.from(), send.to(), send.datagram()).header().spis();
                // READING-1 is off in this model: half open does not count.
                assertTrue(!state.sas().isEstablished(spis) && !state.elsewhere().contains(spis), step::toString);
            }
        }
    }

    /** QCD-3-5, QCD-3-7: an IKE SA ends only where its own token, whole, stands in the datagram; no other SA changes. */
    @Property(tries = 2000)
    void onlyItsOwnTokenEndsAnSa(@ForAll @IntRange int node, @ForAll @IntRange int choice, @ForAll Random changes) {
        Walkable.Situation<TakerState> situation = Graphs.TAKER.situation(node, choice);
        TakerState state = situation.state();
        Event.Received hostile = hostile(situation.event(), changes);
        Step<TakerState> step = Taker.step(Graphs.TAKER.policy(), DIGEST, state, hostile);
        assertEquals(step, Taker.step(Graphs.TAKER.policy(), new JdkDigest(), state, hostile));
        assertIdentical(state, step);
        Statistics.label("taker").collect("asked");
        Statistics.label("taker").coverage(seen -> seen.check("ends an SA").count(at -> at > 10));
        SaTable expected = state.sas();
        for (Effect effect : step.effects()) {
            assertTrue(!(effect instanceof Effect.Send), "a taker of RFC 6290 answers nothing in the clear");
            if (effect instanceof Effect.IkeSaDeleted deleted) {
                Statistics.label("taker").collect("ends an SA");
                List<TokenDigest> stored = state.sas().get(deleted.spis()).orElseThrow().tokens();
                assertTrue(windows(hostile.datagram()).anyMatch(window ->
                        stored.contains(TokenDigest.of(DIGEST, window))), step::toString);
                expected = expected.remove(deleted.spis());
            }
        }
        assertEquals(expected, step.next().sas());
    }

    /** Every run of 32 octets, the length of the tokens here, found without the codec. */
    private static Stream<Octets> windows(Octets datagram) {
        return IntStream.rangeClosed(0, datagram.length() - Digest.LENGTH)
                .mapToObj(from -> datagram.slice(from, from + Digest.LENGTH));
    }

    private static <S> void assertIdentical(S state, Step<S> step) {
        if (step.next().equals(state)) {
            assertSame(state, step.next());
        }
    }

    private static boolean showsToken(Effect.Send send) {
        return !message(send.from(), send.to(), send.datagram()).notifies(NotifyTypes.QUICK_CRASH_DETECTION).isEmpty();
    }

    private static IkeMessage message(Endpoint from, Endpoint to, Octets datagram) {
        return (IkeMessage) Wire.decode(Framing.udp(from.port(), to.port()), datagram);
    }

    /** A datagram of the model, or one with a plausible header, with up to three changes. */
    private static Event.Received hostile(Event event, Random r) {
        Event.Received received = event instanceof Event.Received it ? it : null;
        Octets octets = received == null ? Octets.of(new byte[r.nextInt(80)]) : received.datagram();
        Endpoint from = received == null ? EVE : received.from();
        Endpoint to = received == null ? OURS : received.to();
        for (int changes = r.nextInt(4); changes > 0; changes--) {
            octets = changed(octets, r);
        }
        return new Event.Received(from, to, octets);
    }

    private static Octets changed(Octets octets, Random r) {
        int at = r.nextInt(octets.length() + 1);
        Octets front = octets.slice(0, at);
        Octets back = octets.slice(at, octets.length());
        Octets some = Octets.of((byte) r.nextInt());
        return switch (r.nextInt(4)) {
            case 0 -> Octets.concat(front, some, back);
            case 1 -> front;
            case 2 -> Octets.concat(front, octets);
            default -> back.isEmpty() ? front : Octets.concat(front, some, back.slice(1, back.length()));
        };
    }
}
