package sfd.traces.graph;

/**
 * One transition.
 *
 * @param number its place in the graph, from 0
 * @param from   number of the state it leaves
 * @param to     number of the state it reaches
 */
public record Edge(int number, int from, int to, Label label) {
}
