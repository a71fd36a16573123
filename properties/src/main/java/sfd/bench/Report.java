package sfd.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a run found.
 *
 * @param results in the order of the rows; none of a run that is void
 * @param isVoid the same against itself was not the same often enough: nothing is said
 * @param seconds that the run took
 */
public record Report(Plan plan, List<Result> results, boolean isVoid, double seconds) {

    /** @see #results */
    public Report {
        results = List.copyOf(results);
    }

    /** Nothing that the gate stops. */
    public boolean passes() {
        return results.stream().noneMatch(result -> result.verdict().fails());
    }

    /** The table that people see. */
    public List<List<String>> table() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("path", "anchor", "verdict", "goal", "ratio", "99 % bounds", "spread", "ns", "anchor ns", "octets"));
        for (Result result : results) {
            Row row = result.row();
            String goal = row.goal() == null ? "" : number(row.goal());
            lines.add(result.skipped() != null
                    ? List.of(row.path(), row.anchor(), "skipped: " + result.skipped(), goal, "", "", "", "", "", "")
                    : List.of(row.path(), row.anchor(), result.verdict().words(), goal, number(result.ratio()),
                            number(result.lower()) + ".." + number(result.upper()),
                            "%.1f %%".formatted(100 * result.spread()), "%.1f".formatted(result.nanos()),
                            "%.1f".formatted(result.anchorNanos()), "%.0f".formatted(result.octets())));
        }
        return lines;
    }

    /** Rows with a goal that were not missed: with a fault planted in each there must be none. */
    public List<String> notCaught() {
        return results.stream()
                .filter(result -> result.row().goal() != null && result.skipped() == null)
                .filter(result -> result.verdict() != Result.Verdict.MISSED)
                .map(result -> result.row().id())
                .toList();
    }

    /** One line. */
    public String summary() {
        if (isVoid) {
            return "void: the same against itself was not the same, so nothing here says anything; %.1f s".formatted(seconds);
        }
        return "%d rows, %s; %.1f s".formatted(results.size(), Arrays.stream(Result.Verdict.values())
                .filter(verdict -> results.stream().anyMatch(result -> result.verdict() == verdict))
                .map(verdict -> results.stream().filter(result -> result.verdict() == verdict).count() + " "
                        + verdict.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", ")), seconds);
    }

    /** Three digits that count. */
    static String number(double value) {
        return String.format(Locale.ROOT, value < 0.1 ? "%.4f" : value < 10 ? "%.3f" : "%.1f", value);
    }
}
