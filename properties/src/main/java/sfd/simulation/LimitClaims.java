package sfd.simulation;

import java.util.Arrays;
import sfd.ike.Framing;
import sfd.ike.IkeMessage;
import sfd.ike.NotifyTypes;
import sfd.ike.Wire;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.Policy;

/**
 * What strangers cause is bounded: {@code LimitedProp} of who answers, in each tick, no answer to an answer, and no chain of messages that
 * goes on by itself ({@code NoLoop}, which two roles in one gateway and two such gateways could make).
 */
final class LimitClaims {

    /** ESP, hint, question, hint, question, verdict, IKE_SA_INIT, its answer, IKE_AUTH, its answer: and then up to three more. */
    private static final int LONGEST_CHAIN = 13;

    private final World world;
    private final int[] answers;
    private final int[] tokens;
    private final int[] verdicts;

    LimitClaims(World world) {
        this.world = world;
        int gateways = world.plan.gateways();
        this.answers = new int[gateways];
        this.tokens = new int[gateways];
        this.verdicts = new int[gateways];
    }

    void rebooted(Gateway gateway) {
        for (int[] counts : Arrays.asList(answers, tokens, verdicts)) {
            counts[gateway.number] = 0;
        }
    }

    void stepped(Claims.Moment it) {
        Policy policy = world.plan.policy();
        int at = it.gateway().number;
        if (it.event() instanceof Event.Tick) {
            rebooted(it.gateway());
        }
        boolean strangers = it.event() instanceof Event.Received || it.event() instanceof Event.Tick && policy.drawn() > 0;
        if (!strangers) {
            return;
        }
        for (Effect effect : it.taken().losing()) {
            switch (effect) {
                case Effect.Send send -> answered(it, send, at);
                case Effect.SendProtected report -> answers[at]++;
                default -> { }
            }
        }
        atMost(it, "answers", answers[at], policy.answers());
        atMost(it, "answers with tokens", tokens[at], policy.tokenAnswers());
        atMost(it, "verdicts", verdicts[at], policy.sir().verdicts() == 0 ? Integer.MAX_VALUE : policy.sir().verdicts());
        if (it.came() != null && it.gateway().caused() > LONGEST_CHAIN) {
            throw new BrokenClaim("NoLoop", it.gateway() + " gets message " + it.gateway().caused() + " of a chain");
        }
    }

    private void answered(Claims.Moment it, Effect.Send send, int at) {
        var answer = (IkeMessage) Wire.decode(Framing.udp(send.from().port(), send.to().port()), send.datagram());
        if (!answer.notifies(NotifyTypes.CHECK_SPI).isEmpty() && answer.notifies(NotifyTypes.INVALID_IKE_SPI).isEmpty()) {
            verdicts[at]++;
        } else {
            answers[at]++;
            tokens[at] += answer.notifies(NotifyTypes.QUICK_CRASH_DETECTION).isEmpty() ? 0 : 1;
        }
        if (!(it.event() instanceof Event.Received received)) {
            return;
        }
        int amplification = world.plan.policy().amplification();
        if (amplification > 0 && send.datagram().length() > amplification * received.datagram().length()) {
            throw new BrokenClaim("LimitedProp", it.gateway() + " answers " + received.datagram().length() + " octets with "
                    + send.datagram().length());
        }
        if (it.message().filter(m -> m.header().response()).isPresent()) {
            throw new BrokenClaim("LimitedProp", it.gateway() + " answers an answer");
        }
    }

    /** A limit that is used up is one that was about something. */
    static void atMost(Claims.Moment it, String what, int number, int limit) {
        if (number == limit) {
            it.gateway().world.tally.looked("as many " + what + " as may be");
        }
        if (number > limit) {
            throw new BrokenClaim("LimitedProp", it.gateway() + " has " + number + " " + what + " in a tick, and may have " + limit);
        }
    }
}
