package sfd.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import sfd.traces.graph.Edge;
import sfd.traces.graph.Graph;
import sfd.traces.graph.Label;
import sfd.traces.graph.Trace;

/**
 * A shortest path that takes a certain action on its way to a certain last step. Places of the search are states in two
 * layers, before that action and behind it.
 */
final class Detour {

    private final Graph graph;
    private final String action;
    private final int[] edgeTo;
    private final int[] placeBefore;

    private Detour(Graph graph, String action) {
        this.graph = graph;
        this.action = action;
        this.edgeTo = new int[2 * graph.stateCount()];
        this.placeBefore = new int[2 * graph.stateCount()];
        Arrays.fill(edgeTo, -1);
    }

    /** @return nothing where no path takes the action and then has this last step */
    static Optional<Trace> of(Graph graph, String action, Label last) {
        return new Detour(graph, action).search(last);
    }

    private Optional<Trace> search(Label last) {
        var queue = new ArrayDeque<Integer>();
        for (int state = 0; state < graph.initialCount(); state++) {
            queue.add(state);
        }
        while (!queue.isEmpty()) {
            int place = queue.remove();
            boolean taken = place >= graph.stateCount();
            for (Edge edge : graph.outgoing(place % graph.stateCount()).toList()) {
                if (taken && edge.label().equals(last)) {
                    return Optional.of(trace(place, edge));
                }
                int to = edge.to() + (taken || edge.label().action().equals(action) ? graph.stateCount() : 0);
                if (to >= graph.initialCount() && edgeTo[to] < 0) {
                    edgeTo[to] = edge.number();
                    placeBefore[to] = place;
                    queue.add(to);
                }
            }
        }
        return Optional.empty();
    }

    private Trace trace(int place, Edge last) {
        List<Trace.Step> steps = new ArrayList<>();
        steps.add(new Trace.Step(last.label(), graph.state(last.to())));
        int at = place;
        for (; edgeTo[at] >= 0; at = placeBefore[at]) {
            Edge edge = graph.edge(edgeTo[at]);
            steps.add(new Trace.Step(edge.label(), graph.state(edge.to())));
        }
        steps.add(new Trace.Step(graph.initialLabel(at), graph.state(at)));
        Collections.reverse(steps);
        return new Trace(steps);
    }
}
