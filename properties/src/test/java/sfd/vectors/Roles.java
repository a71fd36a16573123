package sfd.vectors;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import sfd.baseline.Liveness;
import sfd.baseline.LivenessState;
import sfd.ike.Address;
import sfd.ike.Endpoint;
import sfd.ike.IkeSpis;
import sfd.ike.IpProtocol;
import sfd.octets.Octets;
import sfd.qcd.Maker;
import sfd.qcd.MakerState;
import sfd.qcd.Taker;
import sfd.qcd.TakerState;
import sfd.sa.ChildSa;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.IkeSa;
import sfd.sa.Policy;
import sfd.sa.SaTable;
import sfd.sa.Step;
import sfd.token.JdkDigest;
import sfd.token.Secrets;
import sfd.token.TokenDigest;

/** What the roles of the reference make of messages that anybody may have sent. */
final class Roles {

    private static final Endpoint HERE = new Endpoint(Address.parse("192.0.2.1"), 500);
    private static final Endpoint THERE = new Endpoint(Address.parse("198.51.100.2"), 500);

    private Roles() {
    }

    private static Event received(Read.Placed it) {
        return new Event.Received(THERE, HERE, IpProtocol.UDP, it.octets("message"));
    }

    static IkeSa established(IkeSpis spis, Set<ChildSa> children, List<TokenDigest> tokens) {
        return new IkeSa(spis, IkeSa.Phase.ESTABLISHED, HERE, THERE, true, "peer", children, tokens, 0);
    }

    /** The first reason in the log. */
    private static Stream<String> logged(Step<?> step) {
        return step.effects().stream().filter(Effect.Log.class::isInstance).map(it -> ((Effect.Log) it).reason().name());
    }

    // The taker.

    private static Policy taker(int handled, boolean strict) {
        Policy p = Policy.RFC6290;
        return new Policy(p.text(), p.maker(), p.method(), p.generations(), p.childMap(), p.childMapLost(), p.answerIkeAuth(),
                p.halfOpenExists(), p.tokenAnswers(), p.answers(), p.answersToOne(), p.amplification(), p.reports(), p.drawn(), true, handled, p.tokensKept(), strict,
                p.tokenNeedsCheck(), p.verifications(), p.sources(), p.checks(), p.tries(), p.interval(), p.growth(), p.longest(), p.givesUp(),
                p.ignoreHintsWhenFresh(), p.initialContact(), p.sir());
    }

    private static int spi(String digits) {
        return Integer.parseUnsignedInt(digits, 16);
    }

    static Verdict shown(Read.Placed it) {
        List<TokenDigest> stored = new ArrayList<>();
        it.it().get("stored").forEach(digest -> {
            Octets o = Octets.hex(digest.asText());
            stored.add(new TokenDigest(o.u64(0), o.u64(8), o.u64(16), o.u64(24)));
        });
        var child = it.group().get("children").get(0);
        IkeSa sa = established(it.spis(), Set.of(new ChildSa(spi(child.get("in").asText()), spi(child.get("out").asText()))), stored);
        TakerState state = TakerState.INITIAL.withLiveness(LivenessState.INITIAL.withSas(SaTable.EMPTY.put(sa)));
        var step = Taker.step(taker(it.group().get("tokensHandled").asInt(), it.group().get("strictProtocolId").asBoolean()), new JdkDigest(),
                state, received(it));
        boolean ended = step.effects().stream().anyMatch(Effect.IkeSaDeleted.class::isInstance);
        if (ended != step.next().sas().get(it.spis()).isEmpty()) {
            throw new AssertionError("deleted, and not said, or the other way round: " + step.effects());
        }
        return ended ? Verdict.valid() : Verdict.invalid(logged(step).findFirst().orElse("NO_TOKEN"));
    }

    // The peer that kept its SAs, without tokens.

    static Verdict hinted(Read.Placed it) {
        var state = LivenessState.INITIAL.withSas(SaTable.EMPTY.put(established(it.spis(), Set.of(), List.of())));
        var step = Liveness.step(Policy.BASELINE, state, received(it));
        return step.effects().stream().anyMatch(Effect.SendProtected.class::isInstance) ? Verdict.valid()
                : Verdict.invalid(logged(step).findFirst().orElseThrow());
    }

    // The peer that lost them.

    private static Step<MakerState> lost(Event event) {
        return Maker.step(Policy.BASELINE, new JdkDigest(), MakerState.initial(Secrets.NONE), event);
    }

    private static Stream<Effect.Send> sent(Step<?> step) {
        return step.effects().stream().filter(Effect.Send.class::isInstance).map(Effect.Send.class::cast);
    }

    static Verdict replied(Read.Placed it) {
        var step = lost(received(it));
        return sent(step).findFirst().map(send -> Verdict.valid().with("reply", send.datagram()))
                .orElseGet(() -> Verdict.invalid(logged(step).findFirst().orElseThrow()));
    }

    static Verdict reported(Read.Placed it) {
        var step = lost(new Event.Received(it.end("from"), it.end("to"), IpProtocol.valueOf(it.text("protocol").toUpperCase()), it.octets("datagram")));
        return sent(step).findFirst().map(send -> Verdict.valid().with("reply", JsonNodeFactory.instance.objectNode()
                        .put("from", send.from().toString()).put("to", send.to().toString()).put("datagram", send.datagram().toString())))
                .orElseGet(() -> Verdict.invalid(logged(step).findFirst().orElseThrow()));
    }
}
