package sfd.traces.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.JsonSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sfd.traces.tlc.Model;
import sfd.traces.tlc.Progress;
import sfd.traces.tlc.Walk;

class GraphFileTest {

    private static final Path ROOT = Path.of(System.getProperty("project.root"));

    private static Graph graph;
    private static Graph counter;

    @TempDir
    Path folder;

    @BeforeAll
    static void walk() {
        graph = walk(ROOT.resolve("spec/models/MakerModel.tla"), "MakerBaseline.cfg");
        counter = walk(ROOT.resolve("traces/src/test/resources/models/Counter.tla"), "Counter.cfg");
    }

    private static Graph walk(Path module, String config) {
        try (Walk walk = Walk.open(Model.of(module, module.resolveSibling(config)))) {
            return walk.run(Progress.NONE).graph();
        }
    }

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        Graph read = GraphFile.read(written(graph));
        assertEquals(graph.edges().toList(), read.edges().toList());
        assertEquals(graph.initialCount(), read.initialCount());
        assertEquals(graph.depth(), read.depth());
        for (int state = 0; state < graph.stateCount(); state++) {
            assertEquals(graph.state(state), read.state(state));
            assertEquals(state, read.find(graph.state(state)));
            assertEquals(graph.traceTo(state), read.traceTo(state));
        }
        assertEquals(graph.outgoing(7).toList(), graph.edges().filter(edge -> edge.from() == 7).toList());
        assertEquals(graph.edge(graph.edgeCount() - 1).label(),
                read.traceThrough(graph.edgeCount() - 1).last().label());
    }

    @Test
    void everyLineFollowsTheSchema() throws IOException {
        JsonSchema schema = Schemas.named("graph.schema.json");
        List<String> lines = lines(written(graph));
        assertEquals(1 + graph.stateCount() + graph.edgeCount(), lines.size());
        for (int at = 0; at < lines.size(); at += at < 200 ? 1 : 37) {
            assertEquals(Set.of(), Schemas.violations(schema, lines.get(at)));
        }
        String edge = lines.getLast();
        for (String broken : List.of(edge.replace("\"from\"", "\"of\""), edge.replace("\"action\"", "\"deed\""),
                edge.replace("\"edge\":", "\"edge\":-"), "{}")) {
            assertNotEquals(Set.of(), Schemas.violations(schema, broken), broken);
        }
    }

    /** Lines 1 to 6 of the file are the counter's states, lines 7 to 18 its edges. */
    @Test
    void lossesAreSeen() throws IOException {
        Path file = written(counter);
        List<String> lines = lines(file);
        assertEquals(counter.edges().toList(), GraphFile.read(rewritten(lines, all -> all)).edges().toList());
        refuses(lines, all -> all.subList(0, all.size() - 1), "it ends before edge 11");
        refuses(lines, all -> without(all, 10), "in the place of edge 3");
        refuses(lines, all -> without(all, 3), "in the place of state 2");
        refuses(lines, all -> with(all, all.size(), all.getLast()), "are not those of the header");
        // one edge fewer, and a writer that does not know: counts and numbers agree
        refuses(lines, all -> replaced(all.subList(0, all.size() - 1), 0,
                line -> line.replace("\"edges\":12", "\"edges\":11")), "are not those of the header");
        // a parameter lost, in an edge, in a state, in an initial label
        refuses(lines, all -> replaced(all, 18, line -> line.replaceFirst(",\"by\":2", "")),
                "are not those of the header");
        refuses(lines, all -> replaced(all, 6, line -> line.replaceFirst("\"n\":\\d+", "")),
                "are not those of the header");
        refuses(lines, all -> replaced(all, 1, line -> line.replaceFirst("Init", "Start")),
                "are not those of the header");
        refuses(lines, all -> replaced(all, 17, line -> line.replaceFirst("\"to\":\\d+", "\"to\":3")),
                "are not those of the header");
        refuses(lines, all -> replaced(all, 17, line -> line.replaceFirst("\"to\":\\d+", "\"to\":6")),
                "leads to a state out of turn");
        refuses(lines, all -> replaced(all, 0, line -> "{}"), "the header says no");
        refuses(lines, all -> replaced(all, 18, line -> "{}"), "in the place of edge 11");
        Files.writeString(file, "no gzip");
        assertThrows(IOException.class, () -> GraphFile.read(file));
    }

    private void refuses(List<String> lines, UnaryOperator<List<String>> fault, String why) throws IOException {
        Path file = rewritten(lines, fault);
        String message = assertThrows(IOException.class, () -> GraphFile.read(file)).getMessage();
        assertTrue(message.contains(why), message);
    }

    private static List<String> without(List<String> lines, int at) {
        List<String> fewer = new ArrayList<>(lines);
        fewer.remove(at);
        return fewer;
    }

    private static List<String> with(List<String> lines, int at, String line) {
        List<String> more = new ArrayList<>(lines);
        more.add(at, line);
        return more;
    }

    private static List<String> replaced(List<String> lines, int at, UnaryOperator<String> change) {
        List<String> changed = new ArrayList<>(lines);
        changed.set(at, change.apply(lines.get(at)));
        assertNotEquals(lines, changed);
        return changed;
    }

    private Path written(Graph graph) throws IOException {
        Path file = folder.resolve("graph.jsonl.gz");
        GraphFile.write("a model", graph, file);
        return file;
    }

    private Path rewritten(List<String> lines, UnaryOperator<List<String>> change) throws IOException {
        Path file = folder.resolve("changed.jsonl.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            for (String line : change.apply(lines)) {
                out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    private static List<String> lines(Path file) throws IOException {
        try (var in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
