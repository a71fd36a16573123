package sfd.packet;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import sfd.gateway.Gateway;
import sfd.ike.IkeSpis;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.Step;

/**
 * What nobody here can know: whether an encrypted packet verifies. While something waits for a word of the peer, each
 * such packet may be it; so an IKE SA that is given up or replaced when time is over is so in doubt.
 */
final class Doubts {

    /** What is said of each such packet. */
    static final String OF_PACKET = "whether this packet verifies; if it does, only a Protected or ProtectedEsp event in the "
            + "input says so, or --assume-verified";

    /** Packets that may have been the peer's word, and where the last one stood. */
    private record Doubt(int packets, String last) {
    }

    private final Map<IkeSpis, Doubt> waiting;

    Doubts() {
        this(Map.of());
    }

    private Doubts(Map<IkeSpis, Doubt> waiting) {
        this.waiting = new HashMap<>(waiting);
    }

    Doubts copy() {
        return new Doubts(waiting);
    }

    /** From now on something waits for a word about this IKE SA, if nothing did. */
    void begin(IkeSpis spis) {
        waiting.putIfAbsent(spis, new Doubt(0, ""));
    }

    /** An encrypted packet that is about this IKE SA. */
    void unverified(IkeSpis spis, String place) {
        waiting.computeIfPresent(spis, (it, before) -> new Doubt(before.packets() + 1, place));
    }

    /** What was done with an event. @param owner the IKE SA that it is about, if it is about one */
    void after(Event event, Optional<IkeSpis> owner, Step<Gateway> step) {
        if (!(event instanceof Event.Received)) {
            owner.ifPresent(waiting::remove);
        }
        for (Effect effect : step.effects()) {
            switch (effect) {
                case Effect.SendProtected sent when !sent.response() -> begin(sent.spis());
                case Effect.IkeSaDeleted deleted -> waiting.remove(deleted.spis());
                default -> { }
            }
        }
    }

    /** What to say of an IKE SA that was given up or replaced because time was over; nothing where there is no doubt. */
    Optional<String> ofLate(IkeSpis spis) {
        return Optional.ofNullable(waiting.remove(spis)).filter(it -> it.packets() > 0)
                .map(it -> "whether the peer was silent: since this began, " + (it.packets() == 1 ? "1 packet" : it.packets()
                        + " packets") + " that may have been its answer could not be verified here, the last one in "
                        + it.last() + "; had one been given as a Protected or ProtectedEsp event, this might not have been "
                        + "done");
    }
}
