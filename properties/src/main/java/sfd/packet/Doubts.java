package sfd.packet;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import sfd.ike.IkeSpis;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.Step;

/**
 * What nobody here can know: whether an encrypted packet verifies. While a check of an IKE SA is unanswered, each such
 * packet may be the answer, so an IKE SA that is given up then is given up in doubt.
 */
final class Doubts {

    /** What is said of each such packet. */
    static final String OF_PACKET = "whether this packet verifies; if it does, only a Protected or ProtectedEsp event in the "
            + "input says so, or --assume-verified";

    /** Packets that may have been the answer, and where the last one stood. */
    private record Doubt(int packets, String last) {
    }

    private final Map<IkeSpis, Doubt> underCheck;

    Doubts() {
        this(Map.of());
    }

    private Doubts(Map<IkeSpis, Doubt> underCheck) {
        this.underCheck = new HashMap<>(underCheck);
    }

    Doubts copy() {
        return new Doubts(underCheck);
    }

    /** An encrypted packet that is about this IKE SA. */
    void unverified(IkeSpis spis, String place) {
        underCheck.computeIfPresent(spis, (it, before) -> new Doubt(before.packets() + 1, place));
    }

    /** What was done with an event. @param owner the IKE SA that it is about, if it is about one */
    void after(Event event, Optional<IkeSpis> owner, Step<Gateway> step) {
        if (!(event instanceof Event.Received)) {
            owner.ifPresent(underCheck::remove);
        }
        for (Effect effect : step.effects()) {
            switch (effect) {
                case Effect.SendProtected sent when !sent.response() -> underCheck.putIfAbsent(sent.spis(), new Doubt(0, ""));
                case Effect.IkeSaDeleted deleted -> underCheck.remove(deleted.spis());
                default -> { }
            }
        }
    }

    /** What to say of an IKE SA that was given up for its silence; nothing where there is no doubt. */
    Optional<String> ofGivenUp(IkeSpis spis) {
        return Optional.ofNullable(underCheck.remove(spis)).filter(it -> it.packets() > 0)
                .map(it -> "whether the peer was silent: since the check began, " + (it.packets() == 1 ? "1 packet" : it.packets()
                        + " packets") + " that may have been its answer could not be verified here, the last one in "
                        + it.last() + "; had one been given as a Protected or ProtectedEsp event, the IKE SA would have stayed");
    }
}
