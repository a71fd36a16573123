package sfd.lockstep;

import java.util.Collections;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import sfd.sa.Admitted;
import sfd.sa.Event;
import sfd.sa.Policy;
import sfd.sa.Step;

/** The step of a draw around any role's (BASE-2.21.4-10). */
@FunctionalInterface
public interface Draw {

    <S> Step<Admitted<S>> step(Policy policy, BiFunction<S, Event, Step<S>> role, Admitted<S> state, Event event);

    /** The same, but never citing these clauses of its own. */
    default Draw withoutCiting(Set<String> clauses) {
        Draw cites = this;
        return new Draw() {
            @Override
            public <S> Step<Admitted<S>> step(Policy policy, BiFunction<S, Event, Step<S>> role, Admitted<S> state, Event event) {
                Step<Admitted<S>> step = cites.step(policy, role, state, event);
                return Collections.disjoint(step.because(), clauses) ? step : new Step<>(step.next(), step.effects(),
                        step.because().stream().filter(id -> !clauses.contains(id)).collect(Collectors.toSet()));
            }
        };
    }
}
