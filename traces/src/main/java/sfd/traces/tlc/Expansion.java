package sfd.traces.tlc;

import java.util.ArrayDeque;
import java.util.Set;
import java.util.TreeSet;
import sfd.traces.graph.Graph;
import sfd.traces.graph.GraphBuilder;
import sfd.traces.graph.Label;
import sfd.traces.value.Value;
import tla2sany.semantic.OpDeclNode;
import tlc2.tool.Action;
import tlc2.tool.INextStateFunctor;
import tlc2.tool.ITool;
import tlc2.tool.StateVec;
import tlc2.tool.TLCState;

/** One walk under way: the queue of states still to be left. */
final class Expansion implements INextStateFunctor {

    private static final int BETWEEN_REPORTS = 50;

    private final ITool tool;
    private final Identity identity;
    private final Judge judge;
    private final Progress progress;
    private final GraphBuilder builder = new GraphBuilder();
    private final Causes causes = new Causes(builder);
    /** TLC's form of the states that were found and not yet left, in the order of their numbers */
    private final ArrayDeque<TLCState> queue = new ArrayDeque<>();
    private int from;
    private long generated;

    Expansion(ITool tool, Conversion conversion, Progress progress) {
        this.tool = tool;
        this.identity = new Identity(tool, conversion);
        this.judge = new Judge(tool, identity);
        this.progress = progress;
    }

    Walked run() {
        StateVec initial = tool.getInitStates();
        for (int i = 0; i < initial.size(); i++) {
            begin(initial.elementAt(i));
        }
        for (from = 0; !queue.isEmpty(); from++) {
            leave(queue.remove());
            if (from % BETWEEN_REPORTS == 0) {
                progress.report(builder.stateCount(), builder.edgeCount());
            }
        }
        Graph graph = builder.build();
        return new Walked(graph, generated, initial.size(), judge.verdicts(graph), judge.notWalked());
    }

    private void leave(TLCState state) {
        try {
            tool.getNextStates(this, state);
        } catch (TlcException | IllegalStateException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new TlcException(Complaint.placed(String.valueOf(e.getMessage()), Positions.of(tool, state))
                    + ", after state " + from + " (" + Complaint.oneLine(builder.state(from).toString()) + ")", e);
        }
    }

    private void begin(TLCState state) {
        requireAssigned(state, "an initial state");
        state.deepNormalize();
        Value value = identity.state(state);
        Label label = identity.label(state);
        boolean inModel = tool.isInModel(state);
        boolean isNew = inModel ? builder.addInitial(value, label) : builder.find(value) < 0;
        judge.initial(state, isNew, label, value);
        if (isNew && inModel) {
            queue.add(state);
        }
    }

    @Override
    public Object addElement(TLCState state) {
        throw new IllegalStateException("a successor without its predecessor");
    }

    /** TLC found a successor. */
    @Override
    public Object addElement(TLCState before, Action action, TLCState after) {
        generated++;
        requireAssigned(after, "the successor by " + action.getName());
        after.deepNormalize();
        Value value = identity.state(after);
        int label = builder.number(identity.label(after));
        boolean isNew = builder.find(value) < 0;
        if (tool.isInModel(after) && tool.isInActions(before, after)) {
            int to = builder.target(value);
            if (!causes.isNew(from, label, to)) {
                return this;
            }
            builder.addEdge(from, label, to);
            if (isNew) {
                queue.add(after);
            }
        }
        judge.step(from, before, after, isNew, builder.label(label), value);
        return this;
    }

    private static void requireAssigned(TLCState state, String which) {
        if (!state.allAssigned()) {
            Set<String> left = new TreeSet<>();
            for (OpDeclNode variable : state.getUnassigned()) {
                left.add(variable.getName().toString());
            }
            throw new TlcException(which + " leaves " + String.join(", ", left) + " without a value");
        }
    }
}
