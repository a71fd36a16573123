package sfd.traces.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import sfd.traces.json.JsonValue;
import sfd.traces.json.ValueJson;
import sfd.traces.value.Value;
import sfd.traces.value.ValueException;

/**
 * A graph as gzip-compressed JSON lines: a header with the counts and a digest of the values, then one line per state and
 * one per edge. See schemas/graph.schema.json, which each line follows.
 */
public final class GraphFile {

    private static final String FORMAT = "state graph, 1";
    private static final String LABEL = ",\"label\":";
    private static final int BUFFER = 1 << 16;

    private GraphFile() {
    }

    /** @param model the name of the model, for the header */
    public static void write(String model, Graph graph, Path file) throws IOException {
        try (Writer out = new BufferedWriter(new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file), BUFFER), StandardCharsets.UTF_8), BUFFER)) {
            out.write("{\"format\":" + ValueJson.quoted(FORMAT) + ",\"model\":" + ValueJson.quoted(model)
                    + ",\"initial\":" + graph.initialCount() + ",\"states\":" + graph.stateCount()
                    + ",\"edges\":" + graph.edgeCount() + ",\"digest\":\"" + GraphDigest.of(graph) + "\"}\n");
            for (int state = 0; state < graph.stateCount(); state++) {
                out.write("{\"state\":" + state + ",\"value\":" + ValueJson.text(graph.state(state)));
                if (state < graph.initialCount()) {
                    out.write(LABEL + ValueJson.text(graph.initialLabel(state).value()));
                }
                out.write("}\n");
            }
            String[] labels = new String[graph.labelCount()];
            for (int edge = 0; edge < graph.edgeCount(); edge++) {
                int label = graph.labelNumber(edge);
                if (labels[label] == null) {
                    labels[label] = ValueJson.text(graph.label(edge).value());
                }
                out.write("{\"edge\":" + edge + ",\"from\":" + graph.from(edge) + ",\"to\":" + graph.to(edge)
                        + LABEL + labels[label] + "}\n");
            }
        }
    }

    /** @throws IOException where the file cannot be read, or is not what was written: an edge or a field is missing */
    public static Graph read(Path file) throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file), BUFFER), StandardCharsets.UTF_8), BUFFER)) {
            return read(in);
        } catch (IllegalArgumentException | IllegalStateException | ValueException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    private static Graph read(BufferedReader in) throws IOException {
        JsonNode header = line(in, "header");
        if (!FORMAT.equals(header.path("format").asText())) {
            throw new IllegalArgumentException("the header says no \"" + FORMAT + "\"");
        }
        var states = new Value[header.path("states").asInt()];
        var builder = new GraphBuilder();
        for (int state = 0; state < states.length; state++) {
            JsonNode json = line(in, "state " + state);
            require(json, "state", state);
            states[state] = JsonValue.of(json.path("value"));
            if (state < header.path("initial").asInt()) {
                builder.addInitial(states[state], label(json));
            }
        }
        int edges = header.path("edges").asInt();
        // The same label stands on many lines: it is read once.
        var labels = new HashMap<String, Integer>();
        for (int edge = 0; edge < edges; edge++) {
            String line = next(in, "edge " + edge);
            int label = line.indexOf(LABEL);
            JsonNode json = JsonValue.parse(label < 0 ? line : line.substring(0, label) + "}");
            require(json, "edge", edge);
            int to = json.path("to").asInt(-1);
            if (to < 0 || to >= states.length || builder.target(states[to]) != to) {
                throw new IllegalArgumentException("edge " + edge + " leads to a state out of turn");
            }
            int number = labels.computeIfAbsent(label < 0 ? "" : line.substring(label + 1, line.length() - 1),
                    text -> builder.number(label(JsonValue.parse("{" + text + "}"))));
            builder.addEdge(json.path("from").asInt(-1), number, to);
        }
        Graph graph = builder.build();
        if (in.readLine() != null || graph.stateCount() != states.length
                || !GraphDigest.of(graph).equals(header.path("digest").asText())) {
            throw new IllegalArgumentException("states and edges are not those of the header");
        }
        return graph;
    }

    private static Label label(JsonNode json) {
        return Label.of(JsonValue.of(json.path("label")));
    }

    private static void require(JsonNode json, String kind, int number) {
        if (json.path(kind).asInt(-1) != number) {
            throw new IllegalArgumentException("in the place of " + kind + " " + number + " stands something else");
        }
    }

    private static JsonNode line(BufferedReader in, String what) throws IOException {
        return JsonValue.parse(next(in, what));
    }

    private static String next(BufferedReader in, String what) throws IOException {
        String line = in.readLine();
        if (line == null) {
            throw new IllegalArgumentException("it ends before " + what);
        }
        return line;
    }
}
