package sfd.pages;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sfd.catalogue.Catalogue;
import sfd.check.BadInput;
import sfd.check.CommittedTraces;
import sfd.check.Described;
import sfd.check.Entry;
import sfd.check.Manifest;

/** The generated parts of {@code spec/FINDINGS.md}: the ten that matter most, then all of them. Words come before names. */
record FindingsPage(Manifest manifest, Described described, Catalogue catalogue, Findings findings) {

    /** A numbered list: who can do what, which sentences it is about, what it takes. */
    String foremost() {
        return findings.foremost().stream().map(it -> "1. %s<br>*It takes:* %s<br>[%s](#%s): %s.\n".formatted(linked(it.says()),
                        linked(it.takes()), it.finding(), findings.get(it.finding()).anchor(), sections(findings.get(it.finding()))))
                .collect(Collectors.joining());
    }

    /** The sections that a finding leans on, text by text: "RFC 6290 3, 9.2". */
    private static String sections(Findings.Situation finding) {
        return finding.places().stream().map(Findings.Place::text).distinct()
                .map(text -> text + " " + finding.places().stream().filter(place -> place.text().equals(text))
                        .map(Findings.Place::section).distinct().collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
    }

    /** With a link wherever another finding is named. */
    private static String linked(String sentences) {
        return sentences.replaceAll("\\bF([0-9]+)\\b", "[F$1](#f$1)");
    }

    /** A table of all, then a chapter for each. */
    String all() {
        return index() + findings.findings().stream().map(this::chapter).collect(Collectors.joining("\n"));
    }

    private String index() {
        return "| | situation | models |\n|---|---|---|\n" + findings.findings().stream()
                .map(finding -> "| [%s](#%s) | %s | %s |\n".formatted(finding.id(), finding.anchor(), finding.situation(),
                        inShort(finding)))
                .collect(Collectors.joining()) + "\n";
    }

    private String inShort(Findings.Situation finding) {
        if (finding.simulated() != null) {
            return "**fails** in the simulation";
        }
        long all = models(finding).count();
        long failing = models(finding).filter(model -> !Claims.violated(model).isEmpty()).count();
        return failing == 0 ? "all hold" : "**%d** of %d %s".formatted(failing, all, failing == 1 ? "fails" : "fail");
    }

    private Stream<Entry> models(Findings.Situation finding) {
        return finding.models().stream().map(manifest::get);
    }

    private String chapter(Findings.Situation finding) {
        return ("<a id=\"%s\"></a>\n### %s. %s\n\n%s\n\n%sWhat the texts say there:\n\n%s\n%s\n%s")
                .formatted(finding.anchor(), finding.id(), finding.situation(), linked(finding.statement()), picture(finding),
                        places(finding), clauses(finding), shown(finding));
    }

    private String shown(Findings.Situation finding) {
        return finding.simulated() == null
                ? "| model and its world | holds | fails |\n|---|---|---|\n" + models(finding).map(this::row).collect(Collectors.joining())
                : "In no model: the [simulated network](../properties/README.md#a-simulated-network) comes to it by chance, and its tests "
                        + "where %s.\n\n".formatted(finding.simulated());
    }

    private static String picture(Findings.Situation finding) {
        return Pictures.of(finding.id()).map(it -> "![%s. %s](pictures/%s)\n\n".formatted(it.title(), it.ending(), it.file())).orElse("");
    }

    private static String places(Findings.Situation finding) {
        return finding.places().stream().map(place -> "- %s, %s: %s\n".formatted(place.text(), place.section(), place.says()))
                .collect(Collectors.joining());
    }

    /** The clauses by their ids, and each reading with what it decides. */
    private String clauses(Findings.Situation finding) {
        List<String> clauses = finding.clauses().stream().filter(id -> catalogue.clause(id).isPresent()).toList();
        String line = clauses.isEmpty() ? "" : "In the [catalogue](clauses.json): " + String.join(", ", clauses) + ".\n";
        return line + finding.clauses().stream().filter(id -> !clauses.contains(id))
                .map(id -> "%s, our reading: %s\n".formatted(id, catalogue.reading(id)
                        .orElseThrow(() -> new BadInput("spec/findings.json names " + id + ", which spec/clauses.json has not"))
                        .decision()))
                .collect(Collectors.joining());
    }

    private String row(Entry model) {
        return "| %s<br>*%s*<br>`%s` | %s | %s |\n".formatted(model.says(), World.words(described.get(model.name())), model.name(),
                Claims.holding(model).stream().map(Claims::holds).collect(Collectors.joining("<br>")),
                Claims.violated(model).stream().map(property -> violation(model, property))
                        .collect(Collectors.joining("<br>")));
    }

    /** The attack behind it is linked where there is one of known length. */
    private static String violation(Entry model, String property) {
        String trace = CommittedTraces.names(model).get(property);
        String words = Claims.failure(model, property);
        return trace == null ? words : "[" + words + "](../traces/itf/" + trace + ")";
    }
}
