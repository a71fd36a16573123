package sfd.shell;

import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.Step;

/** Who looks on. Called by the thread that serves, in the order in which things happen; must not block. */
public interface Watch {

    /** A datagram came. */
    default void came(Event.Received datagram) {
    }

    /** A datagram that the service is silent at: no step was made. */
    default void silent(Event.Received datagram) {
    }

    /** A step was made; a tick's too. */
    default void stepped(Event event, Step<?> step) {
    }

    /** What the event tells of must not come about. */
    default void refused(Event event) {
    }

    /** A datagram went out. */
    default void went(Effect.Send datagram) {
    }

    /** A datagram could not be sent: no port of ours, no way there, or no room in the socket's buffer. */
    default void stayed(Effect.Send datagram) {
    }

    /** A datagram with source port 0, to which nobody can answer: passed over. */
    default void nowhere() {
    }

    /** Nothing is waiting to be served: a time to write what was kept. */
    default void idle() {
    }
}
