package sfd.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sfd.traces.graph.Graph;
import sfd.traces.graph.Label;
import sfd.traces.graph.Trace;
import sfd.traces.itf.Itf;
import sfd.traces.tlc.Progress;
import sfd.traces.tlc.Walk;
import sfd.traces.value.Value;

/** The committed traces are those of the manifest, and one that is none of its model's paths is found. */
class CommittedTracesTest {

    private static final Layout PROJECT = new Layout(Path.of(System.getProperty("project.root")));
    private static final Manifest MANIFEST = Manifest.read(PROJECT);
    private static final Entry SMALL = MANIFEST.get("QcdBobInitiatesOneSa");
    private static final String NAME = CommittedTraces.names(SMALL).get("SoundGoneProp");

    private static Graph graph;

    @TempDir
    Path root;

    @BeforeAll
    static void walk() {
        try (Walk walk = Walk.open(SMALL.model(PROJECT))) {
            graph = walk.run(Progress.NONE).graph();
        }
    }

    private static Path folder(Path root) {
        return root.resolve("traces").resolve("itf");
    }

    @Test
    void eachViolationOfAWalkedModelHasItsTraceAndNothingElseIsThere() throws IOException {
        Set<String> expected = MANIFEST.models().stream()
                .flatMap(entry -> CommittedTraces.names(entry).values().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        try (Stream<Path> files = Files.list(folder(PROJECT.root()))) {
            assertEquals(expected, files.map(file -> file.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new)), "run the check with --traces");
        }
        assertTrue(expected.size() > 50);
    }

    @Test
    void eachIsAsLongAsTheShortestAttack() throws IOException {
        for (Entry entry : MANIFEST.models()) {
            for (var name : CommittedTraces.names(entry).entrySet()) {
                assertEquals(entry.expected().get(name.getKey()).steps(),
                        Itf.read(folder(PROJECT.root()).resolve(name.getValue())).length() - 1, name.getValue());
            }
        }
    }

    @Test
    void aPathOfTheModelIsNotStale() {
        assertEquals(List.of(), CommittedTraces.stale(PROJECT, SMALL, graph));
    }

    @Test
    void aShorterOneIsStale() throws IOException {
        Trace trace = committed();
        assertStale("4 steps, not 5", trace.steps().subList(0, trace.length() - 1));
    }

    @Test
    void anotherFirstStateIsStale() throws IOException {
        List<Trace.Step> steps = new ArrayList<>(committed().steps());
        steps.set(0, steps.get(1));
        assertStale("does not begin where the model does", steps);
    }

    @Test
    void aStepThatTheModelDoesNotHaveIsStale() throws IOException {
        List<Trace.Step> steps = new ArrayList<>(committed().steps());
        var fields = new TreeMap<String, Value>();
        steps.get(2).label().value().entries().forEach((name, value) -> fields.put(name.text(), value));
        fields.put(Label.BECAUSE, Value.set());
        steps.set(2, new Trace.Step(Label.of(Value.record(fields)), steps.get(2).state()));
        assertStale("step 2 is none of the model's", steps);
    }

    private static Trace committed() throws IOException {
        return Itf.read(folder(PROJECT.root()).resolve(NAME));
    }

    private void assertStale(String why, List<Trace.Step> steps) throws IOException {
        Files.createDirectories(folder(root));
        Itf.write("planted", new Trace(steps), folder(root).resolve(NAME));
        assertEquals(List.of("traces/itf/" + NAME + ": " + why + ": run the check with --traces"),
                CommittedTraces.stale(new Layout(root), SMALL, graph));
    }
}
