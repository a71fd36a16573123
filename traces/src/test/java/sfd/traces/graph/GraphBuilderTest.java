package sfd.traces.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import sfd.traces.value.Value;

/** What a builder refuses: a graph out of order would have paths that nobody took. */
class GraphBuilderTest {

    private static final Label STEP = Label.of(Value.record(Map.of(Label.ACTION, Value.of("Step"))));

    @Test
    void anInitialStateIsThereOnce() {
        var builder = new GraphBuilder();
        assertTrue(builder.addInitial(Value.of(0), STEP));
        assertFalse(builder.addInitial(Value.of(0), STEP));
        assertTrue(builder.addInitial(Value.of(1), STEP));
        assertEquals(2, builder.stateCount());
    }

    @Test
    void edgesComeByAscendingSourceFromStateToState() {
        var builder = new GraphBuilder();
        builder.addInitial(Value.of(0), STEP);
        builder.addEdge(0, builder.number(STEP), builder.target(Value.of(1)));
        builder.addEdge(1, builder.number(STEP), builder.target(Value.of(0)));
        assertThrows(IllegalStateException.class, () -> builder.addEdge(0, 0, 1));
        assertThrows(IllegalStateException.class, () -> builder.addEdge(2, 0, 1));
        assertThrows(IllegalStateException.class, () -> builder.addEdge(1, 0, 2));
        assertThrows(IllegalStateException.class, () -> builder.addEdge(-1, 0, 1));
        assertThrows(IllegalStateException.class, () -> builder.addInitial(Value.of(2), STEP));
        assertEquals(2, builder.build().edgeCount());
    }
}
