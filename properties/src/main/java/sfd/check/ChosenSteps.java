package sfd.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import sfd.alphabet.OneLine;
import sfd.kit.AnswerVectors;
import sfd.kit.FirstSteps;
import sfd.kit.StepTrait;
import sfd.kit.StepsFile;
import sfd.lockstep.RoleGraph;
import sfd.traces.json.JsonValue;

/** The committed steps in {@code traces/kit/steps}, and the vectors of answers that are made from them. */
public final class ChosenSteps {

    static final String END = ".steps.jsonl";

    private static final String ANEW = ": run kit --chosen";

    private final Layout layout;
    private final PrintStream out;

    public ChosenSteps(Layout layout, PrintStream out) {
        this.layout = layout;
        this.out = out;
    }

    static Path folder(Layout layout) {
        return layout.root().resolve("traces/kit/steps");
    }

    /** Walks all role models, and writes anew what is committed of them. */
    public void write(RoleModels models) throws IOException {
        Map<Path, String> files = new LinkedHashMap<>();
        var first = new FirstSteps();
        models.walk((entry, graph) -> {
            int[] steps = first.of(graph);
            if (steps.length > 0) {
                files.put(folder(layout).resolve(entry.name() + END), text(entry.name(), graph, steps));
            }
            out.printf("%-28s %-9s %4d of %,d steps%n", entry.name(), graph.role(), steps.length, graph.graph().edgeCount());
        });
        for (Path old : committed(layout)) {
            if (!files.containsKey(old)) {
                Files.delete(old);
            }
        }
        GeneratedFiles.write(files);
        GeneratedFiles.write(Map.of(vectors(layout), vectorsOf(layout)));
    }

    static Path vectors(Layout layout) {
        return layout.root().resolve("traces/vectors/answer.json");
    }

    /** The vectors that the committed steps make. */
    static String vectorsOf(Layout layout) throws IOException {
        var vectors = new AnswerVectors();
        for (Path file : committed(layout)) {
            vectors.add(lines(file));
        }
        return vectors.text();
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(JsonValue::parse).toList();
    }

    /**
     * What the committed steps of a role model have that it has not, or lack, a line each; nothing where none are committed
     * for its role. Also what of the model does not come back from JSON as it went there.
     */
    static List<String> stale(Layout layout, String model, RoleGraph graph) {
        String name = "traces/kit/steps/" + model + END;
        try {
            new StepsFile(model, graph).check();
            Path file = folder(layout).resolve(model + END);
            if (Files.isRegularFile(file)) {
                String lines = Files.readString(file);
                int[] steps = lines.lines().map(JsonValue::parse).filter(it -> it.has("step"))
                        .mapToInt(it -> it.get("step").asInt()).toArray();
                if (!lines.equals(text(model, graph, steps))) {
                    return List.of(name + ": not as the model has these steps" + ANEW);
                }
            }
            Set<StepTrait> committed = traits(layout, graph.role());
            Set<StepTrait> lacking = committed.isEmpty() ? Set.of() : FirstSteps.traits(graph);
            return lacking.stream().filter(it -> !committed.contains(it)).limit(1)
                    .map(it -> name + ": there is no step like " + it.kind() + " that " + it.shown() + ANEW).toList();
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException | IOException e) {
            return List.of(name + ": " + OneLine.of(String.valueOf(e.getMessage())) + ANEW);
        }
    }

    /** Of all committed steps of a role. */
    private static Set<StepTrait> traits(Layout layout, String role) throws IOException {
        Set<StepTrait> traits = new HashSet<>();
        for (Path file : committed(layout)) {
            List<JsonNode> lines = lines(file);
            if (lines.getFirst().path("role").asText().equals(role)) {
                Map<Integer, JsonNode> states = new HashMap<>();
                lines.stream().filter(it -> it.has("state")).forEach(it -> states.put(it.get("state").asInt(), it.get("value")));
                lines.stream().filter(it -> it.has("step")).forEach(it -> traits.addAll(FirstSteps.traits(states, it)));
            }
        }
        return traits;
    }

    /** The committed files, sorted. */
    static List<Path> committed(Layout layout) throws IOException {
        if (!Files.isDirectory(folder(layout))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder(layout))) {
            return files.filter(it -> it.toString().endsWith(END)).sorted().toList();
        }
    }

    static String text(String model, RoleGraph graph, int[] steps) throws IOException {
        var text = new StringWriter();
        new StepsFile(model, graph).write(steps, text);
        return text.toString();
    }
}
