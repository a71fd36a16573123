package sfd.traces.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import sfd.traces.value.Value;

/**
 * The reachable states and the transitions of a model, from a breadth-first walk: states are numbered from 0 in the
 * order they were found, the initial ones first, and edges by the state they leave.
 */
public final class Graph {

    private final List<Value> states;
    private final Map<Value, Integer> stateNumbers;
    private final List<Label> labels;
    private final List<Label> initialLabels;
    private final int[] from;
    private final int[] to;
    private final int[] label;
    private final int[] parents;
    private final int[] firstOut;
    private final int depth;

    Graph(List<Value> states, Map<Value, Integer> stateNumbers, List<Label> labels, List<Label> initialLabels,
            int[] from, int[] to, int[] label, int[] parents) {
        this.states = states;
        this.stateNumbers = stateNumbers;
        this.labels = labels;
        this.initialLabels = initialLabels;
        this.from = from;
        this.to = to;
        this.label = label;
        this.parents = parents;
        this.firstOut = new int[states.size() + 1];
        int edge = 0;
        for (int state = 0; state <= states.size(); state++) {
            while (edge < from.length && from[edge] < state) {
                edge++;
            }
            firstOut[state] = edge;
        }
        this.depth = states.isEmpty() ? 0 : pathTo(states.size() - 1).size() + 1;
    }

    public int stateCount() {
        return states.size();
    }

    public int edgeCount() {
        return from.length;
    }

    /** @return how many of the states, from number 0 on, are initial */
    public int initialCount() {
        return initialLabels.size();
    }

    public Value state(int number) {
        return states.get(number);
    }

    /** @return the number of this state, or -1 */
    public int find(Value state) {
        return stateNumbers.getOrDefault(state, -1);
    }

    /** @return the label that the model gave an initial state */
    public Label initialLabel(int state) {
        return initialLabels.get(state);
    }

    /** @return the number of the state that the edge leaves */
    public int from(int edge) {
        return from[edge];
    }

    /** @return the number of the state that the edge reaches */
    public int to(int edge) {
        return to[edge];
    }

    /** @return the label of the edge; equal labels are the same object */
    public Label label(int edge) {
        return labels.get(label[edge]);
    }

    /** @return a number from 0 to {@link #labelCount()} - 1, the same for equal labels */
    public int labelNumber(int edge) {
        return label[edge];
    }

    public int labelCount() {
        return labels.size();
    }

    public Edge edge(int number) {
        return new Edge(number, from[number], to[number], label(number));
    }

    public Stream<Edge> edges() {
        return IntStream.range(0, from.length).mapToObj(this::edge);
    }

    /** The edges that leave a state have the numbers from {@link #firstOut} to {@code firstOut(state + 1) - 1}. */
    public int firstOut(int state) {
        return firstOut[state];
    }

    public Stream<Edge> outgoing(int state) {
        return IntStream.range(firstOut[state], firstOut[state + 1]).mapToObj(this::edge);
    }

    /** @return the edge over which the state was found, or -1 for an initial state */
    public int parentEdge(int state) {
        return parents[state];
    }

    /** @return the number of states on the longest of the shortest paths: TLC's depth */
    public int depth() {
        return depth;
    }

    /** @return a shortest path to the state */
    public Trace traceTo(int state) {
        return new Trace(stepsTo(state));
    }

    /** @return a shortest path whose last transition is the edge */
    public Trace traceThrough(int edge) {
        List<Trace.Step> steps = stepsTo(from[edge]);
        steps.add(new Trace.Step(label(edge), state(to[edge])));
        return new Trace(steps);
    }

    private List<Trace.Step> stepsTo(int state) {
        List<Integer> path = pathTo(state);
        int initial = path.isEmpty() ? state : from[path.getFirst()];
        var steps = new ArrayList<Trace.Step>();
        steps.add(new Trace.Step(initialLabel(initial), state(initial)));
        for (int edge : path) {
            steps.add(new Trace.Step(label(edge), state(to[edge])));
        }
        return steps;
    }

    /** @return the edges from an initial state to this one, over parents */
    private List<Integer> pathTo(int state) {
        var path = new ArrayList<Integer>();
        for (int at = state; parents[at] >= 0; at = from[parents[at]]) {
            path.add(parents[at]);
        }
        Collections.reverse(path);
        return path;
    }
}
