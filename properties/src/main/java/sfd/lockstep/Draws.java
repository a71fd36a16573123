package sfd.lockstep;

import java.util.TreeMap;
import sfd.sa.Admitted;
import sfd.sa.Waiting;
import sfd.traces.value.Value;

/** A role under a policy with a draw (BASE-2.21.4-10): in the model a field more of its state, in Java a state around it. */
final class Draws {

    private static final String WAITING = "waiting";

    private final Arrivals arrivals;
    private final Draw draw;

    Draws(Messages messages, Draw draw) {
        this.arrivals = new Arrivals(messages);
        this.draw = draw;
    }

    <S> Role<Admitted<S>> around(Role<S> role) {
        return new Role<>(role.name(),
                (policy, state, event) -> draw.step(policy, (s, e) -> role.function().step(policy, s, e), state, event),
                role.policy(),
                value -> new Admitted<>(role.concretise().apply(alone(value)), waiting(value.field(WAITING))),
                state -> holding(role.abstraction().apply(state.role()), state.waiting()),
                state -> Admitted.of(role.start().apply(state.role())));
    }

    private static Value alone(Value state) {
        var fields = new TreeMap<Value, Value>(state.entries());
        fields.remove(Value.of(WAITING));
        return Value.function(fields);
    }

    private Value holding(Value state, Waiting waiting) {
        var fields = new TreeMap<Value, Value>(state.entries());
        fields.put(Value.of(WAITING), Value.seq(waiting.inTurn().stream().map(arrivals::abstraction).toList()));
        return Value.function(fields);
    }

    private Waiting waiting(Value events) {
        Waiting waiting = Waiting.NONE;
        for (Value event : events.items()) {
            waiting = waiting.plus(Integer.MAX_VALUE, arrivals.concretise(event));
        }
        return waiting;
    }
}
