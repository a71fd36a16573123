package sfd.flood.roles;

import java.util.function.BiFunction;
import sfd.sa.Admitted;
import sfd.sa.Event;
import sfd.sa.Policy;
import sfd.sa.Step;

/** Who takes what a limit turned away up: {@link sfd.sa.Admission#step}, or for a test one with a fault. */
@FunctionalInterface
interface Gate {

    <S> Step<Admitted<S>> step(Policy policy, BiFunction<S, Event, Step<S>> role, Admitted<S> s, Event event);
}
