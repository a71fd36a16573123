package sfd.traces.tlc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sfd.traces.graph.Graph;
import sfd.traces.graph.Label;
import sfd.traces.graph.Trace;
import sfd.traces.value.Value;
import tlc2.tool.Action;
import tlc2.tool.ITool;
import tlc2.tool.TLCState;

/** Evaluates a model's invariants and action properties along a breadth-first walk, and keeps each one's first violation. */
final class Judge {

    private static final String REACHABILITY = "Reach";

    /**
     * Where a property was first violated.
     *
     * @param from number of the state before, -1 where the violation is initial
     */
    private record Witness(int from, Label label, Value state) {

        Trace trace(Graph graph) {
            var steps = new ArrayList<Trace.Step>();
            if (from >= 0) {
                steps.addAll(graph.traceTo(from).steps());
            }
            steps.add(new Trace.Step(label, state));
            return new Trace(steps);
        }
    }

    /** @param everywhere whether it reads the label, so that it must be evaluated on every edge and not once per state */
    private record Property(String name, Verdict.Kind kind, Action predicate, boolean everywhere) {
    }

    private final ITool tool;
    private final List<Property> invariants = new ArrayList<>();
    private final List<Property> initials = new ArrayList<>();
    private final List<Property> actions = new ArrayList<>();
    private final List<String> notWalked;
    private final Map<String, Verdict.Kind> kinds = new LinkedHashMap<>();
    private final Map<String, Witness> witnesses = new LinkedHashMap<>();

    Judge(ITool tool, Identity identity) {
        this.tool = tool;
        var names = new PropertyNames(tool);
        for (int i = 0; i < tool.getInvariants().length; i++) {
            String name = tool.getInvNames()[i];
            Action predicate = tool.getInvariants()[i];
            invariants.add(new Property(name,
                    name.startsWith(REACHABILITY) ? Verdict.Kind.REACHABILITY : Verdict.Kind.INVARIANT,
                    predicate, identity.readsStep(predicate.pred)));
        }
        for (int i = 0; i < tool.getImpliedInits().length; i++) {
            initials.add(new Property(names.property(tool.getImpliedInitNames()[i]), Verdict.Kind.ACTION_PROPERTY,
                    tool.getImpliedInits()[i], false));
        }
        for (int i = 0; i < tool.getImpliedActions().length; i++) {
            actions.add(new Property(names.property(tool.getImpliedActNames()[i]), Verdict.Kind.ACTION_PROPERTY,
                    tool.getImpliedActions()[i], true));
        }
        this.notWalked = names.temporal();
        for (List<Property> all : List.of(invariants, initials, actions)) {
            all.forEach(property -> kinds.putIfAbsent(property.name(), property.kind()));
        }
    }

    void initial(TLCState state, boolean isNew, Label label, Value value) {
        for (Property property : initials) {
            note(property, -1, label, value, tool.isValid(property.predicate(), state));
        }
        invariants(-1, state, isNew, label, value);
    }

    /** @param from number of the state before. @param isNew whether the walk sees the successor for the first time */
    void step(int from, TLCState before, TLCState after, boolean isNew, Label label, Value value) {
        for (Property property : actions) {
            note(property, from, label, value, tool.isValid(property.predicate(), before, after));
        }
        invariants(from, after, isNew, label, value);
    }

    private void invariants(int from, TLCState state, boolean isNew, Label label, Value value) {
        for (Property property : invariants) {
            if (isNew || property.everywhere()) {
                note(property, from, label, value, tool.isValid(property.predicate(), state));
            }
        }
    }

    private void note(Property property, int from, Label label, Value value, boolean valid) {
        if (!valid) {
            witnesses.putIfAbsent(property.name(), new Witness(from, label, value));
        }
    }

    List<Verdict> verdicts(Graph graph) {
        return kinds.entrySet().stream().map(property -> new Verdict(property.getKey(), property.getValue(),
                Optional.ofNullable(witnesses.get(property.getKey())).map(witness -> witness.trace(graph)))).toList();
    }

    /** @return the properties with a temporal part, which a walk cannot judge */
    List<String> notWalked() {
        return notWalked;
    }
}
