package sfd.fuzz;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import sfd.ike.Framing;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.Step;

/**
 * One step of a role.
 *
 * @param message the IKE message that was received, if one was
 */
record Happened<S>(S before, Event event, Step<S> step, Optional<Plain> message) {

    static <S> Happened<S> of(S before, Event event, Step<S> step) {
        return new Happened<>(before, event, step, event instanceof Event.Received e
                ? Plain.of(e.framing(), e.datagram().toArray()) : Optional.empty());
    }

    boolean isReceived() {
        return event instanceof Event.Received;
    }

    List<Effect> effects() {
        return step.effects();
    }

    <E extends Effect> Stream<E> effects(Class<E> type) {
        return step.effects().stream().filter(type::isInstance).map(type::cast);
    }

    boolean logs(Enum<?> reason) {
        return effects(Effect.Log.class).anyMatch(it -> it.reason() == reason);
    }

    /** What was sent in the clear, taken apart. */
    Stream<Plain> sent() {
        return effects(Effect.Send.class).map(Happened::plain);
    }

    static Plain plain(Effect.Send send) {
        return Plain.of(Framing.udp(send.from().port(), send.to().port()), send.datagram().toArray())
                .orElseThrow(() -> new AssertionError("sends what is no message: " + send.datagram()));
    }
}
