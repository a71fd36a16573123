package sfd.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sfd.lockstep.Lockstep;
import sfd.lockstep.NotInModelException;
import sfd.lockstep.Replay;
import sfd.lockstep.RoleFunctions;
import sfd.token.Digest;
import sfd.token.JdkDigest;
import sfd.traces.graph.Graph;
import sfd.traces.graph.GraphBuilder;
import sfd.traces.graph.GraphFile;
import sfd.traces.graph.Label;
import sfd.traces.value.Value;
import sfd.traces.value.ValueException;

/** Faults on the way from TLC to the replay: an edge that is lost, a parameter that is missing in a label. */
class ExportFaultsTest {

    private static final int NONE = -1;

    @TempDir
    static Path scratch;

    private static List<RoleModelCopy.Walked> models;

    @BeforeAll
    static void walk() {
        models = List.of(SmallModels.MAKER.walk(scratch), SmallModels.OLDER.walk(scratch));
    }

    @Test
    void everySuccessorThatTlcFoundIsAnEdge() {
        for (RoleModelCopy.Walked model : models) {
            assertEquals(model.generated(), model.graph().edgeCount());
            assertEquals(List.of(), Offered.gaps(model.graph()));
        }
    }

    /** One that no state was found over, for another would take its state along. */
    @Test
    void anEdgeThatIsLostIsFound() {
        Graph graph = models.getFirst().graph();
        int edge = graph.edgeCount() - 1;
        while (graph.parentEdge(graph.to(edge)) == edge || !graph.label(edge).action().equals("Received")) {
            edge--;
        }
        List<String> gaps = Offered.gaps(rebuilt(graph, edge, label -> label));
        assertEquals(List.of("state " + graph.from(edge) + " has no edge for " + graph.label(edge).event().orElseThrow()),
                gaps);
    }

    @Test
    void aLineThatIsLostInAFileIsFound() throws IOException {
        Graph graph = models.getFirst().graph();
        Path file = scratch.resolve("graph.gz");
        GraphFile.write("Maker", graph, file);
        assertEquals(graph.edgeCount(), GraphFile.read(file).edgeCount());
        List<String> lines = new ArrayList<>(lines(file));
        lines.remove(lines.size() - 2);
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        assertThrows(IOException.class, () -> GraphFile.read(file));
    }

    private static List<String> lines(Path file) throws IOException {
        try (var in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    /** Every parameter of every event: without it there is no such event in Java. */
    @Test
    void aParameterThatIsLostIsFound() {
        for (RoleModelCopy.Walked model : models) {
            for (String parameter : parameters(model.graph())) {
                String type = parameter.substring(0, parameter.indexOf('.'));
                String field = parameter.substring(parameter.indexOf('.') + 1);
                assertTrue(complaint(model, rebuilt(model.graph(), NONE, label -> without(label, type, field))).isPresent(),
                        () -> "nobody misses " + parameter);
            }
        }
    }

    @Test
    void nothingIsMissedWhereNothingIsLost() {
        for (RoleModelCopy.Walked model : models) {
            assertFalse(complaint(model, rebuilt(model.graph(), NONE, label -> label)).isPresent());
        }
    }

    private static Set<String> parameters(Graph graph) {
        return graph.edges().map(edge -> edge.label().event().orElseThrow()).distinct()
                .flatMap(event -> event.entries().keySet().stream().map(Value::text)
                        .map(field -> event.field("type").text() + "." + field))
                .filter(parameter -> !parameter.endsWith(".type"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Label without(Label label, String type, String field) {
        Value event = label.event().orElseThrow();
        if (!event.field("type").text().equals(type)) {
            return label;
        }
        Map<String, Value> fields = fields(label.value());
        Map<String, Value> left = fields(event);
        left.remove(field);
        fields.put(Label.EVENT, Value.record(left));
        return Label.of(Value.record(fields));
    }

    private static Map<String, Value> fields(Value record) {
        Map<String, Value> fields = new TreeMap<>();
        record.entries().forEach((name, value) -> fields.put(name.text(), value));
        return fields;
    }

    /** What the lockstep says of such a graph. */
    private static Optional<String> complaint(RoleModelCopy.Walked model, Graph graph) {
        Digest digest = new JdkDigest();
        try {
            return new Lockstep(graph, model.roles(), model.policies(), RoleFunctions.reference(digest), digest)
                    .replay(Replay.Kind.SYSTEM, 0).first().map(Object::toString);
        } catch (NotInModelException | ValueException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** The graph without one edge, or with all of them, and with other labels. */
    private static Graph rebuilt(Graph graph, int without, UnaryOperator<Label> labels) {
        var builder = new GraphBuilder();
        for (int state = 0; state < graph.initialCount(); state++) {
            builder.addInitial(graph.state(state), graph.initialLabel(state));
        }
        for (int edge = 0; edge < graph.edgeCount(); edge++) {
            if (edge != without) {
                builder.addEdge(graph.from(edge), builder.number(labels.apply(graph.label(edge))),
                        builder.target(graph.state(graph.to(edge))));
            }
        }
        return builder.build();
    }
}
