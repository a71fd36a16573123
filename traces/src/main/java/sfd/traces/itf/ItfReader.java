package sfd.traces.itf;

import com.fasterxml.jackson.databind.JsonNode;
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

/** Reads the traces that {@link ItfWriter} writes. */
final class ItfReader {

    private ItfReader() {
    }

    /** @throws IllegalArgumentException where the text is no such trace, in one line */
    static Trace trace(String text) {
        JsonNode json = JsonValue.parse(text);
        Set<String> names = new HashSet<>();
        json.path("vars").forEach(name -> names.add(name.asText()));
        if (!names.containsAll(ItfWriter.OWN)) {
            throw new IllegalArgumentException("vars lacks some of " + ItfWriter.OWN);
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

    private static Trace.Step step(JsonNode json, int index, Set<String> names) {
        JsonNode meta = json.path(ItfWriter.META);
        if (meta.path(ItfWriter.INDEX).asInt(-1) != index) {
            throw new IllegalArgumentException("#meta has not this index");
        }
        var fields = new TreeMap<String, Value>();
        json.properties().stream().filter(field -> !field.getKey().equals(ItfWriter.META))
                .forEach(field -> fields.put(field.getKey(), JsonValue.of(field.getValue())));
        if (!fields.keySet().equals(names)) {
            throw new IllegalArgumentException("its variables " + fields.keySet() + " are not those of vars");
        }
        var label = new TreeMap<String, Value>();
        fields.remove(ItfWriter.PICKS).entries().forEach((name, value) -> label.put(name.text(), value));
        label.put(Label.ACTION, fields.remove(ItfWriter.ACTION));
        List<String> absent = new ArrayList<>();
        meta.path(ItfWriter.ABSENT).forEach(name -> absent.add(name.asText()));
        for (String name : List.of(Label.BECAUSE, Label.EFFECTS)) {
            Value value = fields.remove(name);
            if (!absent.contains(name)) {
                label.put(name, value);
            }
        }
        return new Trace.Step(Label.of(Value.record(label)), Value.record(fields));
    }
}
