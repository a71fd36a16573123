package sfd.traces.graph;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sfd.traces.value.Value;

/**
 * One path through a model's graph.
 *
 * @param steps the first one is the initial state with the label that the model gave it
 */
public record Trace(List<Step> steps) {

    /** @param label what led into the state */
    public record Step(Label label, Value state) {
    }

    public Trace {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a trace has at least its initial state");
        }
    }

    /** @return the number of states, as TLC counts the length of a counterexample */
    public int length() {
        return steps.size();
    }

    public Step last() {
        return steps.getLast();
    }

    /**
     * The path as a graph of its own. A lasso may come by a state more than once: that is one state, and a step that is taken
     * twice one edge.
     */
    public Graph graph() {
        Map<Value, Set<Step>> leaving = new HashMap<>();
        for (int step = 1; step < length(); step++) {
            leaving.computeIfAbsent(steps.get(step - 1).state(), state -> new LinkedHashSet<>()).add(steps.get(step));
        }
        var graph = new GraphBuilder();
        graph.addInitial(steps.getFirst().state(), steps.getFirst().label());
        for (int from = 0; from < graph.stateCount(); from++) {
            for (Step step : leaving.getOrDefault(graph.state(from), Set.of())) {
                graph.addEdge(from, graph.number(step.label()), graph.target(step.state()));
            }
        }
        return graph.build();
    }
}
