package sfd.traces.itf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import sfd.traces.graph.Label;
import sfd.traces.graph.Trace;
import sfd.traces.json.ValueJson;
import sfd.traces.value.Value;

/**
 * Writes traces. One variable of one state per line, and nothing that depends on the time or the machine, so that diffs
 * stay small.
 */
final class ItfWriter {

    static final String ACTION = "mbt::actionTaken";
    static final String PICKS = "mbt::nondetPicks";
    static final String META = "#meta";
    static final String INDEX = "index";
    /** names, in the {@code #meta} of a state, the variables that its label has not: they are written as empty */
    static final String ABSENT = "absent";
    static final List<String> OWN = List.of(ACTION, PICKS, Label.BECAUSE, Label.EFFECTS);

    private ItfWriter() {
    }

    /** @throws IllegalArgumentException where a state is no record, or has a variable with one of the names above */
    static String text(String source, Trace trace) {
        List<String> names = new ArrayList<>(variables(trace.steps().getFirst().state()).keySet());
        names.addAll(OWN);
        var out = new StringBuilder("{\n  \"#meta\": {\"format\":\"ITF\",\"source\":").append(ValueJson.quoted(source));
        out.append("},\n  \"vars\": ").append(quoted(names)).append(",\n  \"states\": [");
        for (int i = 0; i < trace.length(); i++) {
            out.append(i == 0 ? "\n" : ",\n").append(state(i, trace.steps().get(i)));
        }
        return out.append("\n  ]\n}\n").toString();
    }

    private static String state(int index, Trace.Step step) {
        Label label = step.label();
        var lines = new LinkedHashMap<String, String>();
        List<String> absent = new ArrayList<>();
        for (String name : List.of(Label.BECAUSE, Label.EFFECTS)) {
            label.value().find(name).ifPresentOrElse(
                    value -> lines.put(name, ValueJson.text(value)), () -> {
                        lines.put(name, "[]");
                        absent.add(name);
                    });
        }
        String meta = "{\"index\":" + index + (absent.isEmpty() ? "" : ",\"absent\":" + quoted(absent)) + "}";
        var ordered = new LinkedHashMap<String, String>();
        ordered.put(META, meta);
        ordered.put(ACTION, ValueJson.quoted(label.action()));
        ordered.put(PICKS, label.picks().isEmpty() ? "{}" : ValueJson.text(Value.record(label.picks())));
        ordered.putAll(lines);
        variables(step.state()).forEach((name, value) -> ordered.put(name, ValueJson.text(value)));
        return ordered.entrySet().stream().map(line -> "      " + ValueJson.quoted(line.getKey()) + ": " + line.getValue())
                .collect(Collectors.joining(",\n", "    {\n", "\n    }"));
    }

    private static Map<String, Value> variables(Value state) {
        var variables = new LinkedHashMap<String, Value>();
        state.entries().forEach((name, value) -> variables.put(name.text(), value));
        variables.keySet().forEach(name -> {
            if (OWN.contains(name) || name.startsWith("#")) {
                throw new IllegalArgumentException("a variable of the state must not be called " + name);
            }
        });
        return variables;
    }

    private static String quoted(List<String> names) {
        return names.stream().map(ValueJson::quoted).collect(Collectors.joining(",", "[", "]"));
    }
}
