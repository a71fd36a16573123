package sfd.lockstep;

import sfd.sa.Event;
import sfd.sa.Policy;
import sfd.sa.Step;

/** A role of the reference: pure and total. */
@FunctionalInterface
public interface RoleFunction<S> {

    Step<S> step(Policy policy, S state, Event event);
}
