package sfd.faults;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import sfd.traces.graph.Graph;
import sfd.traces.value.Value;

/**
 * Whether a role model's graph has an edge for every event in every state, as role models promise. The walk of the Java
 * alone does not tell: it offers an event where the graph does.
 */
final class Offered {

    /** Their parameters are taken from the state of the moment: the secrets of the maker. */
    private static final Set<String> OF_THE_MOMENT = Set.of("Rebooted", "SaImported", "SecretRolled");

    private Offered() {
    }

    /** Each event that is missing in some state, with the number of that state. */
    static List<String> gaps(Graph graph) {
        Set<Value> all = new LinkedHashSet<>();
        graph.edges().forEach(edge -> all.add(edge.label().event().orElseThrow()));
        all.removeIf(event -> OF_THE_MOMENT.contains(event.field("type").text()));
        var gaps = new ArrayList<String>();
        for (int state = 0; state < graph.stateCount(); state++) {
            Set<Value> left = new HashSet<>(all);
            graph.outgoing(state).forEach(edge -> left.remove(edge.label().event().orElseThrow()));
            for (Value event : left) {
                gaps.add("state " + state + " has no edge for " + event);
            }
        }
        return gaps;
    }
}
