package sfd.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sfd.bench.Kept;
import sfd.catalogue.Catalogue;
import sfd.check.Assumptions;
import sfd.check.BadInput;
import sfd.check.GeneratedFiles;
import sfd.check.CommittedTraces;
import sfd.check.Described;
import sfd.check.Entry;
import sfd.check.Layout;
import sfd.check.Manifest;
import sfd.check.ModelFiles;
import sfd.check.Outcome;
import sfd.cost.Cost;
import sfd.flood.roles.Results;
import sfd.flood.roles.Tables;
import sfd.matrix.Matrix;
import sfd.sensitivity.Ablation;
import sfd.sensitivity.Occurrences;
import sfd.traces.graph.Trace;

/**
 * The generated parts of pages, each between two marks: {@code <!-- name -->} and {@code <!-- /name -->}, and pictures.
 * They come from {@code spec/findings.json}, the catalogue, the committed traces, and the manifest and
 * {@link Described}, which every run checks.
 */
public final class Documents {

    /** Lines for each clause in the table of what falls without it; all are in ablation.json. */
    private static final int SHOWN = 4;

    private final Layout layout;
    private final Manifest manifest;
    private final Described described;
    private final Catalogue catalogue;
    private final Findings findings;
    private final Assumptions variations;
    private final Assumptions supplies;

    /** @throws BadInput where one of the sources cannot be read */
    public Documents(Layout layout, Manifest manifest, Described described) {
        this.layout = layout;
        this.manifest = manifest;
        this.described = described;
        this.findings = Findings.read(layout);
        this.variations = Assumptions.read(layout);
        this.supplies = Assumptions.supplies(layout);
        this.catalogue = Catalogue.read(layout.root());
    }

    /** Each page with its generated parts made anew, and the pictures. */
    Map<Path, String> pages() {
        Map<Path, String> pages = new LinkedHashMap<>();
        var found = new FindingsPage(manifest, described, catalogue, findings);
        Kept kept = Kept.read(layout.root());
        Matrix matrix = Matrix.of(layout, manifest, Entry::expected);
        pages.put(layout.root().resolve("README.md"), part("README.md", part("README.md",
                page("README.md", "comparison", comparison()), "bench", kept.brief().markdown()), "criteria",
                Criteria.of(layout, matrix).markdown()));
        pages.put(layout.spec().resolve("MATRIX.md"), new MatrixPage(matrix).text());
        pages.put(layout.root().resolve("reference/README.md"), page("reference/README.md", "caller", caller()));
        pages.put(layout.root().resolve("properties/README.md"), part("properties/README.md", part("properties/README.md",
                part("properties/README.md", page("properties/README.md", "bench", kept.markdown()), "spec-mutants", new MutantsPage(layout).ofSpec()),
                "code-mutants", new MutantsPage(layout).ofCode()), "floods", Tables.markdown(Results.read(layout.root()))));
        pages.put(layout.root().resolve("spec/FINDINGS.md"), part("spec/FINDINGS.md",
                page("spec/FINDINGS.md", "foremost", found.foremost()), "findings", found.all()));
        pages.put(layout.root().resolve("spec/MENDED.md"),
                page("spec/MENDED.md", "mends", new MendedPage(manifest, Mends.read(layout)).all()));
        String models = page("spec/models/README.md", "models", models());
        for (Map.Entry<String, String> it : Map.of("ablation", ablation(), "assumptions", assumptions(), "supplies",
                new SuppliesPage(supplies).tables(), "said", said(), "occurs", occurs(), "sampled", new SampledPage(layout).table(), "cutoff", new CutoffPage(layout).tables()).entrySet()) {
            models = part("spec/models/README.md", models, it.getKey(), it.getValue());
        }
        pages.put(layout.root().resolve("spec/models/README.md"), models);
        pages.putAll(ModelFiles.of(layout, manifest));
        pages.putAll(Pictures.of(layout));
        return pages;
    }

    /** Writes them. */
    public void write() {
        GeneratedFiles.write(pages());
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
                .map(model -> "| [%s](%s) | %s<br>*%s*%s | %s | %s | %s |\n".formatted(model.name(),
                        model.config().replaceFirst("^models/", ""), model.says(),
                        World.words(described.get(model.name())), leaning(model),
                        model.expected().entrySet().stream()
                                .map(property -> property.getKey() + ": " + property.getValue())
                                .collect(Collectors.joining("<br>")),
                        number(model.states()), number(model.transitions())))
                .collect(Collectors.joining());
    }

    /** What a model's claims lean on, and what else they stand with. */
    private String leaning(Entry model) {
        var falls = new ArrayList<String>();
        var stands = new ArrayList<String>();
        for (Outcome dropped : Stream.of(variations, supplies).flatMap(it -> it.dropped().stream()).toList()) {
            List<Outcome.Difference> fallen = dropped.differences().stream()
                    .filter(it -> it.model().equals(model.name()) && it.isFall()).toList();
            if (!fallen.isEmpty()) {
                falls.add(dropped.id() + " (" + fallen.stream().map(it -> it.property() + ": " + it.now())
                        .collect(Collectors.joining(", ")) + ")");
            } else if (dropped.changes().contains(model.name())) {
                stands.add(dropped.id());
            }
        }
        return (falls.isEmpty() ? "" : "<br>Leans on " + String.join("; ", falls) + ".")
                + (stands.isEmpty() ? "" : "<br>Stands without " + String.join(", ", stands) + ".");
    }

    /** Each assumption, and how many models' claims lean on it. */
    private String assumptions() {
        var rows = new StringBuilder("| | kind | assumed | models with a claim that falls without it | where nothing falls "
                + "| of no difference | undecided |\n|---|---|---|---:|---:|---:|---:|\n");
        for (Assumptions.Assumption assumption : variations.assumptions()) {
            Outcome dropped = variations.dropped().stream()
                    .filter(it -> it.id().equals(assumption.id())).findFirst().orElseThrow();
            rows.append("| %s | %s | %s | %d | %d | %d | %d |\n".formatted(assumption.id(), assumption.kind(), assumption.words(),
                    dropped.differences().stream().filter(Outcome.Difference::isFall)
                            .map(Outcome.Difference::model).distinct().count(),
                    dropped.changes().size(), dropped.same().size(), dropped.undecided().size()));
        }
        return rows.toString();
    }

    private String said() {
        return table("the attacker says", Occurrences.KEPT.read(layout).messages());
    }

    private String occurs() {
        Occurrences occurrences = Occurrences.KEPT.read(layout);
        return table("effect", occurrences.effects()) + "\n" + table("ignored or logged, since", occurrences.reasons());
    }

    /** In which system models each thing occurs. A hole has its reason. */
    private String table(String what, Map<String, List<String>> found) {
        return "| " + what + " | in |\n|---|---|\n" + found.entrySet().stream()
                .map(it -> "| %s | %s |\n".formatted(it.getKey(), it.getValue().isEmpty()
                        ? "no system: " + Holes.reason(it.getKey()) : first(it.getValue(), ", ", " and ")))
                .collect(Collectors.joining());
    }

    /** Of many the first ones. */
    private static String first(List<String> all, String comma, String and) {
        return String.join(comma, all.subList(0, Math.min(SHOWN, all.size())))
                + (all.size() > SHOWN ? and + (all.size() - SHOWN) + " more" : "");
    }

    /** What falls without each clause; of many lines the first ones. */
    private String ablation() {
        return "| clause | comes out otherwise without it | models that change | that do not |\n|---|---|---:|---:|\n"
                + Ablation.KEPT.read(layout).clauses().stream()
                        .map(it -> "| %s | %s | %d | %d |\n".formatted(it.id(), otherwise(it), it.changes().size(),
                                it.same().size()))
                        .collect(Collectors.joining());
    }

    private String otherwise(Outcome ablated) {
        if (ablated.differences().isEmpty()) {
            return "nothing: " + catalogue.clause(ablated.id()).orElseThrow().notInSystems();
        }
        return first(ablated.words(), "<br>", "<br>and ");
    }

    private static String number(Long number) {
        return number == null ? "" : "%,d".formatted(number);
    }
}
