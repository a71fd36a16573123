package sfd.kit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import sfd.lockstep.RoleGraph;
import sfd.sa.Policy;

/**
 * The rule by which steps are chosen for who does not want them all. Each step that has a {@link StepTrait} which no step
 * of its role before it has, in the order of the manifest's models and by number in each; and of each model, of each
 * {@link StepKind} the first one that under the policy of the role's first model would be another step: that is what its
 * own policy is about.
 */
public final class FirstSteps {

    private final Map<String, Policy> policies = new HashMap<>();
    private final Map<String, Set<StepTrait>> seen = new HashMap<>();

    /** The steps that are chosen of the next model, ascending. */
    public int[] of(RoleGraph role) {
        Policy first = policies.computeIfAbsent(role.role(), it -> role.policy());
        Set<StepTrait> traits = seen.computeIfAbsent(role.role(), it -> new HashSet<>());
        Set<StepKind> peculiar = new HashSet<>();
        var each = new StepTraits(role);
        return IntStream.range(0, role.graph().edgeCount()).filter(step -> {
            boolean chosen = traits.addAll(each.of(step));
            StepKind kind = each.kind(step);
            boolean differs = !peculiar.contains(kind) && !role.policy().equals(first) && !role.isTakenUnder(first, step);
            return differs && peculiar.add(kind) || chosen;
        }).toArray();
    }

    /** The traits of all steps of a model. */
    public static Set<StepTrait> traits(RoleGraph role) {
        return StepTraits.all(role);
    }

    /** The traits of steps that are lines of JSON. @param states by their numbers */
    public static List<StepTrait> traits(Map<Integer, JsonNode> states,
            JsonNode step) {
        return StepTraits.of(states.get(step.path("from").asInt()), states.get(step.path("to").asInt()), step);
    }
}
