package sfd.traces.itf;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import sfd.traces.graph.Label;
import sfd.traces.graph.Trace;
import sfd.traces.json.JsonValue;
import sfd.traces.value.Value;
import sfd.traces.value.ValueException;

/** Reads the traces that {@link Itf} writes. */
public final class ItfReader {

    private ItfReader() {
    }

    /** @throws IllegalArgumentException where the text is no such trace, in one line */
    public static Trace trace(String text) {
        JsonNode json = JsonValue.parse(text);
        Set<String> names = new HashSet<>();
        json.path("vars").forEach(name -> names.add(name.asText()));
        if (!names.containsAll(Itf.OWN)) {
            throw new IllegalArgumentException("vars lacks some of " + Itf.OWN);
        }
        var steps = new ArrayList<Trace.Step>();
        for (JsonNode state : json.path("states")) {
            try {
                steps.add(step(state, steps.size(), names));
            } catch (ValueException | IllegalArgumentException e) {
                throw new IllegalArgumentException("state " + steps.size() + ": " + e.getMessage());
            }
        }
        return new Trace(steps);
    }

    /** @throws IOException where the file cannot be read or is no such trace */
    public static Trace read(Path file) throws IOException {
        try {
            return trace(Files.readString(file));
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    private static Trace.Step step(JsonNode json, int index, Set<String> names) {
        JsonNode meta = json.path(Itf.META);
        if (meta.path(Itf.INDEX).asInt(-1) != index) {
            throw new IllegalArgumentException("#meta has not this index");
        }
        var fields = new TreeMap<String, Value>();
        json.properties().stream().filter(field -> !field.getKey().equals(Itf.META))
                .forEach(field -> fields.put(field.getKey(), JsonValue.of(field.getValue())));
        if (!fields.keySet().equals(names)) {
            throw new IllegalArgumentException("its variables " + fields.keySet() + " are not those of vars");
        }
        var label = new TreeMap<String, Value>();
        fields.remove(Itf.PICKS).entries().forEach((name, value) -> label.put(name.text(), value));
        label.put(Label.ACTION, fields.remove(Itf.ACTION));
        List<String> absent = new ArrayList<>();
        meta.path(Itf.ABSENT).forEach(name -> absent.add(name.asText()));
        for (String name : List.of(Label.BECAUSE, Label.EFFECTS)) {
            Value value = fields.remove(name);
            if (!absent.contains(name)) {
                label.put(name, value);
            }
        }
        return new Trace.Step(Label.of(Value.record(label)), Value.record(fields));
    }
}
