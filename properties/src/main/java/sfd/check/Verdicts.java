package sfd.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import sfd.lockstep.Replay;
import sfd.traces.graph.Trace;
import sfd.traces.itf.Itf;

/**
 * What a run leaves behind: {@code target/check/verdicts.json} (see {@code spec/schemas/verdicts.schema.json}), and
 * every counterexample as a trace.
 */
public final class Verdicts {

    /**
     * @param expected null where the manifest expects nothing
     * @param assumptions what is taken for granted
     * @param leansOn ids of those without which this very property is known to fall: see spec/assumptions.json
     * @param trace path of the counterexample from the root of the project; null where there is none
     * @param loop of a temporal counterexample the state that its last one is again
     */
    record Row(String model, String protocol, String deployment, String attacker, String property, Finding.Kind kind,
            List<String> clausesOff, JsonNode parameters, JsonNode bounds, List<String> assumptions, List<String> leansOn, Result expected,
            Result actual, Integer steps, Long states, Long transitions, String trace, Integer loop, double seconds) {
    }

    /** @param transitions generated, repetitions included */
    record ReplayRow(String model, String kind, int states, long transitions, int distinctTransitions,
            int roleTransitions, long roleStateEventPairs, int specToJava, Integer javaStates, Long javaTransitions,
            int mismatches) {
    }

    record Document(List<Row> results, List<ReplayRow> replays, List<String> problems, Totals totals) {
    }

    private Verdicts() {
    }

    public static Path file(Layout layout) {
        return layout.results().resolve("verdicts.json");
    }

    public static Document document(Layout layout, List<Examined> all, Totals totals) {
        List<Row> rows = new ArrayList<>();
        List<ReplayRow> replays = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        Assumptions variations = Assumptions.read(layout);
        for (Examined examined : all) {
            properties(examined).forEach(property -> rows.add(row(layout, examined, property, variations)));
            examined.replay().ifPresent(replay -> replays.add(row(examined, replay)));
            problems.addAll(examined.problems());
        }
        return new Document(rows, replays, problems, totals);
    }

    /** The manifest's properties, then what else the configuration has. */
    private static Set<String> properties(Examined examined) {
        Set<String> all = new LinkedHashSet<>(examined.entry().expected().keySet());
        all.addAll(new TreeSet<>(examined.findings().keySet()));
        return all;
    }

    private static Row row(Layout layout, Examined examined, String property, Assumptions variations) {
        Entry entry = examined.entry();
        Finding finding = examined.finding(property);
        Optional<About> about = examined.about();
        Expectation expectation = entry.expected().get(property);
        return new Row(entry.name(), about.map(About::protocol).orElse(null), about.map(About::deployment).orElse(null),
                about.map(About::attacker).orElse(null), property, finding.kind(),
                about.map(About::clausesOff).orElse(List.of()),
                about.<JsonNode>map(it -> Json.object(it.parameters())).orElse(JsonNodeFactory.instance.objectNode()),
                about.<JsonNode>map(it -> Json.object(it.bounds())).orElse(JsonNodeFactory.instance.objectNode()),
                assumptions(entry, about, variations),
                variations.under(entry.name(), property).stream().map(Assumptions.Assumption::id).toList(),
                expectation == null ? null : expectation.result(), finding.result(), finding.steps(),
                examined.states(), examined.transitions(),
                finding.trace().map(trace -> layout.trace(entry.name(), property).toString().replace('\\', '/')).orElse(null),
                finding.loop(), rounded(examined.seconds()));
    }

    /** What the manifest says of all models of a kind, and what the world itself says. */
    private static List<String> assumptions(Entry entry, Optional<About> about, Assumptions variations) {
        List<String> assumed = about.map(About::assumed).orElse(List.of());
        return Stream.concat(entry.assumptions().stream(), variations.assumptions().stream()
                .filter(it -> assumed.contains(it.id()) && (entry.temporal() || !it.isFairness()))
                .map(Assumptions.Assumption::words)).toList();
    }

    private static ReplayRow row(Examined examined, Replay replay) {
        return new ReplayRow(examined.entry().name(), replay.kind().name().toLowerCase(Locale.ROOT), replay.states(),
                examined.transitions(), replay.distinctTransitions(), replay.roleTransitions(),
                replay.roleStateEventPairs(), replay.specToJava(), replay.javaStates(), replay.javaTransitions(),
                replay.mismatches());
    }

    public static double rounded(double seconds) {
        return Math.round(seconds * 100) / 100.0;
    }

    /** Writes the document. */
    public static void write(Layout layout, Document document) {
        try {
            Files.createDirectories(layout.results());
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file(layout).toFile(), document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the counterexample of a property, so that no run needs to keep it in memory. */
    static void write(Layout layout, String model, String property, Finding finding) {
        finding.trace().ifPresent(trace -> write(layout, model, property, trace, finding.loop()));
    }

    private static void write(Layout layout, String model, String property, Trace trace, Integer loop) {
        try {
            Path file = layout.root().resolve(layout.trace(model, property));
            Files.createDirectories(file.getParent());
            Files.writeString(file, loop == null ? Itf.text(model + ", " + property, trace)
                    : Itf.text(model + ", " + property, trace, loop));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
