package sfd.lockstep;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import sfd.sa.Effect;
import sfd.sa.Step;
import sfd.token.Digest;
import sfd.traces.graph.Graph;
import sfd.traces.value.Value;

/**
 * Spec and Java, step by step: every edge of a graph in which a role acts is replayed on the Java role, from the
 * concretised state, with the concretised event, and must give the concretised next state, the same effects in the same
 * order, the same clauses, and where nothing changed the identical object. States, events and effects are concretised
 * beforehand, once each.
 */
public final class Lockstep {

    private final Graph graph;
    private final List<Actor<?>> actors = new ArrayList<>();
    private final Prompt[] prompts;
    private final Abstract inverse;

    /**
     * @param roles actor to the name of its role, as the model says
     * @param policies actor to its policy
     * @throws NotInModelException where a value of the graph has no counterpart in Java, or does not come back as it went
     */
    public Lockstep(Graph graph, Value roles, Value policies, RoleFunctions functions, Digest digest) {
        this.graph = graph;
        var concretise = new Concretise(digest);
        this.inverse = new Abstract(concretise);
        var factory = new Roles(concretise.messages(), functions);
        Map<String, Integer> places = new HashMap<>();
        Map<List<Value>, RoleStates<?>> states = new HashMap<>();
        roles.entries().forEach((name, role) -> {
            Value policy = policies.field(name.text());
            places.put(name.text(), actors.size());
            actors.add(Actor.of(name.text(), states.computeIfAbsent(List.of(role, policy),
                    it -> new RoleStates<>(factory.role(role.text(), policy))), graph));
        });
        this.prompts = new Prompt[graph.labelCount()];
        for (int edge = 0; edge < graph.edgeCount(); edge++) {
            int label = graph.labelNumber(edge);
            Optional<String> actor = graph.label(edge).actor();
            if (prompts[label] == null && actor.isPresent()) {
                Integer place = places.get(actor.get());
                if (place == null) {
                    throw new NotInModelException("Roles does not know the actor " + actor.get());
                }
                prompts[label] = Prompt.of(graph.label(edge), place, concretise, inverse);
            }
        }
    }

    /**
     * Replays the whole graph.
     *
     * @param warm how many further replays to time after the first pass, in whole passes
     */
    public Replay replay(Replay.Kind kind, long warm) {
        var cold = new Pass();
        cold.run();
        Speed further = Speed.NONE;
        while (cold.replays > 0 && further.replays() < warm) {
            var pass = new Pass();
            pass.run();
            further = further.plus(pass.speed());
        }
        Optional<JavaWalk<?>> alone = kind == Replay.Kind.ROLE ? Optional.of(alone(actors.getFirst())) : Optional.empty();
        Optional<String> stray = alone.flatMap(this::beside);
        return new Replay(kind, graph.stateCount(), graph.edgeCount(), cold.replays, pairs(), cold.replays,
                alone.map(JavaWalk::states).orElse(null), alone.map(JavaWalk::transitions).orElse(null),
                cold.mismatches + (stray.isPresent() ? 1 : 0),
                cold.first < 0 ? Optional.empty() : Optional.of(mismatch(cold.first)), stray, cold.speed(), further);
    }

    private <S> JavaWalk<S> alone(Actor<S> actor) {
        var walk = new JavaWalk<>(graph, actor, prompts);
        walk.run();
        return walk;
    }

    /** What the Java alone found beside the graph. */
    private Optional<String> beside(JavaWalk<?> alone) {
        if (alone.stray().isPresent() || alone.states() == graph.stateCount() && alone.transitions() == graph.edgeCount()) {
            return alone.stray();
        }
        return Optional.of("Java alone reaches %,d states over %,d transitions, the model %,d over %,d".formatted(
                alone.states(), alone.transitions(), graph.stateCount(), graph.edgeCount()));
    }

    /** One pass over all edges, in breadth-first order. */
    private final class Pass {

        private int replays;
        private int mismatches;
        private int first = -1;
        private long nanos;

        void run() {
            long start = System.nanoTime();
            for (int edge = 0; edge < graph.edgeCount(); edge++) {
                Prompt prompt = prompts[graph.labelNumber(edge)];
                if (prompt != null) {
                    replays++;
                    if (!agrees(edge, prompt)) {
                        mismatches++;
                        first = first < 0 ? edge : first;
                    }
                }
            }
            nanos = System.nanoTime() - start;
        }

        private boolean agrees(int edge, Prompt prompt) {
            try {
                return actors.get(prompt.actor()).agrees(graph.from(edge), graph.to(edge), prompt);
            } catch (RuntimeException e) {
                return false; // a role is total: whatever it throws, it is a mismatch, and is shown as one
            }
        }

        Speed speed() {
            return new Speed(replays, nanos);
        }
    }

    /** Different pairs of a state and an event, of all roles: two members in the same state are one of them. */
    private long pairs() {
        Map<RoleStates<?>, Integer> tables = new IdentityHashMap<>();
        Map<Value, Integer> events = new HashMap<>();
        Set<Pair> pairs = new HashSet<>();
        for (int edge = 0; edge < graph.edgeCount(); edge++) {
            Prompt prompt = prompts[graph.labelNumber(edge)];
            if (prompt != null) {
                Actor<?> actor = actors.get(prompt.actor());
                pairs.add(new Pair(tables.computeIfAbsent(actor.states(), it -> tables.size()),
                        actor.stateNumber(graph.from(edge)),
                        events.computeIfAbsent(graph.label(edge).event().orElseThrow(), it -> events.size())));
            }
        }
        return pairs.size();
    }

    private record Pair(int table, int state, int event) {
    }

    private Mismatch mismatch(int edge) {
        return mismatch(edge, actors.get(prompts[graph.labelNumber(edge)].actor()), prompts[graph.labelNumber(edge)]);
    }

    private <S> Mismatch mismatch(int edge, Actor<S> actor, Prompt prompt) {
        int from = graph.from(edge);
        int to = graph.to(edge);
        var spec = new Mismatch.Side(graph.state(to).field(Actor.PEERS).field(actor.name()).toString(),
                actor.state(from) == actor.state(to),
                graph.label(edge).effects().orElseThrow().items().stream().map(Value::toString).toList(),
                new TreeSet<>(prompt.because()));
        return new Mismatch(graph.traceThrough(edge), actor.name(), spec, java(actor, from, prompt));
    }

    private <S> Mismatch.Side java(Actor<S> actor, int from, Prompt prompt) {
        try {
            Step<S> step = actor.step(from, prompt.event());
            return new Mismatch.Side(text(step.next(), actor), step.next() == actor.state(from),
                    step.effects().stream().map(this::text).toList(), new TreeSet<>(step.because()));
        } catch (RuntimeException e) {
            return new Mismatch.Side("throws " + e, false, List.of(), Set.of());
        }
    }

    private <S> String text(S state, Actor<S> actor) {
        try {
            return actor.role().abstraction().apply(state).toString();
        } catch (NotInModelException e) {
            return state + " (" + e.getMessage() + ")";
        }
    }

    private String text(Effect effect) {
        try {
            return inverse.effect(effect).toString();
        } catch (NotInModelException e) {
            return effect + " (" + e.getMessage() + ")";
        }
    }
}
