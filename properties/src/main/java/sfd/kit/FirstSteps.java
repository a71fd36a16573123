package sfd.kit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import sfd.lockstep.RoleGraph;
import sfd.traces.graph.Graph;

/**
 * The rule by which steps are chosen for who does not want them all: of each {@link StepKind} of a role the first one, in
 * the order of the manifest's models and breadth first in each.
 */
public final class FirstSteps {

    private final Map<String, Set<StepKind>> seen = new HashMap<>();

    /** The steps of a model of which no model before had the like, ascending. */
    public int[] of(RoleGraph role) {
        Set<StepKind> kinds = seen.computeIfAbsent(role.role(), it -> new HashSet<>());
        Graph graph = role.graph();
        // A label and whether it changes the state say the kind: each is looked at once.
        var looked = new boolean[2][graph.labelCount()];
        return IntStream.range(0, graph.edgeCount()).filter(edge -> {
            boolean changes = graph.from(edge) != graph.to(edge);
            boolean[] done = looked[changes ? 1 : 0];
            boolean first = !done[graph.labelNumber(edge)];
            done[graph.labelNumber(edge)] = true;
            return first && kinds.add(StepKind.of(role.event(edge), changes, role.effects(edge), role.because(edge)));
        }).toArray();
    }
}
