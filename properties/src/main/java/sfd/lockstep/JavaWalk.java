package sfd.lockstep;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import sfd.sa.Event;
import sfd.sa.Step;
import sfd.traces.graph.Graph;
import sfd.traces.value.Value;

/**
 * The walk of a Java role alone: from its own first state, under the same events, with its own states as the only
 * memory. The graph is asked which events there are, and nothing else: an event that the model offers in every state is
 * offered in every state; one whose place depends on the state (a reboot with the secrets of the moment) is offered where
 * the model offers it.
 */
final class JavaWalk<S> {

    private final Graph graph;
    private final Actor<S> actor;
    private final Map<Value, Event> events = new LinkedHashMap<>();
    private final Map<S, Integer> numbers = new HashMap<>();
    private final List<S> states = new ArrayList<>();
    /** How each state was first reached: whose clauses are the first to be suspected if something is wrong with it. */
    private final List<Supplier<String>> made = new ArrayList<>();
    private final ArrayDeque<Integer> queue = new ArrayDeque<>();
    private long transitions;
    private Optional<String> stray = Optional.empty();

    JavaWalk(Graph graph, Actor<S> actor, Prompt[] prompts) {
        this.graph = graph;
        this.actor = actor;
        for (int edge = 0; edge < graph.edgeCount(); edge++) {
            Prompt prompt = prompts[graph.labelNumber(edge)];
            if (prompt != null) {
                graph.label(edge).event().ifPresent(event -> events.putIfAbsent(event, prompt.event()));
            }
        }
    }

    void run() {
        List<Value> everywhere = everywhere();
        S start = actor.role().start().apply(actor.state(0));
        visit(start, () -> "the first state");
        while (!queue.isEmpty()) {
            int next = queue.remove();
            S state = states.get(next);
            Value stands = inGraph(state);
            int number = graph.find(stands);
            if (number < 0) {
                stray = stray.or(() -> Optional.of("Java alone reaches a state that the model does not: " + stands
                        + made(next)));
                continue;
            }
            if (!isWholeInModel(state, stands)) {
                stray = stray.or(() -> Optional.of("a state in Java holds something that the model does not see: " + stands
                        + made(next)));
            }
            for (Value event : everywhere) {
                offer(next, state, event);
            }
            elsewhere(number, everywhere).forEach(event -> offer(next, state, event));
        }
    }

    private void offer(int from, S state, Value event) {
        transitions++;
        try {
            Step<S> step = actor.role().step(state, events.get(event));
            if (step.next() != state) {
                visit(step.next(), () -> event + ", which cites " + (step.because().isEmpty()
                        ? "nothing, after " + made.get(from).get() : String.join(", ", new TreeSet<>(step.because()))));
            }
        } catch (RuntimeException e) {
            stray = stray.or(() -> Optional.of("Java alone throws " + e + " for " + event));
        }
    }

    private String made(int number) {
        return "; made by " + made.get(number).get();
    }

    private void visit(S state, Supplier<String> by) {
        Integer known = numbers.putIfAbsent(state, states.size());
        if (known == null) {
            states.add(state);
            made.add(by);
            queue.add(states.size() - 1);
        } else if (!Structure.same(states.get(known), state)) {
            stray = stray.or(() -> Optional.of("two states in Java are equal, but hold something that differs and that the "
                    + "model does not see: " + inGraph(state) + "; made by " + by.get()));
        }
    }

    /** True if the state holds nothing but what its abstraction tells. */
    private boolean isWholeInModel(S state, Value stands) {
        return Structure.same(actor.role().concretise().apply(stands.field(Actor.PEERS).field(actor.name())), state);
    }

    private Value inGraph(S state) {
        try {
            Value own = actor.role().abstraction().apply(state);
            return Value.record(Map.of(Actor.PEERS, Value.record(Map.of(actor.name(), own))));
        } catch (NotInModelException e) {
            return Value.of(e.getMessage());
        }
    }

    /** The events that the model offers in every state. */
    private List<Value> everywhere() {
        Map<Value, Integer> count = new HashMap<>();
        for (int state = 0; state < graph.stateCount(); state++) {
            offeredIn(state).forEach(event -> count.merge(event, 1, Integer::sum));
        }
        return events.keySet().stream().filter(event -> count.get(event) == graph.stateCount()).toList();
    }

    private List<Value> elsewhere(int state, List<Value> everywhere) {
        List<Value> offered = offeredIn(state);
        if (offered.size() == everywhere.size()) {
            return List.of();
        }
        var always = new HashSet<>(everywhere);
        return offered.stream().filter(event -> !always.contains(event)).toList();
    }

    private List<Value> offeredIn(int state) {
        return graph.outgoing(state).flatMap(edge -> edge.label().event().stream()).distinct().toList();
    }

    int states() {
        return states.size();
    }

    long transitions() {
        return transitions;
    }

    Optional<String> stray() {
        return stray;
    }
}
