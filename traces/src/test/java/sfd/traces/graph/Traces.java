package sfd.traces.graph;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;
import sfd.traces.value.Value;
import sfd.traces.value.Values;

/** Any traces: labels of roles and of the environment, states of two variables. */
public class Traces extends DomainContextBase {

    @Provide
    public Arbitrary<Trace> traces() {
        Arbitrary<Value> states = Combinators.combine(Values.nested(2), Values.nested(1))
                .as((peers, wire) -> Value.record(Map.of("peers", peers, "wire", wire)));
        return Combinators.combine(labels(), states).as(Trace.Step::new).list().ofMinSize(1).ofMaxSize(4)
                .map(Trace::new);
    }

    @Provide
    public Arbitrary<Label> labels() {
        Arbitrary<Map<String, Value>> rest = Arbitraries.maps(
                Arbitraries.of(Label.ACTOR, Label.EVENT, Label.EFFECTS, Label.BECAUSE, "lost", "#odd"),
                Values.nested(1)).ofMaxSize(4);
        return Combinators.combine(Arbitraries.of("Init", "Datagram", "Lose \"it\""), rest).as((action, fields) -> {
            var label = new TreeMap<String, Value>(fields);
            label.put(Label.ACTION, Value.of(action));
            label.computeIfPresent(Label.ACTOR, (name, value) -> Value.of("maker"));
            return Label.of(Value.record(label));
        });
    }

    /** @return the graph in which the trace is the only path, as far as its states differ */
    public static Graph graph(Trace trace) {
        var builder = new GraphBuilder();
        List<Trace.Step> steps = trace.steps();
        builder.addInitial(steps.getFirst().state(), steps.getFirst().label());
        int at = 0;
        for (Trace.Step step : steps.subList(1, steps.size())) {
            int to = builder.target(step.state());
            builder.addEdge(at, builder.number(step.label()), to);
            at = Math.max(at, to);
        }
        return builder.build();
    }
}
