package sfd.kit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sfd.lockstep.RoleGraph;
import sfd.sa.Event;
import sfd.traces.graph.Graph;

/**
 * The traits of the steps of one graph. A step has one for what it says (notifications and flags of its effects), one for
 * what it hears (those of its event), one for which fields of the state change, all three with its {@link StepKind}; and
 * with event and effects alone one for each fact that the state knows of what the event names.
 */
final class StepTraits {

    private final RoleGraph role;
    private final Graph graph;
    /** Of each label, for each kind of step that changes the state and that does not. */
    private final Spoken[] spoken;
    /** The state that the step before left, since steps go by that. */
    private int from = -1;
    private JsonNode state;
    private KnownState known;
    private Map<Integer, String> changes;

    /** What a label says by itself. */
    private record Spoken(StepKind same, StepKind other, String said, String heard, EventNames names) {

        static Spoken of(Event event, JsonNode effects, Iterable<String> because) {
            return new Spoken(StepKind.of(event, false, effects, because), StepKind.of(event, true, effects, because),
                    "says " + MessageDetail.said(effects), "hears " + MessageDetail.heard(event), EventNames.of(event));
        }

        List<StepTrait> traits(String change, KnownState known) {
            StepKind kind = change.isEmpty() ? same : other;
            List<StepTrait> traits = new ArrayList<>(List.of(new StepTrait(kind, said), new StepTrait(kind, heard),
                    new StepTrait(kind, "changes " + change)));
            known.of(names).forEach(fact -> traits.add(StepTrait.knew(kind, fact)));
            return traits;
        }
    }

    StepTraits(RoleGraph role) {
        this.role = role;
        this.graph = role.graph();
        this.spoken = new Spoken[graph.labelCount()];
    }

    /** @throws IllegalArgumentException where the JSON is no step between these states */
    static List<StepTrait> of(JsonNode from, JsonNode to, JsonNode step) {
        List<String> because = new ArrayList<>();
        step.path("because").forEach(clause -> because.add(clause.asText()));
        return Spoken.of(EventTree.read(step.path("event")), step.path("effects"), because)
                .traits(StateChange.of(from, to), new KnownState(from));
    }

    /** Quick for steps that ascend. */
    List<StepTrait> of(int step) {
        if (graph.from(step) != from) {
            from = graph.from(step);
            state = StateTree.of(role.state(from));
            known = new KnownState(state);
            changes = new HashMap<>();
        }
        return spoken(step).traits(graph.to(step) == from ? "" : changes.computeIfAbsent(graph.to(step),
                to -> StateChange.of(state, StateTree.of(role.state(to)))), known);
    }

    /** The kind of a step. */
    StepKind kind(int step) {
        return graph.to(step) == graph.from(step) ? spoken(step).same() : spoken(step).other();
    }

    private Spoken spoken(int step) {
        int label = graph.labelNumber(step);
        if (spoken[label] == null) {
            spoken[label] = Spoken.of(role.event(step), EffectTree.of(role.effects(step)), role.because(step));
        }
        return spoken[label];
    }

    /** All of the graph. */
    static Set<StepTrait> all(RoleGraph role) {
        Set<StepTrait> all = new LinkedHashSet<>();
        var each = new StepTraits(role);
        for (int step = 0; step < role.graph().edgeCount(); step++) {
            all.addAll(each.of(step));
        }
        return all;
    }
}
