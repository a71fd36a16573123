package sfd.traces.tlc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import sfd.traces.graph.Label;
import sfd.traces.value.RecordShape;
import sfd.traces.value.Value;
import sfd.traces.value.ValueException;
import tla2sany.semantic.LevelNode;
import tla2sany.semantic.OpDeclNode;
import tla2sany.semantic.SemanticNode;
import tlc2.tool.ITool;
import tlc2.tool.TLCState;
import tlc2.util.Context;
import util.UniqueString;

/**
 * What of a TLC state is the state, and what is the label of the transition that led there: the value of the VIEW, or
 * without one the record of all variables but {@code step}; and the value of {@code step}.
 */
final class Identity {

    private static final String STEP = "step";

    private final ITool tool;
    private final Conversion conversion;
    private final OpDeclNode step;
    private final List<UniqueString> others = new ArrayList<>();

    Identity(ITool tool, Conversion conversion) {
        this.tool = tool;
        this.conversion = conversion;
        this.step = Arrays.stream(TLCState.vars).filter(variable -> STEP.equals(variable.getName().toString()))
                .findAny().orElseThrow(() -> new TlcException("the model has no variable " + STEP));
        Arrays.stream(TLCState.vars).filter(variable -> variable != step).map(OpDeclNode::getName).forEach(others::add);
        if (view() != null && readsStep(view())) {
            throw new TlcException("the VIEW must not read " + STEP + ": it names transitions, not states");
        }
    }

    /** All variables but {@code step}, also where there is none of this name. */
    static Value without(TLCState state, Conversion conversion) {
        var fields = new TreeMap<String, Value>();
        Arrays.stream(TLCState.vars).map(OpDeclNode::getName).filter(name -> !STEP.equals(name.toString()))
                .forEach(name -> fields.put(name.toString(), conversion.of(state.lookup(name))));
        return Value.record(fields);
    }

    private SemanticNode view() {
        return tool.getViewSpec();
    }

    /** Whether an expression depends on {@code step}, which is the same state's from one path and another's from another. */
    boolean readsStep(SemanticNode expression) {
        return expression instanceof LevelNode level && level.getAllParams().contains(step);
    }

    Value state(TLCState state) {
        if (view() != null) {
            return conversion.of(tool.eval(view(), Context.Empty, state));
        }
        if (others.isEmpty()) {
            return Value.seq();
        }
        return RecordShape.of(others.stream().map(UniqueString::toString).toList())
                .record(others.stream().map(state::lookup).map(conversion::of).toArray(Value[]::new));
    }

    Label label(TLCState state) {
        try {
            return Label.of(conversion.of(state.lookup(step.getName())));
        } catch (ValueException e) {
            throw new TlcException("the variable " + STEP + " is no label: " + e.getMessage());
        }
    }
}
