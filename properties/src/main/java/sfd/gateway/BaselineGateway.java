package sfd.gateway;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import sfd.baseline.Liveness;
import sfd.baseline.LivenessState;
import sfd.qcd.Maker;
import sfd.qcd.MakerState;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.LogReason;
import sfd.sa.Policy;
import sfd.sa.SaTable;
import sfd.sa.Step;
import sfd.token.Digest;

/**
 * IKEv2 alone, both halves of it on one table of SAs: the peer that kept its SAs and checks them, and the peer that
 * lost some and says so. A datagram that is not for the first half is for the second.
 *
 * @param policy with maker and taker off
 * @param kept the first half, which owns the table
 * @param lost the second half, a maker without tokens
 */
record BaselineGateway(Policy policy, Digest digest, LivenessState kept, MakerState lost) implements Gateway {

    private static final Effect NOT_MINE = new Effect.Log(LogReason.Judged.NOT_FOR_THIS_ROLE);

    @Override
    public Step<Gateway> step(Event event) {
        Step<LivenessState> first = Liveness.step(policy, kept, event);
        boolean passedOn = first.effects().equals(List.of(NOT_MINE));
        // Time passes for both.
        if (!passedOn && !(event instanceof Event.Tick)) {
            return first.map(next -> with(next, lost));
        }
        Step<MakerState> second = Maker.step(policy, digest, lost.withSas(first.next().sas()), event);
        if (passedOn) {
            return second.map(next -> with(first.next(), next));
        }
        var because = new TreeSet<>(first.because());
        because.addAll(second.because());
        return new Step<>(with(first.next(), second.next()),
                Stream.concat(first.effects().stream(), second.effects().stream()).toList(), because);
    }

    @Override
    public SaTable sas() {
        return kept.sas();
    }

    private Gateway with(LivenessState kept, MakerState lost) {
        return kept == this.kept && lost == this.lost ? this : new BaselineGateway(policy, digest, kept, lost);
    }
}
