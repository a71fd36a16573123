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
 * steps of {@link FirstSteps} whose event is a packet, one of each kind by itself, and made from their files; and
 * {@link AnswerVariations} of them.
 */
public final class AnswerVectors {

    /** Each with one case a line. */
    private final List<String> groups = new ArrayList<>();
    /** Of each flag the clauses that decided where it stands. */
    private final TreeMap<String, SortedSet<String>> flags = new TreeMap<>();
    private final SortedSet<String> clauses = new TreeSet<>();
    /** What was logged of octets that are no message. */
    private final Set<JsonNode> noMessages = new HashSet<>();
    /** Kinds of varied steps, with what was changed. */
    private final Set<String> seen = new HashSet<>();
    private int cases;

    /** @param lines of one file of chosen steps */
    public void add(List<JsonNode> lines) {
        JsonNode header = lines.getFirst();
        Map<Integer, JsonNode> states = new HashMap<>();
        List<String> taken = new ArrayList<>();
        Set<StepKind> kinds = new HashSet<>();
        var varied = new AnswerVariations(header.get("role").asText(), header.get("policy"));
        var cut = varied.withoutAmplification();
        List<String> changed = new ArrayList<>();
        List<String> large = new ArrayList<>();
        for (JsonNode line : lines) {
            if (line.has("state")) {
                states.put(line.get("state").asInt(), line.get("value"));
            } else if (line.has("step")) {
                StepKind kind = StepKind.of(line);
                JsonNode from = states.get(line.get("from").asInt());
                boolean packet = kind.event().equals("Received");
                // Of each kind one; and what is no message no role looks at any further: one is enough to see that.
                if (kinds.add(kind) && packet && (!kind.isNoMessage() || noMessages.add(line.get("effects")))) {
                    taken.add(oneCase("", from, states.get(line.get("to").asInt()), line));
                    varied.oneBit(from, line.get("event")).forEach(it -> add(changed, kind, from, it));
                    if (kind.effects().contains("Send")) {
                        add(large, kind, from, cut.shortest(from, line.get("event")));
                    }
                }
            }
        }
        group(header, header.get("policy"), false, taken);
        group(header, header.get("policy"), true, changed);
        group(header, cut.policy(), true, large);
    }

    /** Where it is another kind of step than that which it was made of, and the first of its kind. */
    private void add(List<String> cases, StepKind was, JsonNode from, AnswerVariations.Varied varied) {
        StepKind kind = StepKind.of(varied.step());
        if (!kind.equals(was) && seen.add(kind + varied.comment())) {
            cases.add(oneCase(varied.comment() + ": ", from, varied.next(), varied.step()));
        }
    }

    private void group(JsonNode header, JsonNode policy, boolean varied, List<String> cases) {
        if (!cases.isEmpty()) {
            ObjectNode head = JsonNodeFactory.instance.objectNode().put("type", "step").set("model", header.get("model"));
            if (varied) {
                head.put("varied", true);
            }
            String text = head.<ObjectNode>set("role", header.get("role")).set("policy", policy).toString();
            List<String> numbered = cases.stream().map(it -> "{\"id\":" + ++this.cases + "," + it.substring(1)).toList();
            groups.add("    " + text.substring(0, text.length() - 1) + ",\"cases\":[\n      " + String.join(",\n      ", numbered)
                    + "\n    ]}");
        }
    }

    private String oneCase(String comment, JsonNode from, JsonNode to, JsonNode step) {
        StepKind kind = StepKind.of(step);
        clauses.addAll(kind.because());
        ObjectNode out = JsonNodeFactory.instance.objectNode()
                .put("comment", comment + kind.message() + ": " + (kind.effects().isEmpty() ? "nothing" : String.join(", ", kind.effects()))
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
        boolean ignored = !kind.changes() && !effects.isEmpty() && effects.stream().allMatch(it -> it.get("effect").asText().equals("Log"));
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
