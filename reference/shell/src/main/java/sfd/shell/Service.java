package sfd.shell;

import sfd.sa.Event;
import sfd.sa.Step;

/** A role under way: policy, digest and state are its own. One thread asks it, so that it needs no lock. */
public interface Service {

    /**
     * True if the step for this datagram is the same state and a reason to log: then the step is not made, and the datagram
     * only counted. Asked first, for this is what a flood is made of.
     */
    boolean isSilentAt(Event.Received event);

    /** True if each arrival needs a lot, which this end draws (BASE-2.21.4-10). */
    default boolean draws() {
        return false;
    }

    /** False if what the event tells of must not come about: then there is no step, and the daemon hears nothing of it. */
    default boolean admits(Event event) {
        return true;
    }

    /** The step that the event makes; the state is the next one from now on. */
    Step<?> step(Event event);
}
