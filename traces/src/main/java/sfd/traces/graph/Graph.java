package sfd.traces.graph;

import java.util.stream.Stream;
import sfd.traces.value.Value;

/**
 * The reachable states and the transitions of a model, from a breadth-first walk: states are numbered from 0 in the
 * order they were found, the initial ones first, and edges by the state they leave.
 */
public final class Graph {

    private Graph() {
    }

    public int stateCount() {
        throw new UnsupportedOperationException();
    }

    public int edgeCount() {
        throw new UnsupportedOperationException();
    }

    /** @return how many of the states, from number 0 on, are initial */
    public int initialCount() {
        throw new UnsupportedOperationException();
    }

    public Value state(int number) {
        throw new UnsupportedOperationException();
    }

    /** @return the number of this state, or -1 */
    public int find(Value state) {
        throw new UnsupportedOperationException();
    }

    /** @return the label that the model gave an initial state */
    public Label initialLabel(int state) {
        throw new UnsupportedOperationException();
    }

    /** @return the number of the state that the edge leaves */
    public int from(int edge) {
        throw new UnsupportedOperationException();
    }

    /** @return the number of the state that the edge reaches */
    public int to(int edge) {
        throw new UnsupportedOperationException();
    }

    /** @return the label of the edge; equal labels are the same object */
    public Label label(int edge) {
        throw new UnsupportedOperationException();
    }

    /** @return a number from 0 to {@link #labelCount()} - 1, the same for equal labels */
    public int labelNumber(int edge) {
        throw new UnsupportedOperationException();
    }

    public int labelCount() {
        throw new UnsupportedOperationException();
    }

    public Edge edge(int number) {
        throw new UnsupportedOperationException();
    }

    public Stream<Edge> edges() {
        throw new UnsupportedOperationException();
    }

    /** The edges that leave a state have the numbers from {@link #firstOut} to {@code firstOut(state + 1) - 1}. */
    public int firstOut(int state) {
        throw new UnsupportedOperationException();
    }

    public Stream<Edge> outgoing(int state) {
        throw new UnsupportedOperationException();
    }

    /** @return the edge over which the state was found, or -1 for an initial state */
    public int parentEdge(int state) {
        throw new UnsupportedOperationException();
    }

    /** @return the number of states on the longest of the shortest paths: TLC's depth */
    public int depth() {
        throw new UnsupportedOperationException();
    }

    /** @return a shortest path to the state */
    public Trace traceTo(int state) {
        throw new UnsupportedOperationException();
    }

    /** @return a shortest path whose last transition is the edge */
    public Trace traceThrough(int edge) {
        throw new UnsupportedOperationException();
    }
}
