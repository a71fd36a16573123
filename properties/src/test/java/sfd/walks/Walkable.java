package sfd.walks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import sfd.draw.Sequence;
import sfd.faults.RoleModelCopy;
import sfd.lockstep.Lockstep;
import sfd.lockstep.Replay;
import sfd.lockstep.RoleFunction;
import sfd.lockstep.RoleFunctions;
import sfd.qcd.MakerState;
import sfd.qcd.TakerState;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.Policy;
import sfd.sa.Step;
import sfd.token.Digest;
import sfd.token.JdkDigest;
import sfd.traces.graph.Graph;
import sfd.traces.graph.Trace;

/**
 * The graph of one role model with what the Java has for it: the state of each node, and for each edge the event and the
 * step. All of these come from the lockstep, which has found the steps equal to what the spec says.
 *
 * @param <S> the role's state
 */
final class Walkable<S> {

    private record Asked<S>(Policy policy, S state, Event event, Step<S> step) {
    }

    private final Graph graph;
    private final List<Asked<S>> asked;
    private final Map<Integer, S> states = new HashMap<>();

    private Walkable(Graph graph, List<Asked<S>> asked) {
        this.graph = graph;
        this.asked = asked;
        for (int edge = 0; edge < graph.edgeCount(); edge++) {
            states.put(graph.from(edge), asked.get(edge).state());
        }
    }

    static Walkable<MakerState> maker(RoleModelCopy.Walked model) {
        List<Asked<MakerState>> asked = new ArrayList<>();
        RoleFunctions roles = RoleFunctions.reference(new JdkDigest());
        replay(model, roles.withMaker(listening(roles.maker(), asked)));
        return new Walkable<>(model.graph(), asked);
    }

    static Walkable<TakerState> taker(RoleModelCopy.Walked model) {
        List<Asked<TakerState>> asked = new ArrayList<>();
        RoleFunctions roles = RoleFunctions.reference(new JdkDigest());
        replay(model, roles.withTaker(listening(roles.taker(), asked)));
        return new Walkable<>(model.graph(), asked);
    }

    private static <S> RoleFunction<S> listening(RoleFunction<S> role, List<Asked<S>> asked) {
        return (policy, state, event) -> {
            Step<S> step = role.step(policy, state, event);
            asked.add(new Asked<>(policy, state, event, step));
            return step;
        };
    }

    private static void replay(RoleModelCopy.Walked model, RoleFunctions roles) {
        Digest digest = new JdkDigest();
        Replay replay = new Lockstep(model.graph(), model.roles(), model.policies(), roles, digest)
                .replay(Replay.Kind.SYSTEM, 0);
        if (replay.mismatches() > 0 || replay.specToJava() != model.graph().edgeCount()) {
            throw new IllegalStateException("not every edge is the Java's: " + replay);
        }
    }

    /**
     * Goes from the initial state over one edge for each choice, the Java with the state that it made itself.
     *
     * @param choices which of the edges that leave a state, counted on from the first as often as it takes
     * @return nothing where the Java does all along what the graph says; else what differs, with the path to it drawn
     */
    Optional<String> walk(RoleFunction<S> role, List<Integer> choices) {
        S state = states.get(0);
        int at = 0;
        List<Trace.Step> path = new ArrayList<>();
        path.add(new Trace.Step(graph.initialLabel(0), graph.state(0)));
        for (int choice : choices) {
            int edge = edge(at, choice);
            path.add(new Trace.Step(graph.label(edge), graph.state(graph.to(edge))));
            Asked<S> expected = asked.get(edge);
            Step<S> step = role.step(expected.policy(), state, expected.event());
            if (!step.equals(expected.step())) {
                return Optional.of("after %d events the Java differs:%n%s%n  spec %s%n  Java %s".formatted(
                        path.size() - 1, String.join("\n", Sequence.lines(new Trace(path))), expected.step(), step));
            }
            state = step.next();
            at = graph.to(edge);
        }
        return Optional.empty();
    }

    /** How many events the shortest path to a difference has, found by trying every edge, breadth first. */
    int shortest(RoleFunction<S> role) {
        for (int edge = 0; edge < graph.edgeCount(); edge++) {
            Asked<S> expected = asked.get(edge);
            if (!role.step(expected.policy(), expected.state(), expected.event()).equals(expected.step())) {
                return graph.traceThrough(edge).length() - 1;
            }
        }
        throw new IllegalStateException("nothing differs");
    }

    /** A reachable state, and an event that the model offers there. */
    record Situation<S>(S state, Event event) {
    }

    /**
     * @param node which of the states, counted on from the first
     * @param choice which of the edges that leave it, of those where more happens than a line in the log if there are any
     */
    Situation<S> situation(int node, int choice) {
        int state = node % graph.stateCount();
        int[] eventful = IntStream.range(graph.firstOut(state), graph.firstOut(state + 1))
                .filter(edge -> !asked.get(edge).step().effects().stream().allMatch(Effect.Log.class::isInstance)
                        && asked.get(edge).event() instanceof Event.Received)
                .toArray();
        int edge = eventful.length > 0 ? eventful[choice % eventful.length] : edge(state, choice);
        return new Situation<>(states.get(state), asked.get(edge).event());
    }

    Policy policy() {
        return asked.getFirst().policy();
    }

    private int edge(int state, int choice) {
        int first = graph.firstOut(state);
        return first + choice % (graph.firstOut(state + 1) - first);
    }
}
