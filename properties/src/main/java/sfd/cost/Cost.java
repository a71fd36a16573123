package sfd.cost;

import java.util.List;
import sfd.ike.Wire;
import sfd.lockstep.Concretise;
import sfd.sa.Effect;
import sfd.token.JdkDigest;
import sfd.traces.graph.Label;
import sfd.traces.graph.Trace;

/**
 * What it costs on the wire until Alice knows, in one trace: all messages from her first request that Bob does not answer
 * under the IKE SA, that one included, to the step in which she concludes.
 *
 * @param messages of both
 * @param roundTrips messages that Alice waits for
 * @param octets of all messages: UDP payloads on port 4500, so with the four octets of the marker
 */
public record Cost(int messages, int roundTrips, int octets) {

    /** Around what a protected message holds: marker, header, SK's generic header, IV, pad length and ICV of AES-GCM-16. */
    private static final int PROTECTION = 4 + 28 + 4 + 8 + 1 + 16;

    public static Cost of(Trace trace) {
        List<Label> labels = trace.steps().stream().map(Trace.Step::label).toList();
        var concretise = new Concretise(new JdkDigest());
        Cost cost = new Cost(0, 0, 0);
        boolean asked = false;
        for (Label label : labels) {
            if (label.effects().isEmpty()) {
                continue;
            }
            boolean alice = label.actor().orElseThrow().equals("alice");
            for (Effect effect : concretise.effects(label.effects().get())) {
                asked |= alice && effect instanceof Effect.SendProtected request && !request.response();
                cost = asked ? cost.plus(octets(effect), !alice) : cost;
            }
        }
        return cost;
    }

    private Cost plus(int more, boolean toAlice) {
        return more == 0 ? this : new Cost(messages + 1, roundTrips + (toAlice ? 1 : 0), octets + more);
    }

    /** 0 for what is no message. */
    private static int octets(Effect effect) {
        return switch (effect) {
            case Effect.Send sent -> sent.datagram().length();
            case Effect.SendProtected sent -> PROTECTION + Wire.encodeChain(sent.payloads()).length();
            default -> 0;
        };
    }
}
