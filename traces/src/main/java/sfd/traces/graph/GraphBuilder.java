package sfd.traces.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import sfd.traces.value.Value;

/** Collects a graph in the order of a breadth-first walk: first the initial states, then edges, by ascending source. */
public final class GraphBuilder {

    private final List<Value> states = new ArrayList<>();
    private final Map<Value, Integer> stateNumbers = new HashMap<>();
    private final List<Label> labels = new ArrayList<>();
    private final Map<Label, Integer> labelNumbers = new HashMap<>();
    private final List<Label> initialLabels = new ArrayList<>();
    private final IntList from = new IntList();
    private final IntList to = new IntList();
    private final IntList label = new IntList();
    private final IntList parents = new IntList();

    /**
     * Adds an initial state unless it is there.
     *
     * @return whether it is new
     */
    public boolean addInitial(Value state, Label its) {
        if (from.size() > 0) {
            throw new IllegalStateException("initial states come before edges");
        }
        boolean isNew = find(state) < 0;
        if (isNew) {
            addState(state, -1);
            initialLabels.add(its);
        }
        return isNew;
    }

    /** @return the number of the state, or -1 */
    public int find(Value state) {
        return stateNumbers.getOrDefault(state, -1);
    }

    /** @return the number of this label, a new one where it is new */
    public int number(Label its) {
        Integer known = labelNumbers.putIfAbsent(its, labels.size());
        if (known != null) {
            return known;
        }
        labels.add(its);
        return labels.size() - 1;
    }

    public Label label(int number) {
        return labels.get(number);
    }

    /**
     * The number of the target of the next edge, a new one where the state is new: then that edge is the one over which
     * it was found, and must be added.
     */
    public int target(Value state) {
        int known = find(state);
        return known < 0 ? addState(state, from.size()) : known;
    }

    /**
     * Adds an edge.
     *
     * @param source      number of a known state, not lower than that of the edge before
     * @param labelNumber from {@link #number(Label)}
     * @param target      from {@link #target(Value)}
     */
    public void addEdge(int source, int labelNumber, int target) {
        if (source < 0 || source >= states.size() || target < 0 || target >= states.size()
                || from.size() > 0 && source < from.last()) {
            throw new IllegalStateException("edges lead by ascending source from state to state, not "
                    + source + " to " + target);
        }
        from.add(source);
        to.add(target);
        label.add(labelNumber);
    }

    /**
     * Where one may go on, by the action that leads there: the targets of the last edges whose numbers are above that of a state.
     *
     * @param first of these edges
     */
    public SortedMap<String, List<Integer>> targets(int first, int above) {
        var targets = new TreeMap<String, List<Integer>>();
        for (int edge = first; edge < from.size(); edge++) {
            if (to.get(edge) > above) {
                targets.computeIfAbsent(labels.get(label.get(edge)).action(), action -> new ArrayList<>()).add(to.get(edge));
            }
        }
        return targets;
    }

    private int addState(Value state, int parent) {
        int number = states.size();
        states.add(state);
        stateNumbers.put(state, number);
        parents.add(parent);
        return number;
    }

    public int stateCount() {
        return states.size();
    }

    public int edgeCount() {
        return from.size();
    }

    public Value state(int number) {
        return states.get(number);
    }

    /** @return the graph of all added so far; the builder is not used any more */
    public Graph build() {
        return new Graph(states, stateNumbers, labels, initialLabels,
                from.toArray(), to.toArray(), label.toArray(), parents.toArray());
    }
}
