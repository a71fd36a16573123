package sfd.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import sfd.check.About;
import sfd.check.CommittedTraces;
import sfd.check.Described;
import sfd.check.Entry;
import sfd.check.Expectation;
import sfd.check.Layout;
import sfd.check.Manifest;
import sfd.check.Result;
import sfd.pages.Claims;
import sfd.pages.Never;
import sfd.pages.World;
import sfd.traces.graph.Trace;
import sfd.traces.itf.Itf;

/** The models of a run, from its verdicts, its traces, and what the models say of themselves. */
final class Models {

    private static final int LONGEST_TITLE = 70;
    private static final String HOLDS = "holds";
    private static final String VIOLATED = "violated";
    /** So the manifest begins what it says of a model in which the mechanism is off, and detection must fail. */
    private static final String GUARD = "The guard:";

    private final Layout layout;
    private final Manifest manifest;
    private final Described described;

    Models(Layout layout, Manifest manifest, Described described) {
        this.layout = layout;
        this.manifest = manifest;
        this.described = described;
    }

    /** In the order of the verdicts. */
    List<Shown> of(JsonNode verdicts) {
        Map<String, List<JsonNode>> byModel = new LinkedHashMap<>();
        verdicts.get("results").forEach(row -> byModel.computeIfAbsent(row.get("model").asText(), it -> new ArrayList<>()).add(row));
        return byModel.values().stream().map(this::shown).toList();
    }

    private Shown shown(List<JsonNode> rows) {
        JsonNode first = rows.getFirst();
        Entry entry = manifest.get(first.get("model").asText());
        About about = described.get(entry.name());
        List<Shown.Claim> claims = rows.stream()
                .filter(row -> Claims.of(entry).containsKey(row.get("property").asText()))
                .map(row -> claim(row, entry, about)).toList();
        return new Shown(entry.name(), about.kind().equals("system") ? group(about) : "", entry.says(), World.words(about),
                size(first), keepsTheTexts(entry, about), texts(first.get("bounds")), list(first.get("assumptions")), claims);
    }

    private static String group(About about) {
        return "cell-" + about.protocol() + "-" + about.deployment() + "-" + about.attacker();
    }

    /** What a run found of a model; of one that it does not have what is expected. */
    static Map<String, Expectation> found(JsonNode verdicts, Entry entry) {
        Map<String, Expectation> found = new LinkedHashMap<>();
        verdicts.get("results").forEach(row -> {
            if (row.get("model").asText().equals(entry.name())) {
                found.put(row.get("property").asText(), new Expectation(Stream.of(Result.values())
                        .filter(it -> it.toString().equals(row.get("actual").asText())).findFirst().orElse(Result.ERROR),
                        row.get("steps").isNull() ? null : row.get("steps").asInt()));
            }
        });
        return found.isEmpty() ? entry.expected() : found;
    }

    private static boolean keepsTheTexts(Entry entry, About about) {
        return about.clausesOff().isEmpty() && about.parameters().find("reading").map(it -> it.elements().isEmpty()).orElse(true)
                && !entry.says().startsWith(GUARD);
    }

    private static String size(JsonNode row) {
        String states = row.get("states").isNull() ? "" : "%,d states".formatted(row.get("states").asLong());
        return states + (row.get("transitions").isNull() ? "" : ", %,d transitions".formatted(row.get("transitions").asLong()));
    }

    private Shown.Claim claim(JsonNode row, Entry entry, About about) {
        String property = row.get("property").asText();
        String actual = row.get("actual").asText();
        boolean holds = actual.equals(HOLDS);
        Integer steps = row.get("steps").isNull() ? null : row.get("steps").asInt();
        String verdict = holds ? HOLDS : !actual.equals(VIOLATED) ? actual
                : steps == null ? "fails in the long run" : "fails in " + steps + " steps";
        if (!actual.equals(row.get("expected").asText())) {
            verdict += ", NOT as expected";
        }
        return new Shown.Claim(property, holds ? Claims.claim(property) : Claims.fault(property), holds, verdict, steps,
                list(row.get("leansOn")), actual.equals(VIOLATED) ? attack(row, entry, property, about) : null);
    }

    private Attack attack(JsonNode row, Entry entry, String property, About about) {
        Integer loop = row.path("loop").isInt() ? row.get("loop").asInt() : null;
        String committed = CommittedTraces.names(entry).get(property);
        return Stream.of(committed == null ? null : "traces/itf/" + committed, row.get("trace").asText(null))
                .filter(it -> it != null).map(layout.root()::resolve).filter(Files::isRegularFile).findFirst()
                .map(file -> Attack.of(read(file), about, title(entry), loop == null ? sentence(Claims.fault(property))
                        : Never.words(property), loop, Never.words(property)))
                .orElse(null);
    }

    /** What a line of a chart has room for. */
    private static String title(Entry entry) {
        return entry.says().length() <= LONGEST_TITLE ? entry.says() : entry.name();
    }

    private static String sentence(String words) {
        return capital(words) + ".";
    }

    static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static Trace read(Path file) {
        try {
            return Itf.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> list(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }

    private static List<String> texts(JsonNode object) {
        return object.properties().stream().map(it -> it.getKey() + ": " + (it.getValue().isValueNode()
                ? it.getValue().asText() : it.getValue())).toList();
    }
}
