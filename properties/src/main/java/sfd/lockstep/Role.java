package sfd.lockstep;

import java.util.function.Function;
import sfd.sa.Event;
import sfd.sa.Policy;
import sfd.sa.Step;
import sfd.traces.value.Value;

/**
 * One role under one policy, and how its states stand in the model.
 *
 * @param name of the role in the models
 * @param function its step in Java
 * @param concretise from a state of the model
 * @param abstraction the inverse
 * @param start the Java role's own first state, given what non-volatile storage holds in the model's first state
 */
record Role<S>(String name, RoleFunction<S> function, Policy policy, Function<Value, S> concretise,
        Function<S, Value> abstraction, Function<S, S> start) {

    Step<S> step(S state, Event event) {
        return function.step(policy, state, event);
    }
}
