package sfd.qcd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import sfd.baseline.Liveness;
import sfd.baseline.LivenessState;
import sfd.ike.Address;
import sfd.ike.Endpoint;
import sfd.ike.Framing;
import sfd.ike.IkeMessage;
import sfd.ike.IkeSpis;
import sfd.ike.NotifyTypes;
import sfd.ike.Payload;
import sfd.ike.Wire;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.Limiter;
import sfd.sa.LogReason;
import sfd.sa.LogReason.Judged;
import sfd.sa.Policies;
import sfd.sa.Policy;
import sfd.sa.SaTable;
import sfd.sa.SirPolicy;
import sfd.sa.Step;
import sfd.sir.PeerX;
import sfd.sir.PeerXState;
import sfd.sir.PeerY;
import sfd.sir.PeerYState;
import sfd.token.Secrets;

/**
 * Whatever anybody sends, however much of it: what it causes in a tick, in messages, in SAs begun or ended and in digests,
 * stays within limits that the policy names, and so does what is kept of it (BASE-2.4-3, BASE-2.21.4-1, QCD-8.1-2, QCD-8.1-3,
 * SIR-3.2.2-3, SIR-3.2.2-5, SIR-4-1, SIR-4.1-1). Sampled; in the role models it is LimitedProp.
 */
class LimitsProperties {

    private static final int STRANGERS = 300;

    /** What a tick of strangers caused. */
    private static final class Caused {
        private final Policy policy;
        private int sent;
        private int tooLarge;
        private int withTokens;
        private int underAnSa;
        private int again;
        private int begun;
        private int accepted;
        private int ended;
        private int childrenEnded;
        private int proofs;
        private int refused;
        private final Set<IkeSpis> gone = new HashSet<>();
        private final Map<IkeSpis, Integer> underEach = new HashMap<>();
        private final Map<Address, Integer> sentTo = new HashMap<>();
        private final Map<Address, Integer> hintsFor = new HashMap<>();
        private final Map<Address, Integer> begunFor = new HashMap<>();

        Caused(Policy policy) {
            this.policy = policy;
        }

        private void add(List<Effect> effects, Event event) {
            Endpoint source = switch (event) {
                case Event.Received e -> e.from();
                case Event.ResumptionAsked e -> e.from();
                default -> throw new IllegalStateException(event.toString());
            };
            for (Effect effect : effects) {
                add(effect, source);
                // BASE-2.21.4-9
                if (effect instanceof Effect.Send it && event instanceof Event.Received e && policy.amplification() > 0
                        && it.datagram().length() > policy.amplification() * e.datagram().length()) {
                    tooLarge++;
                }
            }
            proofs += effects.stream().anyMatch(Effect.IkeSaDeleted.class::isInstance) ? 1 : 0;
        }

        private int hints() {
            return hintsFor.values().stream().mapToInt(it -> it).sum();
        }

        /** @param source of the datagram, or of the ticket */
        private void add(Effect effect, Endpoint source) {
            switch (effect) {
                case Effect.Send it -> sent(it, source);
                case Effect.SendProtected it -> {
                    underAnSa++;
                    underEach.merge(it.spis(), 1, Integer::sum);
                    it.payloads().stream().filter(payload -> isNotify(payload, NotifyTypes.INVALID_SPI)).findFirst()
                            .ifPresent(hint -> hintsFor.merge(source.address(), 1, Integer::sum));
                }
                case Effect.Retransmit it -> again++;
                case Effect.Initiate it -> {
                    begun++;
                    begunFor.merge(it.to().address(), 1, Integer::sum);
                }
                case Effect.Accept it -> accepted++;
                case Effect.IkeSaDeleted it -> {
                    ended++;
                    gone.add(it.spis());
                }
                case Effect.ChildSaDeleted it -> childrenEnded++;
                case Effect.Log it -> refused += REFUSED.contains(it.reason()) ? 1 : 0;
            }
        }

        private void sent(Effect.Send it, Endpoint source) {
            sent++;
            sentTo.merge(it.to().address(), 1, Integer::sum);
            List<Payload> payloads = ((IkeMessage) Wire.decode(Framing.udp(it.from().port(), it.to().port()), it.datagram())).payloads();
            if (payloads.stream().anyMatch(payload -> isNotify(payload, NotifyTypes.QUICK_CRASH_DETECTION))) {
                withTokens++;
            }
            if (payloads.stream().anyMatch(payload -> isNotify(payload, NotifyTypes.INVALID_IKE_SPI)
                    || isNotify(payload, NotifyTypes.INVALID_SPI))) {
                hintsFor.merge(source.address(), 1, Integer::sum);
            }
        }

        private static boolean isNotify(Payload payload, int type) {
            return payload instanceof Payload.Notify notify && notify.type() == type;
        }
    }

    /** What is said only after a comparison. */
    private static final Set<LogReason> REFUSED = Set.of(Judged.TOKEN_MISMATCH, Judged.COOKIE_INVALID);

    /** A role with what happened to it before, and the strangers of a tick; another function gives what it does. */
    private static <S> S tick(S before, Random random, Caused caused, Function<Event, Function<S, Step<S>>> role) {
        S state = before;
        for (int i = 0; i < STRANGERS; i++) {
            Event event = AnyEvent.stranger(random);
            Step<S> step = role.apply(event).apply(state);
            caused.add(step.effects(), event);
            state = step.next();
        }
        // BASE-2.1-1, SIR-3.4.1-2: neither is for strangers to cause.
        atMost(0, caused.again + caused.childrenEnded, "retransmissions or child SAs ended");
        return state;
    }

    /** After what the daemon told, and a tick: limits begin anew. */
    private static <S> S lived(S initial, Random random, Function<Event, Function<S, Step<S>>> role) {
        S state = initial;
        for (int i = 0; i < 40; i++) {
            Event event = AnyEvent.of(random);
            state = event instanceof Event.Received ? state : role.apply(event).apply(state).next();
        }
        return role.apply(new Event.Tick()).apply(state).next();
    }

    private static void atMost(int bound, int count, String what) {
        assertTrue(count <= bound, () -> count + " " + what + ", not more than " + bound);
    }

    private static void bounded(Policy policy, Limiter limiter) {
        atMost(policy.sources(), limiter.sources().entries().size(), "sources told apart");
    }

    /** SIR-4.1-1: to no source more hints than it may have. */
    private static void each(Policy policy, Caused caused) {
        if (policy.reports() > 0) {
            // BASE-2.21.4-11
            caused.underEach.values().forEach(count -> atMost(policy.reports(), count, "messages under one IKE SA"));
        }
        if (policy.answersToOne() > 0) {
            caused.hintsFor.forEach((source, count) -> atMost(policy.answersToOne(), count, "hints to one source"));
            atMost(policy.answersToOne() * (policy.sources() + 1), caused.hints(), "hints");
        }
    }

    /** How many comparisons the policy allows in a tick. */
    private static int verifications(Policy policy) {
        return policy.verifications() * (policy.sources() + 1);
    }

    @Property
    void ofTheMaker(@ForAll("policies") Policy policy, @ForAll Random random) {
        var digest = new CountingDigest();
        Function<Event, Function<MakerState, Step<MakerState>>> role = e -> s -> Maker.step(policy, digest, s, e);
        MakerState before = lived(MakerState.initial(Peers.secrets(3, 2, 1)), random, role);
        int digests = digest.count();
        var caused = new Caused(policy);
        MakerState after = tick(before, random, caused, role);
        atMost(policy.answers(), caused.sent + caused.underAnSa, "answers");
        atMost(policy.tokenAnswers(), caused.withTokens, "answers with tokens");
        atMost(0, caused.tooLarge, "answers larger than the policy has it");
        each(policy, caused);
        atMost(0, caused.begun + caused.accepted + caused.ended, "SAs begun or ended");
        atMost(policy.tokenAnswers() * Secrets.MOST, digest.count() - digests, "digests");
        bounded(policy, after.hints().answeredTo());
        assertTrue(after.withHints(before.hints()).equals(before), "nothing else is kept");
    }

    @Property
    void ofTheTaker(@ForAll("policies") Policy policy, @ForAll Random random) {
        var digest = new CountingDigest();
        Function<Event, Function<TakerState, Step<TakerState>>> role = e -> s -> Taker.step(policy, digest, s, e);
        TakerState before = lived(TakerState.INITIAL, random, role);
        int digests = digest.count();
        var caused = new Caused(policy);
        TakerState after = tick(before, random, caused, role);
        atMost(policy.checks(), caused.underAnSa, "checks");
        // QCD-4.5-7: a farewell with what a comparison showed.
        atMost(policy.text() == Policy.Text.QCD_06 ? verifications(policy) : 0, caused.sent, "farewells");
        atMost(0, caused.begun + caused.accepted, "SAs begun");
        atMost(verifications(policy), caused.proofs + caused.refused, "messages with tokens compared");
        // Of the tokens that are looked at each may be of an IKE SA of its own.
        atMost(verifications(policy) * policy.tokensHandled(), caused.ended, "SAs ended");
        atMost(verifications(policy) * policy.tokensHandled(), digest.count() - digests, "digests");
        bounded(policy, after.verified());
        assertEquals(before.sas().all().stream().filter(sa -> !caused.gone.contains(sa.spis())).toList(), after.sas().all(),
                "no SA changes, and none goes unsaid");
    }

    @Property
    void ofTheBaseline(@ForAll("policies") Policy policy, @ForAll Random random) {
        Function<Event, Function<LivenessState, Step<LivenessState>>> role = e -> s -> Liveness.step(policy, s, e);
        var caused = new Caused(policy);
        LivenessState before = lived(LivenessState.INITIAL, random, role);
        assertEquals(before.sas(), tick(before, random, caused, role).sas());
        atMost(policy.checks(), caused.underAnSa, "checks");
        atMost(0, caused.sent + caused.begun + caused.accepted + caused.ended, "anything else");
    }

    @Property
    void ofPeerX(@ForAll("policies") Policy policy, @ForAll Random random) {
        var digest = new CountingDigest();
        Function<Event, Function<PeerXState, Step<PeerXState>>> role = e -> s -> PeerX.step(policy, digest, s, e);
        PeerXState before = lived(PeerXState.initial(Peers.secrets(2, 1)), random, role);
        int digests = digest.count();
        var caused = new Caused(policy);
        PeerXState after = tick(before, random, caused, role);
        int told = policy.answers() + policy.sir().verdicts();
        atMost(told, caused.sent + caused.underAnSa + caused.begun, "answers");
        atMost(policy.answers(), caused.hints(), "hints");
        atMost(0, caused.tooLarge, "answers larger than the policy has it");
        each(policy, caused);
        // SIR-3.5-2, SIR-3.2.2-5: towards peers alone, and to each within its limit.
        caused.begunFor.forEach((peer, count) -> atMost(
                policy.sir().initiatesTo().contains(peer) ? policy.sir().queries() : 0, count, "offers to one peer"));
        atMost(verifications(policy), caused.accepted + caused.refused, "cookies compared");
        atMost(0, caused.ended, "SAs ended");
        // X makes one cookie of its own for an answer at most.
        atMost(verifications(policy) + told, digest.count() - digests, "digests");
        bounded(policy, after.verified());
        bounded(policy, after.hints().answeredTo());
        assertTrue(after.sas().equals(before.sas()) && after.lingering().equals(before.lingering()), "nothing else is kept");
    }

    @Property
    void ofPeerY(@ForAll("policies") Policy policy, @ForAll Random random) {
        var digest = new CountingDigest();
        Function<Event, Function<PeerYState, Step<PeerYState>>> role = e -> s -> PeerY.step(policy, digest, s, e);
        PeerYState before = lived(PeerYState.initial(Peers.secrets(2, 1)), random, role);
        int digests = digest.count();
        var caused = new Caused(policy);
        PeerYState after = tick(before, random, caused, role);
        int queries = policy.sir().queries() * peers(before.sas());
        atMost(queries, caused.sent, "queries");
        if (policy.sir().queryTo() == SirPolicy.QueryTo.PEER) {
            caused.sentTo.forEach((peer, count) -> atMost(policy.sir().queries(), count, "queries to one peer"));
        }
        assertEquals(before.sas(), after.sas());
        atMost(policy.checks() + queries, caused.sent + caused.underAnSa, "messages");
        // A recovery begins with a NACK whose cookie was compared, or by a ticket in place of a query.
        atMost(verifications(policy) + queries, caused.begun, "recoveries");
        atMost(verifications(policy), caused.accepted + caused.refused, "cookies compared");
        atMost(0, caused.ended, "SAs ended");
        atMost(verifications(policy) + queries, digest.count() - digests, "digests");
        bounded(policy, after.verified());
        atMost(peers(before.sas()), after.asked().sources().entries().size(), "peers asked");
    }

    private static int peers(SaTable sas) {
        return (int) sas.all().stream().map(sa -> sa.peer().address()).distinct().count();
    }

    /** Any policy in which nothing is unlimited. */
    @Provide
    Arbitrary<Policy> policies() {
        return Arbitraries.randomValue(random -> {
            Policy any = Policies.any(random);
            SirPolicy sir = Policies.with(any.sir(), Map.of("queries", 1 + random.nextInt(3)));
            return Policies.with(any, Map.of("verifications", 1 + random.nextInt(3), "sir", sir));
        });
    }
}
