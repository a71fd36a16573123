package sfd.traces.tlc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
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

/**
 * One walk under way, breadth first over all or one behaviour by chance. TLC enumerates sets in an order that depends on what else the process
 * has loaded; so that a model has one graph, the successors of a state are taken in the order of their values.
 */
final class Expansion implements INextStateFunctor {

    private static final int BETWEEN_REPORTS = 50;

    private final ITool tool;
    private final Identity identity;
    private final Judge judge;
    private final Progress progress;
    private final GraphBuilder builder = new GraphBuilder();
    private final Causes causes = new Causes(builder);
    /** TLC's form of the states that were found, by their numbers; null where one was left */
    private final List<TLCState> found = new ArrayList<>();
    private final List<Successor> successors = new ArrayList<>();
    private int from;
    private long generated;

    /** A state as TLC has it, its value and what the step to it says of itself. */
    private record Successor(TLCState state, Value value, Label label) {

        private static final Comparator<Successor> BY_VALUE =
                Comparator.<Successor, Value>comparing(it -> it.label().value()).thenComparing(Successor::value);
    }

    Expansion(ITool tool, Conversion conversion, Progress progress) {
        this.tool = tool;
        this.identity = new Identity(tool, conversion);
        this.judge = new Judge(tool, identity);
        this.progress = progress;
    }

    private StateVec begin() {
        StateVec initial = tool.getInitStates();
        for (int i = 0; i < initial.size(); i++) {
            requireAssigned(initial.elementAt(i), "an initial state");
            successors.add(successor(initial.elementAt(i)));
        }
        inOrder(this::begin);
        return initial;
    }

    /** @param most transitions after which no further state is left */
    Walked run(long most) {
        StateVec initial = begin();
        for (from = 0; from < found.size() && generated < most; from++) {
            leave(found.set(from, null));
            if (from % BETWEEN_REPORTS == 0) {
                progress.report(builder.stateCount(), builder.edgeCount());
            }
        }
        return walked(from == found.size(), initial.size());
    }

    /**
     * One behaviour: of what may happen in a state first an action is chosen, then one way to take it, so that what has few ways
     * is not drowned by what has many. It goes on to what was not found before the present state, so it takes no cycle and may end
     * early.
     *
     * @param most states that are left
     */
    Walked behaviour(Random random, int most) {
        begin();
        from = random.nextInt(found.size());
        for (int left = 0; left < most; left++) {
            int edges = builder.edgeCount();
            leave(found.get(from));
            Map<String, List<Integer>> ahead = builder.targets(edges, from);
            if (ahead.isEmpty()) {
                break;
            }
            List<String> actions = List.copyOf(ahead.keySet());
            List<Integer> ways = ahead.get(actions.get(random.nextInt(actions.size())));
            from = ways.get(random.nextInt(ways.size()));
        }
        return walked(false, found.size());
    }

    private Walked walked(boolean complete, long initial) {
        Graph graph = builder.build();
        return new Walked(graph, complete, generated, initial, judge.verdicts(graph), judge.notWalked());
    }

    private void leave(TLCState state) {
        try {
            tool.getNextStates(this, state);
            inOrder(after -> step(state, after));
        } catch (TlcException | IllegalStateException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new TlcException(Complaint.placed(String.valueOf(e.getMessage()), Positions.of(tool, state))
                    + ", after state " + from + " (" + Complaint.oneLine(builder.state(from).toString()) + ")", e);
        }
    }

    private Successor successor(TLCState state) {
        state.deepNormalize();
        return new Successor(state, identity.state(state), identity.label(state));
    }

    private void inOrder(Consumer<Successor> each) {
        successors.sort(Successor.BY_VALUE);
        successors.forEach(each);
        successors.clear();
    }

    private void begin(Successor it) {
        boolean inModel = tool.isInModel(it.state());
        boolean isNew = inModel ? builder.addInitial(it.value(), it.label()) : builder.find(it.value()) < 0;
        judge.initial(it.state(), isNew, it.label(), it.value());
        if (isNew && inModel) {
            found.add(it.state());
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
        successors.add(successor(after));
        return this;
    }

    private void step(TLCState before, Successor it) {
        TLCState after = it.state();
        int label = builder.number(it.label());
        boolean isNew = builder.find(it.value()) < 0;
        if (tool.isInModel(after) && tool.isInActions(before, after)) {
            int to = builder.target(it.value());
            if (!causes.isNew(from, label, to)) {
                return;
            }
            builder.addEdge(from, label, to);
            if (isNew) {
                found.add(after);
            }
        }
        judge.step(from, before, after, isNew, builder.label(label), it.value());
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
