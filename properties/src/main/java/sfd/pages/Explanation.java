package sfd.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import sfd.catalogue.Catalogue;
import sfd.catalogue.Citations;
import sfd.catalogue.Clause;
import sfd.catalogue.Column;
import sfd.catalogue.Reading;
import sfd.check.BadInput;
import sfd.check.Outcome;
import sfd.sensitivity.Ablation;

/** What stands behind an id of a clause, a reading, a finding or a mend, or behind a model's name, in plain text. */
public record Explanation(Catalogue catalogue, Citations citations, Findings findings, Mends mends,
        Ablation.Document ablation, Attacks attacks) {

    private static final int WIDTH = 100;
    private static final int NEAREST = 5;

    /** @throws BadInput for an id that nothing has; it names those that are written nearly alike */
    public List<String> lines(String given) {
        String id = given.toUpperCase(Locale.ROOT);
        var lines = new ArrayList<String>();
        catalogue.clause(id).ifPresent(clause -> about(clause, lines));
        catalogue.reading(id).ifPresent(reading -> about(reading, lines));
        findings.findings().stream().filter(it -> it.id().equals(id)).forEach(it -> about(it, lines));
        mends.mends().stream().filter(it -> it.id().equals(id)).forEach(it -> about(it, lines));
        if (attacks.know(given)) {
            verdicts(List.of(given), lines);
        }
        if (lines.isEmpty()) {
            throw new BadInput("nothing has the id " + given + "; the nearest are " + String.join(", ", nearest(id)));
        }
        return lines;
    }

    private void about(Clause clause, List<String> lines) {
        lines.add(clause.id() + ", " + (clause.lowerCase() ? clause.level().toString().toLowerCase(Locale.ROOT)
                + " in lower case" : clause.level()) + (clause.ours() ? ", ours and not the text's" : "") + ", " + clause.text()
                + (clause.section().isEmpty() ? "" : ", section " + clause.section()));
        paragraph(1, clause.rule(), lines);
        if (!clause.qcd06().isEmpty()) {
            titled("draft-nir-ike-qcd-06", lines);
            paragraph(1, clause.qcd06(), lines);
        }
        clause.readings().stream().flatMap(id -> catalogue.reading(id).stream()).forEach(reading -> {
            titled(reading.id(), lines);
            read(reading, lines);
        });
        if (!clause.caller().isEmpty()) {
            titled("what the caller of the roles does", lines);
            paragraph(1, clause.caller(), lines);
        }
        ablation.clauses().stream().filter(it -> it.id().equals(clause.id())).forEach(it -> without(it, clause, lines));
        List<String> without = attacks.without(clause.id());
        if (!without.isEmpty()) {
            titled("models in which somebody does not keep it", lines);
            verdicts(without, lines);
        }
        cited(clause.id(), lines);
        for (Column column : Column.values()) {
            if (!clause.reason(column).isEmpty()) {
                titled("not in " + column.title(), lines);
                paragraph(1, clause.reason(column), lines);
            }
        }
    }

    private static void without(Outcome ablated, Clause clause, List<String> lines) {
        titled("what comes out otherwise in the systems without it", lines);
        ablated.words().forEach(it -> paragraph(1, it, lines));
        if (ablated.differences().isEmpty()) {
            paragraph(1, "Nothing. " + clause.notInSystems(), lines);
        }
    }

    /** Of each model what comes out, and below all the shortest attack. */
    private void verdicts(List<String> models, List<String> lines) {
        for (String model : models) {
            List<String> verdicts = attacks.verdicts(model);
            paragraph(1, verdicts.getFirst(), lines);
            verdicts.subList(1, verdicts.size()).forEach(it -> paragraph(2, it, lines));
        }
        List<String> shortest = attacks.shortest(models);
        if (!shortest.isEmpty()) {
            titled("the shortest attack among them", lines);
            lines.addAll(shortest);
        }
    }

    private void about(Reading reading, List<String> lines) {
        lines.add(reading.id());
        read(reading, lines);
        titled("clauses that it decides", lines);
        catalogue.clauses().stream().filter(clause -> clause.readings().contains(reading.id()))
                .forEach(clause -> paragraph(1, clause.id() + ": " + clause.rule(), lines));
        cited(reading.id(), lines);
    }

    private static void read(Reading reading, List<String> lines) {
        paragraph(1, reading.question(), lines);
        paragraph(2, "Taken: " + reading.decision(), lines);
        paragraph(2, "Why: " + reading.why(), lines);
        if (!reading.policy().isEmpty()) {
            paragraph(2, "Field of the policy: " + reading.policy(), lines);
        }
    }

    private void about(Findings.Situation finding, List<String> lines) {
        lines.add(finding.id() + ", " + finding.situation());
        paragraph(1, finding.statement(), lines);
        titled("clauses and readings", lines);
        paragraph(1, String.join(", ", finding.clauses()), lines);
        titled("models", lines);
        verdicts(finding.models(), lines);
    }

    private void about(Mends.Mend mend, List<String> lines) {
        lines.add(mend.id() + ", " + mend.title());
        paragraph(1, mend.sentence(), lines);
        if (mend.struck() != null) {
            titled("what goes", lines);
            paragraph(1, mend.struck(), lines);
        }
        titled("what it costs", lines);
        paragraph(1, mend.cost(), lines);
        titled("what is not mended by it", lines);
        paragraph(1, mend.remains(), lines);
        titled("findings that it mends", lines);
        paragraph(1, String.join(", ", mend.findings()), lines);
        mend.shown().forEach(it -> {
            titled("without it, and with it", lines);
            Stream.of(it.before(), it.after()).map(attacks::verdicts).forEach(verdicts -> {
                paragraph(1, verdicts.getFirst(), lines);
                verdicts.subList(1, verdicts.size()).forEach(one -> paragraph(2, one, lines));
            });
        });
    }

    /** Where spec and reference cite it, line by line; of tests and traces the number, for they are many. */
    private void cited(String id, List<String> lines) {
        for (Column column : List.of(Column.MODELLED, Column.ENFORCED)) {
            List<String> places = citations.all().stream()
                    .filter(it -> it.id().equals(id) && column.holds(it.file()))
                    .map(it -> it.file() + ":" + it.line()).toList();
            titled("cited in the " + column.title() + (places.isEmpty() ? ": nowhere" : ""), lines);
            places.forEach(place -> paragraph(1, place, lines));
        }
        titled("cited in " + citations.files(id, Column.TESTED).size() + " files of tests and traces", lines);
        List<Findings.Situation> naming = findings.findings().stream().filter(it -> it.clauses().contains(id)).toList();
        titled(naming.isEmpty() ? "no finding names it" : "findings that name it", lines);
        naming.forEach(it -> paragraph(1, it.id() + ", " + it.situation() + ": " + it.statement(), lines));
    }

    private static void titled(String title, List<String> lines) {
        lines.add("");
        lines.add(title);
    }

    /** Words up to the width, and as many levels in. */
    private static void paragraph(int level, String text, List<String> lines) {
        String indent = "    ".repeat(level);
        var line = new StringBuilder(indent);
        for (String word : text.split(" ")) {
            if (line.length() > indent.length() && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(indent);
            }
            line.append(line.length() > indent.length() ? " " : "").append(word);
        }
        lines.add(line.toString());
    }

    private List<String> nearest(String id) {
        return Stream.of(catalogue.ids().stream(), findings.findings().stream().map(Findings.Situation::id),
                        mends.mends().stream().map(Mends.Mend::id), attacks.manifest().names().stream())
                .flatMap(it -> it).sorted(Comparator.<String>comparingInt(it -> distance(id, it.toUpperCase(Locale.ROOT))).thenComparing(it -> it))
                .limit(NEAREST).toList();
    }

    /** How many letters must be put in, taken away or changed to come from one to the other. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
