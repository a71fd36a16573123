package sfd.faults;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import sfd.lockstep.Lockstep;
import sfd.lockstep.Mismatch;
import sfd.lockstep.Replay;
import sfd.lockstep.RoleFunction;
import sfd.lockstep.RoleFunctions;
import sfd.sa.Step;
import sfd.token.Digest;
import sfd.token.JdkDigest;
import sfd.traces.graph.Graph;
import sfd.traces.graph.GraphBuilder;
import sfd.traces.graph.Label;
import sfd.traces.value.Value;

/**
 * How a model with a fault in it stands against the Java roles.
 *
 * @param first the first mismatch of all
 * @param behaviour the first in which next state or effects differ, whatever is cited
 */
record Bite(Optional<Mismatch> first, Optional<Mismatch> behaviour) {

    /** @param where only these edges are looked at for a difference in behaviour */
    static Bite of(RoleModelCopy.Walked model, Predicate<Label> where) {
        Digest digest = new JdkDigest();
        RoleFunctions roles = RoleFunctions.reference(digest);
        var first = new Lockstep(model.graph(), model.roles(), model.policies(), roles, digest)
                .replay(Replay.Kind.SYSTEM, 0).first();
        var behaviour = new Lockstep(
                uncited(model.graph(), where), model.roles(), model.policies(), uncited(roles), digest)
                .replay(Replay.Kind.SYSTEM, 0).first();
        return new Bite(first, behaviour);
    }

    /** What differs in behaviour, in a few words. */
    String differs() {
        Mismatch mismatch = behaviour.orElseThrow();
        boolean next = !mismatch.spec().next().equals(mismatch.java().next());
        boolean effects = !mismatch.spec().effects().equals(mismatch.java().effects());
        if (next && effects) {
            return "next state and effects";
        }
        return next ? "next state" : effects ? "effects" : "identity of the state object";
    }

    /** How many events it takes to get there. */
    static int depth(Mismatch mismatch) {
        return mismatch.trace().length() - 1;
    }

    /** The graph with nothing cited; of edges elsewhere it does not say who acts, so that they are not replayed. */
    private static Graph uncited(Graph graph, Predicate<Label> where) {
        var builder = new GraphBuilder();
        for (int state = 0; state < graph.initialCount(); state++) {
            builder.addInitial(graph.state(state), graph.initialLabel(state));
        }
        int[] numbers = new int[graph.labelCount()];
        for (int edge = 0; edge < graph.edgeCount(); edge++) {
            int old = graph.labelNumber(edge);
            if (numbers[old] == 0) {
                numbers[old] = 1 + builder.number(uncited(graph.label(edge), where));
            }
            builder.addEdge(graph.from(edge), numbers[old] - 1, builder.target(graph.state(graph.to(edge))));
        }
        return builder.build();
    }

    private static Label uncited(Label label, Predicate<Label> where) {
        Map<String, Value> fields = new TreeMap<>();
        label.value().entries().forEach((name, value) -> fields.put(name.text(), value));
        fields.put(Label.BECAUSE, Value.set(List.of()));
        if (!where.test(label)) {
            fields.remove(Label.ACTOR);
        }
        return Label.of(Value.record(fields));
    }

    private static RoleFunctions uncited(RoleFunctions roles) {
        return new RoleFunctions(uncited(roles.maker()), uncited(roles.taker()), uncited(roles.baseline()),
                uncited(roles.peerX()), uncited(roles.peerY()),
                roles.draw().withoutCiting(Set.of("BASE-2.21.4-10")));
    }

    private static <S> RoleFunction<S> uncited(RoleFunction<S> role) {
        return (policy, state, event) -> {
            Step<S> step = role.step(policy, state, event);
            return new Step<>(step.next(), step.effects(), Set.of());
        };
    }
}
