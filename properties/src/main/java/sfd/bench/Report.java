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

    /** The table that people see; {@code kept} are the results of the last run that was kept. */
    public List<List<String>> table(List<Result> kept) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("row", "path", "anchor", "verdict", "goal", "ratio", "99 % bounds", "stops above", "JVMs", "kept",
                "spread", "ns", "anchor ns", "octets"));
        for (Result result : results) {
            Row row = result.row();
            String goal = row.goal() == null ? "" : Numbers.ratio(row.goal());
            String before = kept.stream().filter(it -> it.row().id().equals(row.id()) && it.skipped() == null)
                    .map(it -> Numbers.ratio(it.ratio())).findFirst().orElse("");
            lines.add(result.skipped() != null
                    ? List.of(row.id(), row.path(), row.anchor(), "skipped: " + result.skipped(), goal, "", "", "", "",
                            before, "", "", "", "")
                    : List.of(row.id(), row.path(), row.anchor(), result.verdict().words(), goal, Numbers.ratio(result.ratio()),
                            Numbers.ratio(result.lower()) + ".." + Numbers.ratio(result.upper()),
                            result.told() == null ? "" : Numbers.ratio(result.told()), String.valueOf(result.jvms()), before,
                            Numbers.percent(result.spread()), Numbers.tenths(result.nanos()),
                            Numbers.tenths(result.anchorNanos()), Numbers.whole(result.octets())));
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
}
