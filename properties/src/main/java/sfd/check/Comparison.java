package sfd.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import sfd.traces.graph.Trace;

/** Holds what was found of a model against TLC's own checker and against the manifest. */
final class Comparison {

    private final Examined examined;
    private final Answer answer;
    private final Optional<Trace> along;
    private final String name;
    private final List<String> problems;

    private Comparison(Examined examined, Answer answer, Optional<Trace> along) {
        this.examined = examined;
        this.along = along;
        this.answer = answer;
        this.name = examined.entry().name();
        this.problems = new ArrayList<>(examined.problems());
    }

    /** @param along what happens along a temporal counterexample. @return the same with TLC's own verdicts, where only TLC has them, and with all problems. */
    static Examined of(Examined examined, Answer answer, Configuration configuration, Optional<Trace> along) {
        var comparison = new Comparison(examined, answer, along);
        double seconds = examined.seconds() + answer.seconds();
        if (examined.about().isEmpty()) {
            return examined.with(examined.problems(), seconds);
        }
        if (answer.complaint() != null) {
            comparison.problems.add(comparison.name + ": " + answer.complaint());
        }
        Examined judged = examined.entry().temporal() ? comparison.temporal(configuration) : comparison.confirmed();
        return comparison.asExpected(judged).with(comparison.problems, seconds);
    }

    // A temporal model: what TLC says is what was found.

    private Examined temporal(Configuration configuration) {
        Map<String, Finding> findings = new LinkedHashMap<>();
        configuration.invariants().forEach(it -> findings.put(it, temporal(it, false)));
        configuration.properties().forEach(it -> findings.put(it, temporal(it, true)));
        return new Examined(examined.entry(), examined.about(), examined.modules(), findings,
                answer.holds() ? answer.distinct() : null, null, 0, examined.replay(), problems, 0, false);
    }

    private Finding temporal(String property, boolean temporal) {
        Finding.Kind kind = Finding.Kind.of(property, temporal);
        if (answer.complaint() != null) {
            return Finding.without(kind, Result.ERROR);
        }
        if (answer.holds()) {
            return Finding.holds(kind);
        }
        // TLC stops at the first violation, and of several temporal properties does not say which one it is.
        if (!answer.violated().equals(List.of(property))) {
            return Finding.without(kind, Result.NOT_RUN);
        }
        return along.map(it -> Finding.violated(kind, it, answer.lasso().orElseThrow().back()))
                .orElseGet(() -> Finding.without(kind, Result.VIOLATED));
    }

    // Any other model: TLC's own run must have seen what the walk has seen.

    private Examined confirmed() {
        if (answer.complaint() == null && answer.holds()) {
            confirmTotals();
        } else if (answer.complaint() == null) {
            confirmViolation();
        }
        return examined;
    }

    private void confirmTotals() {
        examined.findings().forEach((property, finding) -> {
            if (finding.result() == Result.VIOLATED) {
                problems.add("%s: the walk finds %s violated, TLC's own checker finds that all holds".formatted(name, property));
            }
        });
        long generated = examined.transitions() + examined.initial();
        if (answer.distinct() != examined.states() || answer.generated() != generated) {
            problems.add("%s: the walk has %,d states and %,d generated, TLC's own checker %,d and %,d".formatted(
                    name, examined.states(), generated, answer.distinct(), answer.generated()));
        }
    }

    private void confirmViolation() {
        String property = answer.violated().getFirst();
        Finding finding = examined.finding(property);
        if (finding.result() != Result.VIOLATED || finding.steps() != answer.length() - 1) {
            problems.add("%s: TLC's own checker finds %s violated in %d steps, the walk says: %s".formatted(
                    name, property, answer.length() - 1, finding));
        }
    }

    // The manifest.

    private Examined asExpected(Examined judged) {
        Entry entry = judged.entry();
        var unlisted = new TreeSet<>(judged.findings().keySet());
        unlisted.removeAll(entry.expected().keySet());
        unlisted.forEach(property -> problems.add(
                "%s: %s stands in the configuration, but the manifest expects nothing of it".formatted(name, property)));
        entry.expected().forEach((property, expectation) -> {
            if (!judged.findings().containsKey(property)) {
                problems.add("%s: the manifest expects something of %s, which the configuration does not name"
                        .formatted(name, property));
            }
        });
        count("states", entry.states(), judged.states());
        count("transitions", entry.transitions(), judged.transitions());
        return judged;
    }

    private void count(String what, Long expected, Long actual) {
        if (!Objects.equals(expected, actual)) {
            problems.add("%s: %s %s, expected %s".formatted(name, shown(actual), what, shown(expected)));
        }
    }

    private static String shown(Long count) {
        return count == null ? "an unknown number of" : "%,d".formatted(count);
    }
}
