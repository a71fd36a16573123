package sfd.kit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import sfd.lockstep.RoleGraph;
import sfd.sa.Policy;

/**
 * The rule by which steps are chosen for who does not want them all. Of each {@link StepKind} of a role the first one, in
 * the order of the manifest's models and breadth first in each; and of each model, of each kind the first one that under
 * the policy of the role's first model would be another step: that is what its own policy is about.
 */
public final class FirstSteps {

    private final Map<String, Policy> policies = new HashMap<>();
    private final Map<String, Set<StepKind>> seen = new HashMap<>();

    /** The steps that are chosen of the next model, ascending. */
    public int[] of(RoleGraph role) {
        Policy first = policies.computeIfAbsent(role.role(), it -> role.policy());
        Set<StepKind> kinds = seen.computeIfAbsent(role.role(), it -> new HashSet<>());
        Set<StepKind> peculiar = new HashSet<>();
        var each = new Kinds(role);
        return IntStream.range(0, role.graph().edgeCount()).filter(edge -> {
            StepKind kind = each.of(edge);
            boolean chosen = kinds.add(kind);
            boolean differs = !peculiar.contains(kind) && !role.policy().equals(first) && !role.isTakenUnder(first, edge);
            return differs && peculiar.add(kind) || chosen;
        }).toArray();
    }

    /** The kinds of all steps of a model. */
    public static Set<StepKind> kinds(RoleGraph role) {
        var each = new Kinds(role);
        return IntStream.range(0, role.graph().edgeCount()).mapToObj(each::of).collect(Collectors.toSet());
    }

    /** The kind of each edge: its label says it, and whether it changes the state. */
    private static final class Kinds {

        private final RoleGraph role;
        private final StepKind[][] known;

        Kinds(RoleGraph role) {
            this.role = role;
            this.known = new StepKind[2][role.graph().labelCount()];
        }

        StepKind of(int edge) {
            boolean changes = role.graph().from(edge) != role.graph().to(edge);
            StepKind[] kinds = known[changes ? 1 : 0];
            int label = role.graph().labelNumber(edge);
            if (kinds[label] == null) {
                kinds[label] = StepKind.of(role.event(edge), changes, role.effects(edge), role.because(edge));
            }
            return kinds[label];
        }
    }
}
