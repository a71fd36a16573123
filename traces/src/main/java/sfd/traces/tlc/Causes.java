package sfd.traces.tlc;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import sfd.traces.graph.GraphBuilder;
import sfd.traces.graph.Label;
import sfd.traces.value.Rec;

/**
 * Asserts of the transitions that leave one state that the cause, the label without effects and because, determines
 * the successor, the effects and because. It knows repetitions by the way.
 */
final class Causes {

    private final GraphBuilder builder;
    private final Map<Rec, Integer> numbers = new HashMap<>();
    /** by label number: the number of its cause, plus one */
    private int[] causes = new int[256];
    /** by cause number: the state left when it was last seen, the label and the state it led to */
    private int[] lastFrom = new int[0];
    private int[] lastLabel = new int[0];
    private int[] lastTo = new int[0];

    Causes(GraphBuilder builder) {
        this.builder = builder;
    }

    /**
     * @param to number of the successor
     * @return whether this transition is new
     * @throws TlcException where the same cause led from the same state to something else
     */
    boolean isNew(int from, int label, int to) {
        int cause = cause(label);
        if (lastFrom[cause] != from) {
            lastFrom[cause] = from;
            lastLabel[cause] = label;
            lastTo[cause] = to;
            return true;
        }
        if (lastLabel[cause] != label || lastTo[cause] != to) {
            throw new TlcException("state and cause do not determine the step: from state " + from + " ("
                    + builder.state(from) + ") lead " + edge(lastLabel[cause], lastTo[cause])
                    + " and " + edge(label, to));
        }
        return false;
    }

    private String edge(int label, int to) {
        return builder.label(label) + " to state " + to + " (" + builder.state(to) + ")";
    }

    private int cause(int label) {
        if (label >= causes.length) {
            causes = Arrays.copyOf(causes, Math.max(label + 1, 2 * causes.length));
        }
        if (causes[label] == 0) {
            Label its = builder.label(label);
            causes[label] = numbers.computeIfAbsent(its.cause(), cause -> numbers.size()) + 1;
            grow(numbers.size());
        }
        return causes[label] - 1;
    }

    private void grow(int size) {
        int old = lastFrom.length;
        if (size > old) {
            lastFrom = Arrays.copyOf(lastFrom, Math.max(256, 2 * size));
            lastLabel = Arrays.copyOf(lastLabel, lastFrom.length);
            lastTo = Arrays.copyOf(lastTo, lastFrom.length);
            Arrays.fill(lastFrom, old, lastFrom.length, -1);
        }
    }
}
