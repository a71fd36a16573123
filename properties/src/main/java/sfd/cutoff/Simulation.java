package sfd.cutoff;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import sfd.traces.graph.Graph;
import sfd.traces.graph.Label;
import sfd.traces.graph.Trace;
import sfd.traces.value.Value;

/**
 * Whether every step of a large graph, seen in part, is a step of a small one, or nothing.
 *
 * @param hidden steps of the large graph of which nothing is seen
 * @param own steps that are steps of the small graph, without other SAs
 * @param others by the part of OtherSas.tla steps that only this explains
 * @param missing by what happens, steps of the large graph that are none of the small one
 * @param first a shortest way to such a step
 */
record Simulation(long hidden, long own, SortedMap<String, Long> others, SortedMap<String, Long> missing, Optional<Trace> first) {

    private static final String PART = "part";

    private record Step(int to, Observed observed) {
    }

    /**
     * @param seen of a state of the large graph, a state of the small one
     */
    static Simulation of(Graph large, Graph small, Kept kept, UnaryOperator<Value> seen) {
        int[] places = new int[large.stateCount()];
        for (int state = 0; state < places.length; state++) {
            places[state] = small.find(seen.apply(large.state(state)));
        }
        var steps = new Steps(small, kept);
        var sum = new Sum();
        for (int state = 0; state < large.initialCount(); state++) {
            if (places[state] < 0 || places[state] >= small.initialCount()) {
                sum.missing("Init", large.traceTo(state));
            }
        }
        for (int edge = 0; edge < large.edgeCount(); edge++) {
            int from = places[large.from(edge)];
            // What comes behind a step that is missing is no other fault.
            if (from >= 0) {
                Label label = large.label(edge);
                var step = new Step(places[large.to(edge)], Observed.of(label, large.state(large.from(edge)), kept));
                Optional<String> by = step.to() < 0 ? Optional.empty() : steps.from(from, step);
                if (step.to() == from && step.observed().isNothing()) {
                    sum.hidden++;
                } else if (by.isPresent()) {
                    sum.explained(by.get());
                } else {
                    sum.missing(what(label), sum.first == null ? large.traceThrough(edge) : null);
                }
            }
        }
        return new Simulation(sum.hidden, sum.own, sum.others, sum.missing, Optional.ofNullable(sum.first));
    }

    boolean isShown() {
        return missing.isEmpty();
    }

    private static String what(Label label) {
        return label.action() + label.value().find(PART).map(part -> " " + part.text()).orElse("")
                + label.event().map(event -> " " + event.field("type").text()).orElse("");
    }

    /** The steps of the small graph, by where they begin; each with what has to explain it. */
    private record Steps(Graph graph, Kept kept, Map<Integer, Map<Step, String>> known) {

        private static final String NOBODY = "";

        Steps(Graph graph, Kept kept) {
            this(graph, kept, new HashMap<>());
        }

        /**
         * A step that others take part in may be two: one of ours, and what it does to us that others are there.
         *
         * @return the part of OtherSas.tla that it needs, none in words where it needs none; nothing where there is no such step
         */
        Optional<String> from(int state, Step step) {
            return Optional.ofNullable(leaving(state).get(step)).or(() -> leaving(state).keySet().stream()
                    .filter(it -> it.observed().equals(step.observed()))
                    .map(it -> leaving(it.to()).getOrDefault(new Step(step.to(), Observed.NOTHING), NOBODY))
                    .filter(it -> !it.equals(NOBODY)).min(Comparator.naturalOrder()));
        }

        private Map<Step, String> leaving(int state) {
            return known.computeIfAbsent(state, this::found);
        }

        private Map<Step, String> found(int state) {
            var steps = new HashMap<Step, String>();
            for (int edge = graph.firstOut(state); edge < graph.firstOut(state + 1); edge++) {
                Label label = graph.label(edge);
                String part = !label.action().startsWith("OtherSas") ? NOBODY : label.value().find(PART).map(Value::text).orElse("reports");
                steps.merge(new Step(graph.to(edge), Observed.of(label, graph.state(state), kept)), part,
                        (one, other) -> one.compareTo(other) <= 0 ? one : other);
            }
            return steps;
        }
    }

    private static final class Sum {

        private final SortedMap<String, Long> others = new TreeMap<>();
        private final SortedMap<String, Long> missing = new TreeMap<>();
        private long hidden;
        private long own;
        private Trace first;

        private void explained(String by) {
            if (by.equals(Steps.NOBODY)) {
                own++;
            } else {
                others.merge(by, 1L, Long::sum);
            }
        }

        private void missing(String what, Trace way) {
            missing.merge(what, 1L, Long::sum);
            if (first == null) {
                first = way;
            }
        }
    }
}
