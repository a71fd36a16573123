package sfd.lockstep;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sfd.sa.Event;
import sfd.sa.Step;
import sfd.traces.graph.Graph;
import sfd.traces.value.Value;

/**
 * One actor of a model: its role, and its state in Java for every state of the graph. Each distinct state is concretised
 * once, so that equal states of the model are the same object in Java.
 */
final class Actor<S> {

    static final String PEERS = "peers";

    private final String name;
    private final Role<S> role;
    private final Map<Value, Integer> numbers = new HashMap<>();
    private final List<S> distinct = new ArrayList<>();
    private final int[] stateOf;

    private Actor(String name, Role<S> role, int graphStates) {
        this.name = name;
        this.role = role;
        this.stateOf = new int[graphStates];
    }

    /** @throws NotInModelException where a state does not come back from Java as it went there */
    static <S> Actor<S> of(String name, Role<S> role, Graph graph) {
        var actor = new Actor<>(name, role, graph.stateCount());
        for (int state = 0; state < graph.stateCount(); state++) {
            actor.stateOf[state] = actor.number(graph.state(state).field(PEERS).field(name));
        }
        return actor;
    }

    private int number(Value state) {
        Integer known = numbers.get(state);
        if (known != null) {
            return known;
        }
        S concrete = role.concretise().apply(state);
        Value back = role.abstraction().apply(concrete);
        if (!back.equals(state)) {
            throw new NotInModelException("a state comes back from Java as another one: " + back + " instead of " + state);
        }
        distinct.add(concrete);
        numbers.put(state, distinct.size() - 1);
        return distinct.size() - 1;
    }

    String name() {
        return name;
    }

    Role<S> role() {
        return role;
    }

    /** The number of this actor's state in a state of the graph: the same number, the same state. */
    int stateNumber(int graphState) {
        return stateOf[graphState];
    }

    S state(int graphState) {
        return distinct.get(stateOf[graphState]);
    }

    Step<S> step(int graphState, Event event) {
        return role.step(state(graphState), event);
    }

    /** True if Java makes of the event what the edge says: next state, effects in their order, clauses, and identity. */
    boolean agrees(int from, int to, Prompt prompt) {
        S before = state(from);
        S after = state(to);
        Step<S> step = role.step(before, prompt.event());
        return (step.next() == after || before != after && step.next().equals(after))
                && step.effects().equals(prompt.effects())
                && step.because().equals(prompt.because());
    }
}
