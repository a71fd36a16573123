package sfd.check;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sfd.traces.graph.Graph;
import sfd.traces.graph.Trace;
import sfd.traces.itf.Itf;
import sfd.traces.tlc.Progress;
import sfd.traces.tlc.Verdict;
import sfd.traces.tlc.Walk;
import sfd.traces.tlc.Walked;

/** The traces in {@code traces/itf}: the shortest attack of every claim that fails, and the working group's scenarios. */
public final class CommittedTraces {

    /**
     * A shortest trace with the last step of a {@code Reach...}, by way of what the scenario is about.
     *
     * @param through the action that must be taken: others may lead there as soon
     */
    private record Scenario(String wish, String model, String property, String through) {

        String file() {
            return wish + "." + model + ".itf.json";
        }
    }

    /** A crash, a standby that takes over, a member of a cluster taken down, an SA lost without a crash. */
    private static final List<Scenario> SCENARIOS = List.of(
            new Scenario("WISH-1", "QcdSoon", "ReachEndedByTokenProp", "Back"),
            new Scenario("WISH-2", "QcdSoonStandby", "ReachEndedByTokenProp", "Failover"),
            new Scenario("WISH-3", "QcdSoonClusterOneSa", "ReachEndedByTokenProp", "Purge"),
            new Scenario("WISH-4", "QcdSoonLost", "ReachEndedByTokenProp", "Lose"),
            new Scenario("WISH-1", "SirSoon", "ReachEndedProp", "Back"),
            new Scenario("WISH-2", "SirSoonStandby", "ReachEndedProp", "Failover"),
            new Scenario("WISH-3", "SirSoonClusterOneSa", "ReachEndedProp", "Crash"),
            new Scenario("WISH-4", "SirSoonLost", "ReachEndedProp", "Lose"));

    private final Layout layout;
    private final PrintStream out;

    public CommittedTraces(Layout layout, PrintStream out) {
        this.layout = layout;
        this.out = out;
    }

    /** The committed traces of a model: property to the name of the file. */
    public static Map<String, String> names(Entry entry) {
        Map<String, String> names = new LinkedHashMap<>();
        entry.expected().forEach((property, expected) -> {
            Optional<Scenario> scenario = scenario(entry, property);
            if (scenario.isPresent()) {
                names.put(property, scenario.get().file());
            } else if (expected.result() == Result.VIOLATED && !property.startsWith("Reach") && !entry.temporal()) {
                names.put(property, entry.name() + "." + property + ".itf.json");
            }
        });
        return names;
    }

    /** The scenarios' traces: wish, to the first letters of its models' names, QCD or SIR, to the trace. */
    public static Map<String, Map<String, Trace>> scenarios(Layout layout) {
        Map<String, Map<String, Trace>> scenarios = new TreeMap<>();
        for (Scenario it : SCENARIOS) {
            try {
                scenarios.computeIfAbsent(it.wish(), wish -> new TreeMap<>()).put(
                        it.model().substring(0, 3).toUpperCase(Locale.ROOT), Itf.read(folder(layout).resolve(it.file())));
            } catch (IOException e) {
                throw new BadInput(e.getMessage() + ": run the check with --traces first");
            }
        }
        return scenarios;
    }

    private static Optional<Scenario> scenario(Entry entry, String property) {
        return SCENARIOS.stream().filter(it -> it.model().equals(entry.name()) && it.property().equals(property)).findFirst();
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
    public void write(Manifest manifest) {
        for (Entry entry : manifest.models()) {
            Map<String, String> names = names(entry);
            if (!names.isEmpty()) {
                try (Walk walk = Walk.open(entry.model(layout))) {
                    Walked walked = walk.run(Progress.NONE);
                    names.forEach((property, name) ->
                            write(entry, property, trace(entry, property, walked), folder(layout).resolve(name)));
                }
            }
        }
    }

    /** @throws BadInput where the model has no such trace */
    private static Trace trace(Entry entry, String property, Walked walked) {
        Optional<Trace> shortest = walked.verdicts().stream()
                .filter(verdict -> verdict.property().equals(property)).findFirst().flatMap(Verdict::violation);
        return scenario(entry, property)
                .map(it -> shortest.flatMap(trace -> Detour.of(walked.graph(), it.through(), trace.last().label())))
                .orElse(shortest)
                .orElseThrow(() -> new BadInput(entry.name() + " has no trace of " + property));
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
