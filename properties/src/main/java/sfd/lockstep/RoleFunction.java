package sfd.lockstep;

import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;
import sfd.sa.Event;
import sfd.sa.Policy;
import sfd.sa.Step;

/** A role of the reference: pure and total. */
@FunctionalInterface
public interface RoleFunction<S> {

    Step<S> step(Policy policy, S state, Event event);

    /** The same, but never citing these clauses. */
    default RoleFunction<S> withoutCiting(Set<String> clauses) {
        return (policy, state, event) -> {
            Step<S> step = step(policy, state, event);
            return Collections.disjoint(step.because(), clauses) ? step : new Step<>(step.next(), step.effects(),
                    step.because().stream().filter(id -> !clauses.contains(id)).collect(Collectors.toSet()));
        };
    }
}
