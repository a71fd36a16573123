package sfd.traces.tlc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import sfd.traces.graph.Label;
import sfd.traces.graph.Trace;
import sfd.traces.value.Value;
import tlc2.tool.Action;
import tlc2.tool.INextStateFunctor;
import tlc2.tool.ITool;
import tlc2.tool.StateVec;
import tlc2.tool.TLCState;

/** The steps from one given state to the next, in a model whose steps are told apart. */
final class Along {

    private final ITool tool;
    private final Identity identity;

    Along(ITool tool, Conversion conversion) {
        this.tool = tool;
        this.identity = new Identity(tool, conversion);
    }

    /** @throws TlcException where the model has not that path */
    Trace of(List<Value> states) {
        var steps = new ArrayList<Trace.Step>();
        List<TLCState> candidates = new ArrayList<>();
        StateVec initial = tool.getInitStates();
        for (int i = 0; i < initial.size(); i++) {
            candidates.add(initial.elementAt(i));
        }
        for (int i = 0; i < states.size(); i++) {
            TLCState at = one(candidates, states.get(i), i);
            steps.add(new Trace.Step(identity.label(at), states.get(i)));
            candidates.clear();
            if (i + 1 < states.size()) {
                tool.getNextStates(into(candidates), at);
            }
        }
        return new Trace(steps);
    }

    /** Of several steps to the same state the first one, in the order of their values. */
    private TLCState one(List<TLCState> candidates, Value state, int number) {
        candidates.forEach(TLCState::deepNormalize);
        return candidates.stream().filter(it -> identity.state(it).equals(state))
                .min(Comparator.comparing(it -> identity.label(it).value()))
                .orElseThrow(() -> new TlcException("no step to state " + number + " of the path"));
    }

    private static INextStateFunctor into(List<TLCState> candidates) {
        return new INextStateFunctor() {
            @Override
            public Object addElement(TLCState state) {
                throw new IllegalStateException("a successor without its predecessor");
            }

            @Override
            public Object addElement(TLCState before, Action action, TLCState after) {
                candidates.add(after);
                return this;
            }
        };
    }
}
