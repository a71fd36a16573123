package sfd.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The vectors of answers: what a role in some state makes of one packet that anybody may have sent. They are the chosen
 * steps of {@link FirstSteps} whose event is a packet, each by itself, and made from their files.
 */
public final class AnswerVectors {

    /** Each with one case a line. */
    private final List<String> groups = new ArrayList<>();
    /** Of each flag the clauses that decided where it stands. */
    private final TreeMap<String, SortedSet<String>> flags = new TreeMap<>();
    private final SortedSet<String> clauses = new TreeSet<>();
    /** What was logged of octets that are no message. */
    private final Set<JsonNode> noMessages = new HashSet<>();
    private int cases;

    /** @param lines of one file of chosen steps */
    public void add(List<JsonNode> lines) {
        JsonNode header = lines.getFirst();
        Map<Integer, JsonNode> states = new HashMap<>();
        List<String> taken = new ArrayList<>();
        for (JsonNode line : lines) {
            if (line.has("state")) {
                states.put(line.get("state").asInt(), line.get("value"));
            } else if (line.has("step") && line.get("event").get("event").asText().equals("Received")) {
                StepKind kind = StepKind.of(line);
                // What is no message no role looks at any further: one is enough to see that.
                if (!kind.isNoMessage() || noMessages.add(line.get("effects"))) {
                    taken.add(oneCase(states.get(line.get("from").asInt()), states.get(line.get("to").asInt()), line, kind));
                }
            }
        }
        if (!taken.isEmpty()) {
            String head = JsonNodeFactory.instance.objectNode().put("type", "step").<ObjectNode>set("model", header.get("model"))
                    .<ObjectNode>set("role", header.get("role")).set("policy", header.get("policy")).toString();
            groups.add("    " + head.substring(0, head.length() - 1) + ",\"cases\":[\n      " + String.join(",\n      ", taken)
                    + "\n    ]}");
        }
    }

    private String oneCase(JsonNode from, JsonNode to, JsonNode step, StepKind kind) {
        clauses.addAll(kind.because());
        ObjectNode out = JsonNodeFactory.instance.objectNode().put("id", ++cases)
                .put("comment", kind.message() + ": " + (kind.effects().isEmpty() ? "nothing" : String.join(", ", kind.effects()))
                        + (kind.changes() ? ", another state" : ""));
        ArrayNode named = out.putArray("flags");
        AnswerFlags.of(kind).forEach(flag -> {
            named.add(flag);
            flags.computeIfAbsent(flag, it -> new TreeSet<>()).addAll(kind.because());
        });
        out.set("state", from);
        out.set("event", step.get("event"));
        List<JsonNode> effects = new ArrayList<>();
        step.get("effects").forEach(effects::add);
        boolean ignored = !kind.changes() && effects.stream().allMatch(it -> it.get("effect").asText().equals("Log"));
        out.put("result", ignored ? "invalid" : "valid");
        if (ignored) {
            out.set("reason", effects.getFirst().get("reason"));
        }
        if (kind.changes()) {
            out.set("next", to);
        }
        out.set("effects", step.get("effects"));
        out.set("because", step.get("because"));
        return out.toString();
    }

    /** The file. */
    public String text() {
        ArrayNode because = JsonNodeFactory.instance.arrayNode();
        clauses.forEach(because::add);
        return """
                {
                  "schema": "answer.schema.json",
                  "function": "answer",
                  "about": "What a role in some state makes of one packet that anybody may have sent: the next state \
                (absent: the very same), effects in order, and the clauses that decided. Invalid is what must be ignored.",
                  "clauses": %s,
                  "flags": {
                %s
                  },
                  "cases": %d,
                  "groups": [
                %s
                  ]
                }
                """.formatted(because, String.join(",\n", flags.entrySet().stream()
                        .map(it -> "    \"" + it.getKey() + "\": " + AnswerFlags.json(it.getKey(), it.getValue())).toList()),
                cases, String.join(",\n", groups));
    }
}
