package sfd.kit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.util.TreeSet;
import java.util.stream.IntStream;
import sfd.lockstep.RoleGraph;
import sfd.traces.graph.Graph;

/**
 * A role model's graph in octets, or some of its steps, as lines of JSON: a header, the states, the steps. See
 * {@code traces/schemas/steps.schema.json}, which each line follows. States and steps keep the numbers of the whole graph.
 * Whatever is written was read again and is the same.
 */
public final class StepsFile {

    static final String FORMAT = "steps in octets, 1";

    private final String model;
    private final RoleGraph role;
    private final Graph graph;
    /** The text of each label: the same stands on many lines. */
    private final String[] labels;

    public StepsFile(String model, RoleGraph role) {
        this.model = model;
        this.role = role;
        this.graph = role.graph();
        this.labels = new String[graph.labelCount()];
    }

    /** All of it. */
    public void write(Writer out) throws IOException {
        out.write(header(graph.stateCount(), graph.edgeCount()) + "\n");
        for (int state = 0; state < graph.stateCount(); state++) {
            out.write(state(state));
        }
        for (int edge = 0; edge < graph.edgeCount(); edge++) {
            out.write(step(edge));
        }
    }

    /** @throws IllegalStateException where a state or an event of the model does not come back from JSON as it went there */
    public void check() {
        for (int state = 0; state < graph.stateCount(); state++) {
            state(state);
        }
        for (int edge = 0; edge < graph.edgeCount(); edge++) {
            step(edge);
        }
    }

    /** These steps, with the states that they lead from and to. @param steps ascending */
    public void write(int[] steps, Writer out) throws IOException {
        var states = new TreeSet<Integer>();
        IntStream.of(steps).forEach(step -> {
            states.add(graph.from(step));
            states.add(graph.to(step));
        });
        ObjectNode header = header(states.size(), steps.length);
        header.putObject("of").put("states", graph.stateCount()).put("steps", graph.edgeCount());
        out.write(header + "\n");
        for (int state : states) {
            out.write(state(state));
        }
        for (int step : steps) {
            out.write(step(step));
        }
    }

    private ObjectNode header(int states, int steps) {
        return JsonNodeFactory.instance.objectNode().put("format", FORMAT).put("model", model).put("role", role.role())
                .<ObjectNode>set("policy", PolicyTree.of(role.policy())).put("states", states).put("steps", steps);
    }

    private String state(int state) {
        ObjectNode json = StateTree.of(role.state(state));
        if (!StateFields.read(role.role(), json).equals(role.state(state))) {
            throw new IllegalStateException("a state comes back from JSON as another one: " + json);
        }
        return "{\"state\":" + state + ",\"value\":" + json + "}\n";
    }

    private String step(int edge) {
        int label = graph.labelNumber(edge);
        if (labels[label] == null) {
            labels[label] = label(edge);
        }
        return "{\"step\":" + edge + ",\"from\":" + graph.from(edge) + ",\"to\":" + graph.to(edge) + labels[label];
    }

    private String label(int edge) {
        ArrayNode because = JsonNodeFactory.instance.arrayNode();
        new TreeSet<>(role.because(edge)).forEach(because::add);
        ObjectNode event = EventTree.of(role.event(edge));
        if (!EventTree.read(event).equals(role.event(edge))) {
            throw new IllegalStateException("an event comes back from JSON as another one: " + event);
        }
        return ",\"event\":" + event + ",\"effects\":" + EffectTree.of(role.effects(edge))
                + ",\"because\":" + because + "}\n";
    }
}
