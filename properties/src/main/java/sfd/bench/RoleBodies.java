package sfd.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sfd.ike.ExchangeTypes;
import sfd.ike.IkeHeader;
import sfd.ike.IkeMessage;
import sfd.ike.IkeSpis;
import sfd.ike.NotifyTypes;
import sfd.ike.Outline;
import sfd.ike.Payload;
import sfd.ike.Wire;
import sfd.octets.Octets;
import sfd.qcd.Maker;
import sfd.qcd.MakerState;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.Policy;
import sfd.sa.SaTable;
import sfd.sa.Step;
import sfd.token.Digest;
import sfd.token.JdkDigest;
import sfd.token.Secret;
import sfd.token.Secrets;
import sfd.token.TokenMethod;

/** Whole steps of the maker, as a shell calls them: a policy, a digest, a state, an event. */
final class RoleBodies {

    private static final int KNOWN = 1_000;

    private RoleBodies() {
    }

    static void addTo(Bodies bodies) {
        bodies.add("flood", () -> new Pair(floods(), rulerOfDrops()));
        bodies.add("flood-udp", () -> new Pair(floods(), loopbacks()));
        bodies.add("answer", () -> new Pair(answers(Sas.pairs(KNOWN, 1)), parts()));
        bodies.add("step", () -> new Pair(steps(), mutableSteps()));
    }

    private static Secrets secrets() {
        return new Secrets(List.of(Secret.of(1, Octets.hex("5a".repeat(Secret.LENGTH)))));
    }

    private static MakerState maker() {
        return MakerState.initial(secrets()).withSas(Sas.table(Sas.pairs(KNOWN, 1)));
    }

    private static Event.Received[] received() {
        return Datagrams.requests().stream()
                .map(message -> new Event.Received(Datagrams.ALICE, Datagrams.BOB, Wire.encode(Datagrams.FRAMING, message)))
                .toArray(Event.Received[]::new);
    }

    // Datagrams about SAs that the maker does not have, after its answers are used up.

    static Body floods() {
        Digest digest = new JdkDigest();
        Event.Received[] events = received();
        MakerState state = maker();
        for (int i = 0; i < Policy.RFC6290.answers(); i++) {
            state = Maker.step(Policy.RFC6290, digest, state, events[i % events.length]).next();
        }
        MakerState flooded = state;
        return Loop.over(events, event -> Maker.isSilentAt(Policy.RFC6290, flooded, event) ? 1 : 0);
    }

    private static Body rulerOfDrops() {
        Datagrams.toRulers(Datagrams.octets(Datagrams.requests()));
        List<IkeSpis> known = Sas.pairs(KNOWN, 1);
        long[] flat = new long[2 * known.size()];
        for (int i = 0; i < known.size(); i++) {
            flat[2 * i] = known.get(i).initiator();
            flat[2 * i + 1] = known.get(i).responder();
        }
        Rulers.table(flat, Sas.HASH.key0(), Sas.HASH.key1());
        return Rulers::drops;
    }

    private static Body loopbacks() {
        Datagrams.toRulers(Datagrams.octets(Datagrams.requests()));
        return Rulers::loopbacks;
    }

    // Datagrams that are answered with a token: the step, and its parts one after the other.

    /** RFC 6290 without limits on answers. */
    private static Policy unlimited() {
        Policy p = Policy.RFC6290;
        return new Policy(p.text(), p.maker(), p.method(), p.generations(), p.childMap(), p.childMapLost(),
                p.answerIkeAuth(), p.halfOpenExists(), Integer.MAX_VALUE, Integer.MAX_VALUE, 0, p.amplification(), 0, p.drawn(),
                p.taker(), p.tokensHandled(), p.tokensKept(), p.strictProtocolId(), p.tokenNeedsCheck(),
                p.verifications(), p.sources(), p.checks(), p.tries(), p.interval(), p.growth(), p.longest(), p.givesUp(), p.ignoreHintsWhenFresh(), p.initialContact(), p.sir());
    }

    static Body answers(List<IkeSpis> known) {
        Policy policy = unlimited();
        Digest digest = new JdkDigest();
        MakerState state = MakerState.initial(secrets()).withSas(Sas.table(known));
        var kept = new Keep();
        return Loop.over(received(), event -> kept.keep(Maker.step(policy, digest, state, event)).effects().getFirst()
                instanceof Effect.Send sent ? sent.datagram().at(70) : 0);
    }

    private static Body parts() {
        Digest digest = new JdkDigest();
        Secret secret = secrets().newest();
        SaTable sas = maker().sas();
        var kept = new Keep();
        return Loop.over(received(), event -> {
            if (!(Wire.outline(Datagrams.FRAMING, event.datagram()) instanceof Outline.Ike request)) {
                return 0;
            }
            IkeHeader header = request.header();
            if (sas.isKnown(header.spis())) {
                return 0;
            }
            Octets token = TokenMethod.SPIS.token(digest, secret, header.spis(), event.from().address());
            return kept.keep(Wire.encode(Datagrams.FRAMING, new IkeMessage(header.reply(), List.of(
                    new Payload.Notify(0, Octets.EMPTY, NotifyTypes.INVALID_IKE_SPI, Octets.EMPTY),
                    new Payload.Notify(1, Octets.EMPTY, NotifyTypes.QUICK_CRASH_DETECTION, token))))).at(70);
        });
    }

    // A verified message of an SA that is there: no octets, no digest.

    private static Body steps() {
        Digest digest = new JdkDigest();
        MakerState state = maker();
        Event.Protected[] events = Sas.questions(Sas.pairs(KNOWN, 1)).stream()
                .map(spis -> new Event.Protected(spis, ExchangeTypes.INFORMATIONAL, false, List.of()))
                .toArray(Event.Protected[]::new);
        var kept = new Keep();
        return Loop.over(events, event -> {
            Step<MakerState> step = kept.keep(Maker.step(Policy.RFC6290, digest, state, event));
            return step.effects().size() + (step.next() == state ? 1 : 0);
        });
    }

    /** What a daemon does that keeps its SAs in a map and its answers in a buffer, and changes both in place. */
    private static Body mutableSteps() {
        Map<KeyedSpis, MutableSa> sas = new HashMap<>();
        Sas.pairs(KNOWN, 1).forEach(pair -> sas.put(KeyedSpis.of(pair), new MutableSa()));
        Event.Protected[] events = Sas.questions(Sas.pairs(KNOWN, 1)).stream()
                .map(spis -> new Event.Protected(spis, ExchangeTypes.INFORMATIONAL, false, List.of()))
                .toArray(Event.Protected[]::new);
        List<MutableSa> answers = new ArrayList<>();
        return Loop.over(events, event -> {
            answers.clear();
            MutableSa sa = sas.get(KeyedSpis.of(event.spis()));
            if (sa != null && event.exchange() == ExchangeTypes.INFORMATIONAL && !event.response()) {
                sa.answered++;
                answers.add(sa);
            }
            return answers.size();
        });
    }

    private static final class MutableSa {
        private int answered;
    }
}
