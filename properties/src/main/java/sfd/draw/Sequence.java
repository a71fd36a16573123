package sfd.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import sfd.traces.graph.Label;
import sfd.traces.graph.Trace;
import sfd.traces.value.Value;

/** A path as a numbered message sequence: what reaches whom, the clauses that decide, and below it what is done. */
public final class Sequence {

    private static final Set<String> SAID = Set.of("type", "spis", "payloads", "children");

    /** What an attacker says, whatever source address he writes into it. */
    static final Set<String> HOSTILE = Set.of("Say", "Provoke", "ProvokeByEsp", "Forge", "Invent", "Bluff", "FakeNack", "FakeAck", "Junk", "Question");

    private Sequence() {
    }

    /** @return whether an action is the attacker's saying something */
    public static boolean isHostile(String action) {
        return HOSTILE.contains(action);
    }

    /**
     * One step in words.
     *
     * @param happening what reaches whom
     * @param clauses ids of those that decide
     * @param effects what is done, in its order
     */
    public record Told(String happening, List<String> clauses, List<String> effects) {
    }

    /** Each step but the initial one. */
    public static List<Told> told(Trace trace) {
        return trace.steps().stream().skip(1).map(Trace.Step::label).map(label -> new Told(happening(label), ids(label),
                label.effects().stream().flatMap(it -> it.items().stream())
                        .map(effect -> effect(Words.actor(label.actor().orElse("?")), effect)).toList())).toList();
    }

    /** One line for each step, and one for each effect; the initial state is not drawn. */
    public static List<String> lines(Trace trace) {
        List<String> lines = new ArrayList<>();
        int step = 1;
        for (Told it : told(trace)) {
            lines.add("%3d. %s%s".formatted(step++, it.happening(),
                    it.clauses().isEmpty() ? "" : "   [" + String.join(", ", it.clauses()) + "]"));
            it.effects().forEach(effect -> lines.add("       " + effect));
        }
        return lines;
    }

    /**
     * A behaviour without end.
     *
     * @param loop the state, from 0 on, that the last one is again
     */
    public static List<String> lines(Trace trace, int loop) {
        List<String> lines = new ArrayList<>();
        boolean stays = loop == trace.length() - 1;
        int step = 0;
        for (String line : lines(trace)) {
            if (line.matches(" *\\d+\\. .*") && step++ == loop && !stays) {
                lines.add("     from here on, for ever:");
            }
            lines.add(line);
        }
        lines.add(stays ? "     and nothing happens any more" : "     and again from step " + (loop + 1));
        return lines;
    }

    private static String happening(Label label) {
        if (label.actor().isEmpty() || label.event().isEmpty()) {
            return label.action() + picks(label);
        }
        Value event = label.event().get();
        String action = label.action().equals(event.field("type").text()) ? "" : label.action() + ": ";
        return action + (HOSTILE.contains(label.action()) ? "the attacker, as " : "") + event(Words.actor(label.actor().get()), event);
    }

    private static String event(String actor, Value event) {
        String type = event.field("type").text();
        return switch (type) {
            case "Received" -> Words.endpoint(event.field("from")) + " -> " + actor + " "
                    + Words.endpoint(event.field("to")).replaceFirst("^\\w+ ", "") + ": "
                    + Words.message(event.field("message"));
            case "Protected" -> "peer -> " + actor + ", protected by " + Words.sa(event.field("spis")) + ": "
                    + Words.exchange(event) + Words.payloads(event.field("payloads"));
            default -> actor + ": " + type + about(event);
        };
    }

    private static String effect(String actor, Value effect) {
        String type = effect.field("type").text();
        return switch (type) {
            case "Send" -> actor + " " + Words.endpoint(effect.field("from")).replaceFirst("^\\w+ ", "") + " -> "
                    + Words.endpoint(effect.field("to")) + ": " + Words.message(effect.field("message"));
            case "SendProtected" -> actor + " -> peer, protected by " + Words.sa(effect.field("spis")) + ": "
                    + Words.exchange(effect) + Words.payloads(effect.field("payloads"));
            case "IkeSaDeleted" -> actor + " deletes " + Words.sa(effect.field("spis"))
                    + Words.children(effect.field("children"));
            case "ChildSaDeleted" -> actor + " deletes child SA " + Words.child(effect.field("child")) + " of "
                    + Words.sa(effect.field("spis"));
            case "Initiate" -> actor + " starts a new IKE SA with " + Words.endpoint(effect.field("to")) + " in place of "
                    + Words.sa(effect.field("replaces")) + Words.payloads(effect.field("payloads"));
            case "Accept" -> actor + " accepts " + Words.endpoint(effect.field("from"));
            case "Log" -> actor + " notes " + effect.field("reason").text();
            default -> actor + ": " + effect;
        };
    }

    /** The fields of an event, in words where there are words for them. */
    private static String about(Value event) {
        String sa = event.find("spis").map(spis -> " " + Words.sa(spis)).orElse("");
        String rest = event.entries().entrySet().stream()
                .filter(field -> !SAID.contains(field.getKey().text()))
                .map(field -> ", " + field.getKey().text() + " " + value(field))
                .collect(Collectors.joining());
        return sa + event.find("children").map(Words::children).orElse("") + rest
                + event.find("payloads").map(Words::payloads).orElse("");
    }

    private static String value(Map.Entry<Value, Value> field) {
        return field.getKey().text().equals("peer") ? Words.endpoint(field.getValue())
                : field.getValue().toString().replace("\"", "");
    }

    private static String picks(Label label) {
        String picks = label.picks().entrySet().stream()
                .filter(pick -> !pick.getValue().equals(Value.seq()))
                .map(pick -> pick.getKey() + " " + pick.getValue())
                .collect(Collectors.joining(", "));
        return picks.isEmpty() ? "" : " (" + picks + ")";
    }

    private static List<String> ids(Label label) {
        return label.because().stream().flatMap(because -> because.elements().stream()).map(Value::text).toList();
    }
}
