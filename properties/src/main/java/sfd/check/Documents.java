package sfd.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sfd.bench.Kept;
import sfd.catalogue.Catalogue;
import sfd.traces.graph.Trace;

/**
 * The generated parts of pages, each between two marks: {@code <!-- name -->} and {@code <!-- /name -->}. They come from
 * {@code spec/findings.json}, the catalogue, and the manifest and {@link Described}, which every run checks.
 */
final class Documents {

    private final Layout layout;
    private final Manifest manifest;
    private final Described described;
    private final Catalogue catalogue;
    private final Findings findings;

    /** @throws BadInput where one of the sources cannot be read */
    Documents(Layout layout, Manifest manifest, Described described) {
        this.layout = layout;
        this.manifest = manifest;
        this.described = described;
        this.findings = Findings.read(layout);
        try {
            this.catalogue = Catalogue.read(layout.root());
        } catch (IOException e) {
            throw new BadInput("spec/clauses.json: " + e.getMessage().replaceAll("\\s+", " "));
        }
    }

    /** Each page with its generated parts made anew. */
    Map<Path, String> pages() {
        Map<Path, String> pages = new LinkedHashMap<>();
        pages.put(layout.root().resolve("README.md"),
                part("README.md", part("README.md", part("README.md", read("README.md"), "findings", overview()), "comparison", comparison()),
                        "bench", Kept.read(layout.root()).markdown()));
        pages.put(layout.root().resolve("spec/FINDINGS.md"), page("spec/FINDINGS.md", "findings", index() + findings.findings().stream()
                .map(this::chapter).collect(Collectors.joining("\n"))));
        pages.put(layout.root().resolve("spec/models/README.md"), page("spec/models/README.md", "models", models()));
        return pages;
    }

    /** Writes them. */
    void write() {
        pages().forEach((file, text) -> {
            try {
                Files.writeString(file, text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private String page(String name, String part, String content) {
        return part(name, read(name), part, content);
    }

    private String read(String name) {
        try {
            return Files.readString(layout.root().resolve(name));
        } catch (IOException e) {
            throw new BadInput("cannot read " + name + ": " + e.getMessage());
        }
    }

    private static String part(String name, String text, String part, String content) {
        String open = "<!-- " + part + " -->\n";
        String close = "<!-- /" + part + " -->";
        int start = text.indexOf(open);
        int end = text.indexOf(close);
        if (start < 0 || end < start) {
            throw new BadInput(name + " has no part between " + open.strip() + " and " + close);
        }
        return text.substring(0, start + open.length()) + content + text.substring(end);
    }

    /** What each scenario costs until Alice knows, by each proposal, in its committed trace. */
    private String comparison() {
        var rows = new StringBuilder("| scenario | QCD: messages | round trips | octets | SIR: messages | round trips | octets |\n"
                + "|---|---:|---:|---:|---:|---:|---:|\n");
        CommittedTraces.scenarios(layout).forEach((wish, traces) -> rows.append("| %s: %s | %s | %s |\n".formatted(wish,
                catalogue.clause(wish).orElseThrow().rule(), cost(traces.get("QCD")), cost(traces.get("SIR")))));
        return rows.toString();
    }

    private static String cost(Trace trace) {
        Cost cost = Cost.of(trace);
        return "%d | %d | %d".formatted(cost.messages(), cost.roundTrips(), cost.octets());
    }

    private String overview() {
        return "| | situation | fails | holds |\n|---|---|---|---|\n" + findings.findings().stream()
                .map(finding -> "| [%s](spec/FINDINGS.md#%s) | %s | %s | %s |\n".formatted(finding.id(), finding.anchor(),
                        finding.situation(), failing(finding), holding(finding)))
                .collect(Collectors.joining());
    }

    /** The last of the failures that a model has, as what matters most of them: the manifest has causes first. */
    private String failing(Findings.Situation finding) {
        return models(finding)
                .filter(model -> !Claims.violated(model).isEmpty())
                .map(model -> "`%s`: %s".formatted(model.name(), Claims.failure(model, Claims.violated(model).getLast())))
                .collect(Collectors.joining("<br>"));
    }

    private String holding(Findings.Situation finding) {
        return models(finding)
                .filter(model -> Claims.violated(model).isEmpty())
                .map(model -> "`%s`".formatted(model.name()))
                .collect(Collectors.joining("<br>"));
    }

    private Stream<Entry> models(Findings.Situation finding) {
        return finding.models().stream().map(manifest::get);
    }

    private String index() {
        return "| | situation | models |\n|---|---|---|\n" + findings.findings().stream()
                .map(finding -> "| [%s](#%s) | %s | %s |\n".formatted(finding.id(), finding.anchor(), finding.situation(),
                        inShort(finding)))
                .collect(Collectors.joining()) + "\n";
    }

    private String inShort(Findings.Situation finding) {
        long all = models(finding).count();
        long failing = models(finding).filter(model -> !Claims.violated(model).isEmpty()).count();
        return failing == 0 ? "all hold" : "**%d** of %d %s".formatted(failing, all, failing == 1 ? "fails" : "fail");
    }

    private String chapter(Findings.Situation finding) {
        return "<a id=\"%s\"></a>\n## %s. %s\n\n%s\n\n%s\n| model and its world | holds | fails |\n|---|---|---|\n%s".formatted(
                finding.anchor(), finding.id(), finding.situation(), finding.statement(),
                finding.clauses().stream().map(this::clause).collect(Collectors.joining()),
                models(finding).map(this::row).collect(Collectors.joining()));
    }

    private String clause(String id) {
        return catalogue.clause(id)
                .map(clause -> "- %s (%s%s): %s\n".formatted(id, clause.text(),
                        clause.section().isEmpty() ? "" : " " + clause.section() + ", " + clause.level(), clause.rule()))
                .or(() -> catalogue.reading(id).map(reading -> "- %s, our reading: %s\n".formatted(id, reading.decision())))
                .orElseThrow(() -> new BadInput("spec/findings.json names " + id + ", which spec/clauses.json has not"));
    }

    private String row(Entry model) {
        return "| **%s**: %s<br>*%s* | %s | %s |\n".formatted(model.name(), model.says(),
                World.words(described.get(model.name())), String.join("<br>", Claims.holding(model)),
                Claims.violated(model).stream().map(property -> violation(model, property))
                        .collect(Collectors.joining("<br>")));
    }

    /** The attack behind it is linked where there is one of known length. */
    private static String violation(Entry model, String property) {
        String trace = CommittedTraces.names(model).get(property);
        return (trace == null ? property : "[" + property + "](../traces/itf/" + trace + ")")
                + ": " + Claims.failure(model, property);
    }

    private String models() {
        return "| model | | properties | states | transitions |\n|---|---|---|---:|---:|\n" + manifest.models().stream()
                .map(model -> "| [%s](%s) | %s<br>*%s* | %s | %s | %s |\n".formatted(model.name(),
                        model.config().replaceFirst("^models/", ""), model.says(),
                        World.words(described.get(model.name())),
                        model.expected().entrySet().stream()
                                .map(property -> property.getKey() + ": " + property.getValue())
                                .collect(Collectors.joining("<br>")),
                        number(model.states()), number(model.transitions())))
                .collect(Collectors.joining());
    }

    private static String number(Long number) {
        return number == null ? "" : "%,d".formatted(number);
    }
}
