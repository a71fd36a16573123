package sfd.lockstep;

import sfd.sa.Event;
import sfd.sa.Step;
import sfd.traces.graph.Graph;
import sfd.traces.graph.Label;

/** One actor of a model: its role, and its state in Java for every state of the graph. */
final class Actor<S> {

    static final String PEERS = "peers";

    private final String name;
    private final RoleStates<S> states;
    private final int[] stateOf;

    private Actor(String name, RoleStates<S> states, int[] stateOf) {
        this.name = name;
        this.states = states;
        this.stateOf = stateOf;
    }

    /** @throws NotInModelException where a state does not come back from Java as it went there */
    static <S> Actor<S> of(String name, RoleStates<S> states, Graph graph) {
        int[] stateOf = new int[graph.stateCount()];
        for (int state = 0; state < stateOf.length; state++) {
            try {
                stateOf[state] = states.number(graph.state(state).field(PEERS).field(name));
            } catch (NotInModelException e) {
                throw new NotInModelException(e.getMessage() + stepInto(graph, state));
            }
        }
        return new Actor<>(name, states, stateOf);
    }

    /** The clauses of the step that made a state are the first to be suspected. */
    private static String stepInto(Graph graph, int state) {
        if (graph.parentEdge(state) < 0) {
            return "";
        }
        Label label = graph.label(graph.parentEdge(state));
        return "; made by " + label.event().map(Object::toString).orElse(label.action())
                + label.because().map(it -> ", which cites " + it).orElse("");
    }

    String name() {
        return name;
    }

    Role<S> role() {
        return states.role();
    }

    RoleStates<S> states() {
        return states;
    }

    /** The number of this actor's state in a state of the graph. */
    int stateNumber(int graphState) {
        return stateOf[graphState];
    }

    S state(int graphState) {
        return states.get(stateOf[graphState]);
    }

    Step<S> step(int graphState, Event event) {
        return role().step(state(graphState), event);
    }

    /** True if Java makes of the event what the edge says: next state, effects in their order, clauses, and identity. */
    boolean agrees(int from, int to, Prompt prompt) {
        S before = state(from);
        S after = state(to);
        Step<S> step = role().step(before, prompt.event());
        return (step.next() == after || before != after && step.next().equals(after))
                && step.effects().equals(prompt.effects())
                && step.because().equals(prompt.because());
    }
}
