package sfd.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sfd.ike.Address;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.LogReason.Judged;
import sfd.sa.Policy;

/**
 * {@code LimitedProp} of who kept the IKE SAs, and of what either role compares: questions to one peer, liveness checks that hints
 * begin, tokens and cookies of one source. What a draw lets in at a tick is counted as a question, and as nothing else.
 */
final class QuestionLimits {

    /** Counts of one gateway since its last tick. */
    private static final class Counts {
        final Map<Address, Integer> asked = new HashMap<>();
        final Map<Address, Integer> comparedKeeping = new HashMap<>();
        final Map<Address, Integer> comparedLosing = new HashMap<>();
        int begun;

        void clear() {
            asked.clear();
            comparedKeeping.clear();
            comparedLosing.clear();
            begun = 0;
        }
    }

    private final Policy policy;
    /** A taker asks nobody; what it sends in the clear are answers to what shows a token. */
    private final boolean asks;
    private final List<Counts> gateways = new ArrayList<>();

    QuestionLimits(Plan plan) {
        this.policy = plan.policy();
        this.asks = plan.protocol() == Protocol.SIR;
        for (int i = 0; i < plan.gateways(); i++) {
            gateways.add(new Counts());
        }
    }

    void rebooted(Gateway gateway) {
        gateways.get(gateway.number).clear();
    }

    void stepped(Claims.Moment it) {
        Counts counts = gateways.get(it.gateway().number);
        if (it.event() instanceof Event.Tick) {
            counts.clear();
        }
        if (it.event() instanceof Event.Received received) {
            it.taken().keeping().forEach(effect -> asked(it, counts, effect));
            checks(it, counts);
            compared(it, received.from().address(), it.taken().keeping(), counts.comparedKeeping);
            compared(it, received.from().address(), it.taken().losing(), counts.comparedLosing);
        } else if (it.event() instanceof Event.Tick && policy.drawn() > 0) {
            it.taken().keeping().stream().filter(Effect.Send.class::isInstance).forEach(effect -> asked(it, counts, effect));
        }
    }

    /** SIR-3.2.2-5, SIR-4.1-2: about an IKE SA in the clear, about a child SA under its IKE SA. */
    private void asked(Claims.Moment it, Counts counts, Effect effect) {
        switch (effect) {
            case Effect.Send question -> asked(it, counts, question.to().address());
            case Effect.SendProtected question when !question.payloads().isEmpty() ->
                    it.kept().get(question.spis()).ifPresent(sa -> asked(it, counts, sa.peer().address()));
            default -> { }
        }
    }

    private void asked(Claims.Moment it, Counts counts, Address peer) {
        int number = counts.asked.merge(peer, 1, Integer::sum);
        if (asks && policy.sir().queries() > 0) {
            LimitClaims.atMost(it, "questions to one peer", number, policy.sir().queries());
        }
    }

    /** BASE-2.21.4-5. What a wait begins with comes of no hint (SIR-3.2.3-3). */
    private void checks(Claims.Moment it, Counts counts) {
        if (!it.taken().because().contains("SIR-3.2.3-3")) {
            counts.begun += (int) it.taken().keeping().stream()
                    .filter(effect -> effect instanceof Effect.SendProtected check && check.payloads().isEmpty()).count();
        }
        LimitClaims.atMost(it, "liveness checks that hints started", counts.begun, policy.checks());
    }

    /** QCD-8.1-2, SIR-4-1: as far as it shows, in a refusal or in what follows from a proof. */
    private void compared(Claims.Moment it, Address source, List<Effect> effects, Map<Address, Integer> compared) {
        boolean shows = effects.stream().anyMatch(effect -> switch (effect) {
            case Effect.Log log -> log.reason() == Judged.TOKEN_MISMATCH || log.reason() == Judged.COOKIE_INVALID
                    || log.reason() == Judged.PEER_HAS_THE_SA;
            case Effect.IkeSaDeleted gone -> true;
            case Effect.Initiate begun -> true;
            case Effect.Accept goneOnWith -> true;
            default -> false;
        });
        if (shows && policy.verifications() > 0) {
            LimitClaims.atMost(it, "comparisons for one source", compared.merge(source, 1, Integer::sum), policy.verifications());
        }
    }
}
