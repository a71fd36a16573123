package sfd.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import sfd.bench.Kept;
import sfd.catalogue.Catalogue;
import sfd.traces.graph.Trace;

/**
 * The generated parts of pages, each between two marks: {@code <!-- name -->} and {@code <!-- /name -->}, and pictures.
 * They come from {@code spec/findings.json}, the catalogue, the committed traces, and the manifest and
 * {@link Described}, which every run checks.
 */
final class Documents {

    /** Lines for each clause in the table of what falls without it; all are in ablation.json. */
    private static final int SHOWN = 4;

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

    /** Each page with its generated parts made anew, and the pictures. */
    Map<Path, String> pages() {
        Map<Path, String> pages = new LinkedHashMap<>();
        var found = new FindingsPage(manifest, described, catalogue, findings);
        Kept kept = Kept.read(layout.root());
        pages.put(layout.root().resolve("README.md"),
                part("README.md", page("README.md", "comparison", comparison()), "bench", kept.brief().markdown()));
        pages.put(layout.root().resolve("reference/README.md"), page("reference/README.md", "caller", caller()));
        pages.put(layout.root().resolve("properties/README.md"), page("properties/README.md", "bench", kept.markdown()));
        pages.put(layout.root().resolve("spec/FINDINGS.md"), part("spec/FINDINGS.md",
                page("spec/FINDINGS.md", "foremost", found.foremost()), "findings", found.all()));
        pages.put(layout.root().resolve("spec/models/README.md"), part("spec/models/README.md",
                page("spec/models/README.md", "models", models()), "ablation", ablation()));
        pages.putAll(Pictures.of(layout));
        return pages;
    }

    /** Writes them. */
    void write() {
        pages().forEach((file, text) -> {
            try {
                Files.createDirectories(file.getParent());
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

    /** What is left to whoever calls the roles, clause by clause. */
    private String caller() {
        return "| clause | | what you do |\n|---|---|---|\n" + catalogue.clauses().stream()
                .filter(clause -> !clause.caller().isEmpty())
                .map(clause -> "| %s | %s, %s | %s |\n".formatted(clause.id(), clause.level(),
                        clause.text() + (clause.section().isEmpty() ? "" : ", " + clause.section()), clause.caller()))
                .collect(Collectors.joining());
    }

    private static String cost(Trace trace) {
        Cost cost = Cost.of(trace);
        return "%d | %d | %d".formatted(cost.messages(), cost.roundTrips(), cost.octets());
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

    /** What falls without each clause; of many lines the first ones. */
    private String ablation() {
        return "| clause | comes out otherwise without it | models that change | that do not |\n|---|---|---:|---:|\n"
                + Ablation.read(layout).clauses().stream()
                        .map(it -> "| %s | %s | %d | %d |\n".formatted(it.clause(), otherwise(it), it.changes().size(),
                                it.same().size()))
                        .collect(Collectors.joining());
    }

    private String otherwise(Ablation.OfClause ablated) {
        if (ablated.differences().isEmpty()) {
            return "nothing: " + catalogue.clause(ablated.clause()).orElseThrow().notInSystems();
        }
        List<String> words = ablated.words();
        return String.join("<br>", words.subList(0, Math.min(SHOWN, words.size())))
                + (words.size() > SHOWN ? "<br>and " + (words.size() - SHOWN) + " more" : "");
    }

    private static String number(Long number) {
        return number == null ? "" : "%,d".formatted(number);
    }
}
