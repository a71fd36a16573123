package sfd.traces.tlc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sfd.traces.graph.Graph;
import sfd.traces.graph.Trace;
import sfd.traces.value.Value;
import util.FilenameToStream;

class WalkTest {

    @Test
    void theCounterIsAsCountedByHand() {
        Walked walked = walk(Models.counter("Counter"));
        Graph graph = walked.graph();
        assertEquals(6, graph.stateCount());
        assertEquals(12, graph.edgeCount());
        assertEquals(12, walked.generated());
        assertEquals(1, walked.initial());
        assertEquals(4, graph.depth());
        assertEquals(2, graph.labelCount());
        assertEquals(List.of(0L, 1L, 2L, 3L, 4L, 5L), values(graph));
        assertEquals("[action |-> \"Init\"]", graph.initialLabel(0).toString());
        assertEquals(List.of("1 to 2 [action |-> \"Add\", by |-> 1]", "1 to 3 [action |-> \"Add\", by |-> 2]"),
                graph.outgoing(1).map(edge -> edge.from() + " to " + edge.to() + " " + edge.label()).toList());
        assertEquals(List.of("GrowsProp", "InRange", "StartsProp"), walked.verdicts().stream()
                .filter(Verdict::holds).map(Verdict::property).sorted().toList());
        assertEquals(3, walked.verdicts().size());
    }

    @Test
    void violationsComeWithShortestTraces() {
        Walked walked = walk(Models.counter("CounterFails"));
        Map<String, String> found = walked.verdicts().stream().collect(Collectors.toMap(Verdict::property,
                verdict -> verdict.kind() + verdict.violation().map(WalkTest::numbers).orElse(" holds")));
        assertEquals(Map.of(
                "InRange", "INVARIANT holds",
                "BelowThree", "INVARIANT 0 1 3",
                "ReachFour", "REACHABILITY 0 2 4",
                "NeverByOneToThree", "INVARIANT 0 2 3",
                "GrowsProp", "ACTION_PROPERTY holds",
                "NoWrapProp", "ACTION_PROPERTY 0 2 4 0"), found);
        assertEquals(List.of("RestsProp"), walked.notWalked());
        assertEquals(6, walked.graph().stateCount());
    }

    /** TLC calls the parts of a conjunction by their places: here they have the name that the configuration gives. */
    @Test
    void conjunctionsKeepTheirNames() {
        Walked walked = walk(Models.counter("CounterStarts"));
        assertEquals(List.of("WrongStartProp 0", "WrongStepProp 0 1 3"), walked.verdicts().stream()
                .map(verdict -> verdict.property() + numbers(verdict.violation().orElseThrow())).toList());
        assertEquals(new Checked.Violated(Checked.Totals.NONE, "WrongStartProp", false, 1, Optional.empty()),
                Checker.checkAlone(Models.counter("CounterStarts")));
    }

    @Test
    void constantsOfTheModuleAreFound() {
        try (Walk walk = Walk.open(Models.counter("Counter"))) {
            assertEquals(Optional.of(Value.of("counts")), walk.constant("About"));
            assertEquals(Optional.of(Value.set(Value.of(2), Value.of(3), Value.of(5), Value.of(7))),
                    walk.constant("Primes"));
            assertEquals(Optional.empty(), walk.constant("Policies"));
            assertThrows(TlcException.class, () -> walk.constant("Where"));
            assertThrows(TlcException.class, () -> walk.constant("Add"));
        }
    }

    /** TLC's static state must not reach from one walk into the next. */
    @Test
    void walksDoNotDisturbEachOther() {
        for (int round = 0; round < 2; round++) {
            assertEquals(2, walk(Models.toggle()).graph().stateCount());
            theCounterIsAsCountedByHand();
        }
    }

    /** Other processes with TLC write its modules into the temporary folder of all, again and again, while this one reads. */
    @Test
    void standardModulesAreThisProcesssOwn() throws IOException {
        var modules = new Modules(Models.counter("Counter"));
        Path first = modules.resolve("Naturals", true).toPath();
        assertNotEquals(Path.of(FilenameToStream.TMPDIR), first.getParent());
        Object written = Files.readAttributes(first, BasicFileAttributes.class).fileKey();
        assertEquals(first, modules.resolve("Naturals", true).toPath());
        assertEquals(written, Files.readAttributes(first, BasicFileAttributes.class).fileKey());
    }

    /** Without a VIEW the state is the record of all variables but the label. */
    @Test
    void aModelMayHaveNoView() {
        Graph graph = walk(Models.toggle()).graph();
        assertEquals("[on |-> FALSE]", graph.state(0).toString());
        assertEquals("[on |-> TRUE]", graph.state(1).toString());
        assertEquals(2, graph.edgeCount());
    }

    @Test
    void oneThreadHasOneWalk() {
        try (Walk walk = Walk.open(Models.counter("Counter"))) {
            assertThrows(IllegalStateException.class, () -> Walk.open(Models.counter("Counter")));
        }
        Walk.open(Models.counter("Counter")).close();
    }

    /** Where all holds, the walk and TLC's own search have seen the same. */
    @ParameterizedTest
    @ValueSource(strings = "MakerBaseline")
    void theWalkAgreesWithTlc(String config) {
        agrees(config);
    }

    /** As above, of models ten times the size: {@code mvn test -DexcludedGroups=}. */
    @Tag("long")
    @ParameterizedTest
    @ValueSource(strings = {"MakerNoIkeAuth", "Maker52", "Maker51"})
    void theWalkAgreesWithTlcOnLargerModels(String config) {
        agrees(config);
    }

    private static void agrees(String config) {
        Walked walked = walk(Models.maker(config));
        Checked.Holds checked = assertInstanceOf(Checked.Holds.class, Checker.checkAlone(Models.maker(config)));
        assertEquals(checked.totals(), new Checked.Totals(walked.graph().stateCount(),
                walked.generated() + walked.initial(), walked.graph().depth()));
        // every event is offered once in every state, so no two successors are the same edge
        assertEquals(walked.generated(), walked.graph().edgeCount());
        assertFalse(walked.verdicts().isEmpty());
        assertTrue(walked.verdicts().stream().allMatch(Verdict::holds));
        assertTrue(walked.graph().edges().allMatch(edge -> edge.label().actor().equals(Optional.of("maker"))));
    }

    private static Walked walk(Model model) {
        try (Walk walk = Walk.open(model)) {
            return walk.run(Progress.NONE);
        }
    }

    private static List<Long> values(Graph graph) {
        return IntStream.range(0, graph.stateCount())
                .mapToObj(state -> graph.state(state).field("n").integer()).sorted().toList();
    }

    private static String numbers(Trace trace) {
        return trace.steps().stream().map(step -> " " + step.state().field("n")).collect(Collectors.joining());
    }
}
