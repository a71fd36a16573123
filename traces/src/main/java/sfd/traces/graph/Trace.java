package sfd.traces.graph;

import java.util.List;
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
}
