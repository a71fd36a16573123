package sfd.baseline;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import sfd.ike.Endpoint;
import sfd.ike.Framing;
import sfd.ike.IkeHeader;
import sfd.ike.IkeMessage;
import sfd.ike.Payload;
import sfd.ike.Wire;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.Ignored;
import sfd.sa.LogReason.Judged;
import sfd.sa.Policy;
import sfd.sa.Step;

/**
 * An answer in the clear to a packet that anybody may have sent, under any source address: it is no multiple of that
 * packet (BASE-2.21.4-9), or we would be somebody's means to flood a third.
 */
public final class Answer {

    private static final Set<String> BOUND = Set.of("BASE-2.21.4-9");

    private Answer() {
    }

    /** Why there is no answer if not even its first payload fits: asked before anything is made for it. */
    static final Ignored TOO_LARGE = Ignored.of(Judged.ANSWER_TOO_LARGE, "BASE-2.21.4-9");

    /** True if an answer to {@code e} has room for payloads of so many octets. */
    static boolean hasRoom(Policy policy, Event.Received e, int octets) {
        return policy.amplification() == 0
                || Wire.length(framing(e), List.of()) + octets <= (long) policy.amplification() * e.datagram().length();
    }

    /**
     * Those of the payloads that an answer to {@code e} has room for; what does not fit is left out from the end, where the
     * oldest tokens are. The same list if all fit, an empty one if not even the first does.
     */
    public static List<Payload> fitting(Policy policy, Event.Received e, List<Payload> payloads) {
        if (policy.amplification() == 0) {
            return payloads;
        }
        long room = (long) policy.amplification() * e.datagram().length() - Wire.length(framing(e), List.of());
        int count = 0;
        for (Payload payload : payloads) {
            room -= payload.length();
            if (room < 0) {
                return List.copyOf(payloads.subList(0, count));
            }
            count++;
        }
        return payloads;
    }

    /**
     * The answer, or silence.
     *
     * @param state what silence leaves as it is
     * @param counted the same with one more answer
     * @param wanted the payloads that there are
     * @param fitting those of them that {@link #fitting} left
     */
    public static <S> Step<S> of(S state, S counted, Event.Received e, IkeHeader header, List<Payload> wanted,
            List<Payload> fitting, Set<String> because) {
        if (fitting.isEmpty()) {
            return Step.ignore(state, TOO_LARGE);
        }
        Step<S> answer = Step.of(counted, because, send(e, new IkeMessage(header, fitting)));
        return fitting.size() == wanted.size() ? answer
                : answer.after(new Effect.Log(Judged.PAYLOADS_LEFT_OUT)).citing(BOUND);
    }

    /** A message back to where {@code e} came from. */
    private static Effect send(Event.Received e, IkeMessage message) {
        return new Effect.Send(overUdp(e.to()), overUdp(e.from()), Wire.encode(framing(e), message));
    }

    private static Framing framing(Event.Received e) {
        return Framing.udp(overUdp(e.to()).port(), overUdp(e.from()).port());
    }

    /** ESP that was not in UDP is answered over UDP all the same: on the port of IKE (BASE-1.5-1). */
    public static Endpoint overUdp(Endpoint end) {
        return end.port() == Endpoint.NO_UDP ? new Endpoint(end.address(), Wire.IKE_PORT) : end;
    }
}
