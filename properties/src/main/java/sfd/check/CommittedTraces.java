package sfd.check;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sfd.traces.graph.Graph;
import sfd.traces.graph.Trace;
import sfd.traces.itf.Itf;
import sfd.traces.tlc.Progress;

/** The traces in {@code traces/itf}: the shortest attack of every claim that fails, and the working group's scenarios. */
final class CommittedTraces {

    /** @param property a {@code Reach...} whose shortest trace is the scenario */
    private record Scenario(String model, String property) {
    }

    /** WISH-1 to WISH-4: a crash, a failover, a member of a cluster taken down, an SA lost without a crash. */
    private static final Map<Scenario, String> SCENARIOS = Map.of(
            new Scenario("QcdSoon", "ReachEndedByTokenProp"), "WISH-1",
            new Scenario("QcdStandby", "ReachEndedByTokenProp"), "WISH-2",
            new Scenario("QcdClusterListed", "ReachEndedByTokenProp"), "WISH-3",
            new Scenario("QcdOffPath", "ReachEndedByTokenProp"), "WISH-4");

    private final Layout layout;
    private final PrintStream out;

    CommittedTraces(Layout layout, PrintStream out) {
        this.layout = layout;
        this.out = out;
    }

    /** Where the trace of a violation belongs, if it is one of those that are committed. */
    static Map<String, String> names(Entry entry) {
        Map<String, String> names = new LinkedHashMap<>();
        entry.expected().forEach((property, expected) -> {
            String scenario = SCENARIOS.get(new Scenario(entry.name(), property));
            if (scenario != null) {
                names.put(property, scenario + "." + entry.name() + ".itf.json");
            } else if (expected.result() == Result.VIOLATED && !property.startsWith("Reach") && !entry.temporal()) {
                names.put(property, entry.name() + "." + property + ".itf.json");
            }
        });
        return names;
    }

    /**
     * What the committed traces of a model have that its graph has not, a line each; nothing of those that are not there.
     * Which one of several shortest attacks is committed does not matter.
     */
    static List<String> stale(Layout layout, Entry entry, Graph graph) {
        List<String> stale = new ArrayList<>();
        names(entry).forEach((property, name) -> {
            Path file = folder(layout).resolve(name);
            if (Files.isRegularFile(file)) {
                broken(file, graph, entry.expected().get(property)).ifPresent(what -> stale.add(
                        "traces/itf/" + name + ": " + what + ": run the check with --traces"));
            }
        });
        return stale;
    }

    private static Optional<String> broken(Path file, Graph graph, Expectation expected) {
        Trace trace;
        try {
            trace = Itf.read(file);
        } catch (IOException e) {
            return Optional.of(e.getMessage());
        }
        if (trace.length() - 1 != expected.steps()) {
            return Optional.of(trace.length() - 1 + " steps, not " + expected.steps());
        }
        int at = graph.find(trace.steps().getFirst().state());
        if (at < 0 || at >= graph.initialCount()) {
            return Optional.of("does not begin where the model does");
        }
        for (int step = 1; step < trace.length(); step++) {
            Trace.Step next = trace.steps().get(step);
            int to = graph.find(next.state());
            if (graph.outgoing(at).noneMatch(edge -> edge.to() == to && edge.label().equals(next.label()))) {
                return Optional.of("step " + step + " is none of the model's");
            }
            at = to;
        }
        return Optional.empty();
    }

    private static Path folder(Layout layout) {
        return layout.root().resolve("traces/itf");
    }

    /** Walks the models concerned and writes their traces. */
    void write(Manifest manifest) {
        for (Entry entry : manifest.models()) {
            Map<String, String> names = names(entry);
            if (!names.isEmpty()) {
                Examined examined = new Examination(layout, Examination.WALK_ONLY).examine(entry, Progress.NONE);
                names.forEach((property, name) -> examined.finding(property).trace()
                        .ifPresent(trace -> write(entry, property, trace, folder(layout).resolve(name))));
            }
        }
    }

    private void write(Entry entry, String property, Trace trace, Path file) {
        try {
            Files.createDirectories(file.getParent());
            Itf.write(entry.name() + ", " + property, trace, file);
            out.println(layout.root().relativize(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
