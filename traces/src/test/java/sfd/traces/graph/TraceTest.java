package sfd.traces.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sfd.traces.value.Value;

/** A path as a graph: what the path comes by twice is there once. */
class TraceTest {

    /** Step by step the states, each step with an action named for the two that it leads between. */
    private static Trace path(int... states) {
        List<Trace.Step> steps = new ArrayList<>();
        for (int at = 0; at < states.length; at++) {
            String action = at == 0 ? "Init" : states[at - 1] + " to " + states[at];
            steps.add(new Trace.Step(Label.of(Value.record(Map.of(Label.ACTION, Value.of(action)))), Value.of(states[at])));
        }
        return new Trace(steps);
    }

    private static List<String> edges(Graph graph) {
        return IntStream.range(0, graph.edgeCount()).mapToObj(edge -> graph.state(graph.from(edge)) + " to "
                + graph.state(graph.to(edge))).toList();
    }

    @Test
    void aShortestPathIsAsItWas() {
        assertEquals(List.of("0 to 1", "1 to 2", "2 to 3"), edges(path(0, 1, 2, 3).graph()));
    }

    @Test
    void aLassoThatComesByAStateAgainLeavesItTwice() {
        assertEquals(List.of("0 to 1", "1 to 2", "1 to 3", "2 to 1", "3 to 0"), edges(path(0, 1, 2, 1, 3, 0).graph()));
    }

    @Test
    void aStepTakenTwiceIsOneEdgeAndNothingMayHappen() {
        assertEquals(List.of("0 to 1", "1 to 0", "1 to 1"), edges(path(0, 1, 0, 1, 1).graph()));
    }
}
