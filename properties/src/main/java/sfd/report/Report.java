package sfd.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import sfd.catalogue.Catalogue;
import sfd.catalogue.Citations;
import sfd.catalogue.Clause;
import sfd.catalogue.Column;
import sfd.check.BadInput;
import sfd.check.DataFile;
import sfd.check.Described;
import sfd.check.Layout;
import sfd.check.Manifest;
import sfd.check.Outcome;
import sfd.check.Verdicts;
import sfd.draw.Svg;
import sfd.matrix.Matrix;
import sfd.pages.Findings;
import sfd.sensitivity.Ablation;

/** {@code target/check/report.html}: one file, for people, from the verdicts of a run and the catalogues. */
public final class Report {

    /** @param models that show it */
    record Found(String id, String anchor, String situation, String statement, List<Place> places, List<String> clauses,
            List<Shown> models) {
    }

    record Place(String where, String says) {
    }

    /** @param rank from 1 on */
    record Top(int rank, String id, String anchor, String says, String takes, String link) {
    }

    /** The foremost finding on one proposal that can be drawn as an end of a served SA. @param world what surrounds the roles there */
    record Drawn(String proposal, String says, String takes, String id, String anchor, Shown.Claim claim, String model,
            String world) {
    }

    record Ruled(String id, String where, String rule, List<String> falls, String more, String cited, String inFindings) {
    }

    private final Layout layout;
    private final Manifest manifest;

    public Report(Layout layout, Manifest manifest) {
        this.layout = layout;
        this.manifest = manifest;
    }

    public static Path file(Layout layout) {
        return layout.results().resolve("report.html");
    }

    /** @throws BadInput where there are no verdicts to write of */
    public Path write() {
        try {
            return Files.writeString(file(layout), html());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String html() throws IOException {
        Path verdictsFile = Verdicts.file(layout);
        if (!Files.isRegularFile(verdictsFile)) {
            throw new BadInput("no " + layout.root().relativize(verdictsFile) + ": run the check first");
        }
        JsonNode verdicts = new DataFile(layout.root(), layout.root().relativize(verdictsFile).toString()).tree(layout.schema("verdicts"));
        List<Shown> models = new Models(layout, manifest, Described.read(layout)).of(verdicts);
        Map<String, Shown> byName = models.stream().collect(Collectors.toMap(Shown::name, it -> it));
        Findings findings = Findings.read(layout);
        Catalogue catalogue = Catalogue.read(layout.root());
        List<Found> found = findings.findings().stream().map(it -> found(it, byName)).toList();
        var page = new LinkedHashMap<String, Object>();
        page.put("style", resource("report.css"));
        page.put("chartStyle", Svg.style());
        page.put("script", resource("report.js"));
        page.put("totals", totals(verdicts.get("totals")));
        page.put("drawn", Stream.of("SIR", "QCD").flatMap(it -> drawn(it, findings, found).stream()).toList());
        Matrix matrix = Matrix.of(layout, manifest, it -> Models.found(verdicts, it));
        page.put("counts", matrix.counts().entrySet().stream().map(it -> Map.of("kind", it.getKey(), "cells", "%,d".formatted(it.getValue()))).toList());
        page.put("cells", "%,d".formatted(matrix.cells().size()));
        page.put("attackers", matrix.situations().attackers().stream().map(it -> it.words()).collect(Collectors.joining("; ")));
        page.put("tables", Table.of(matrix, models));
        page.put("tops", tops(findings, found));
        page.put("found", found);
        page.put("groups", groups(models));
        page.put("clauses", clauses(catalogue, findings));
        page.put("replays", replays(verdicts.get("replays")));
        page.put("problems", verdicts.get("problems").valueStream().map(JsonNode::asText).toList());
        return Mustache.compiler().defaultValue("").emptyStringIsFalse(true).compile(resource("report.html")).execute(page);
    }

    private static Map<String, String> totals(JsonNode totals) {
        var numbers = new LinkedHashMap<String, String>();
        totals.properties().forEach(it -> numbers.put(it.getKey(), it.getValue().isIntegralNumber()
                ? "%,d".formatted(it.getValue().asLong()) : it.getValue().asText()));
        return numbers;
    }

    private static Found found(Findings.Situation it, Map<String, Shown> byName) {
        return new Found(it.id(), "finding-" + it.id(), it.situation(), it.statement(),
                it.places().stream().map(place -> new Place(place.text() + ", " + place.section(), place.says())).toList(),
                it.clauses(), it.models().stream().map(byName::get).filter(model -> model != null).toList());
    }

    private static String shortest(Found found) {
        String link = found.anchor();
        int least = Integer.MAX_VALUE;
        for (Shown model : found.models()) {
            for (Shown.Claim claim : model.claims()) {
                if (claim.attack() != null && (claim.steps() == null ? Integer.MAX_VALUE - 1 : claim.steps()) < least) {
                    least = claim.steps() == null ? Integer.MAX_VALUE - 1 : claim.steps();
                    link = "attack-" + model.name() + "-" + claim.property();
                }
            }
        }
        return link;
    }

    private static List<Top> tops(Findings findings, List<Found> found) {
        Map<String, Found> byId = found.stream().collect(Collectors.toMap(Found::id, it -> it));
        return IntStream.range(0, findings.foremost().size()).mapToObj(i -> {
            Findings.Foremost it = findings.foremost().get(i);
            return new Top(i + 1, it.finding(), byId.get(it.finding()).anchor(), it.says(), it.takes(), shortest(byId.get(it.finding())));
        }).toList();
    }

    /** The first of the foremost findings about a proposal that has an undue end to be drawn. */
    private static List<Drawn> drawn(String proposal, Findings findings, List<Found> found) {
        for (Findings.Foremost it : findings.foremost()) {
            if (!it.says().startsWith(proposal + ":")) {
                continue;
            }
            Found its = found.stream().filter(finding -> finding.id().equals(it.finding())).findFirst().orElseThrow();
            for (Shown model : its.models()) {
                for (Shown.Claim claim : model.claims()) {
                    if (claim.attack() != null && claim.property().equals("SoundUnservedProp")) {
                        return List.of(new Drawn(proposal, Models.capital(it.says().substring(proposal.length() + 2)), it.takes(), it.finding(),
                                its.anchor(), claim, model.name(), model.world()));
                    }
                }
            }
        }
        return List.of();
    }

    /** Models by protocol, deployment and attacker, then the roles. */
    private static List<Map<String, Object>> groups(List<Shown> models) {
        Map<String, List<Shown>> groups = new TreeMap<>();
        models.forEach(it -> groups.computeIfAbsent(it.cell(), cell -> new ArrayList<>()).add(it));
        return groups.entrySet().stream().map(it -> Map.<String, Object>of("id", it.getKey().isEmpty() ? "cell-roles" : it.getKey(),
                "title", it.getKey().isEmpty() ? "roles by themselves" : title(it.getKey()), "models", it.getValue())).toList();
    }

    private static String title(String cell) {
        return cell.replaceFirst("cell-(\\w+)-(.*?)-(none|off-path|on-path|in-the-middle)$", "$1; $2; attacker: $3")
                .replace("qcd;", "QCD;").replace("sir;", "SIR;").replace('-', ' ');
    }

    private List<Ruled> clauses(Catalogue catalogue, Findings findings) throws IOException {
        Map<String, Outcome> without = Ablation.KEPT.read(layout).clauses().stream().collect(Collectors.toMap(Outcome::id, it -> it));
        Citations citations = Citations.scan(layout.root());
        return catalogue.clauses().stream().map(it -> ruled(it, without.get(it.id()), citations, findings)).toList();
    }

    private static Ruled ruled(Clause clause, Outcome without, Citations citations, Findings findings) {
        List<String> falls = without == null ? List.of() : without.words();
        String more = without == null ? "It has no switch, or no system in which it could matter."
                : falls.isEmpty() ? "In the systems tried, of some thousand transitions each, nothing comes out otherwise without it. " + clause.notInSystems() : "";
        return new Ruled(clause.id(), clause.level() + ", " + clause.text() + (clause.section().isEmpty() ? "" : ", " + clause.section()),
                clause.rule(), falls, more, Arrays.stream(Column.values())
                        .map(column -> column.title() + " " + citations.files(clause.id(), column).size()).collect(Collectors.joining(", ")),
                findings.findings().stream().filter(it -> it.clauses().contains(clause.id())).map(Findings.Situation::id)
                        .collect(Collectors.joining(", ")));
    }

    private static List<Map<String, String>> replays(JsonNode replays) {
        return replays.valueStream().map(Report::totals).toList();
    }

    private static String resource(String name) {
        try (InputStream in = Report.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
