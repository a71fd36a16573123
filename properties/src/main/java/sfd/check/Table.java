package sfd.check;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import sfd.lockstep.Replay;
import sfd.lockstep.Speed;

/** What people see at the end of a run. */
public final class Table {

    private static final String GAP = "  ";

    private Table() {
    }

    public static void print(List<Examined> all, Totals totals, PrintStream out) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("model", "property", "result", "expected", "states", "transitions", "seconds"));
        for (Examined examined : all) {
            boolean first = true;
            for (String property : examined.entry().expected().keySet()) {
                rows.add(row(examined, property, first));
                first = false;
            }
        }
        columns(rows, 4, out);
        out.println();
        List<List<String>> replays = new ArrayList<>();
        replays.add(List.of("lockstep", "kind", "replayed", "state-event pairs", "Java states", "Java transitions", "mismatches"));
        all.forEach(examined -> examined.replay().ifPresent(replay -> replays.add(row(examined, replay))));
        if (replays.size() > 1) {
            columns(replays, 2, out);
            speed("first passes", Totals.cold(all), out);
            speed("further passes", Totals.warm(all), out);
            out.println();
        }
        String kept = totals.kept() == 0 ? "" : ", %d of them kept from earlier runs".formatted(totals.kept());
        out.printf("%d models%s, %d properties, %d as expected; %,d states, %,d transitions; %,d replayed, %,d mismatches; "
                + "%d problems; %.1f s%n", totals.models(), kept, totals.properties(), totals.asExpected(),
                totals.states(), totals.transitions(), totals.transitionsReplayed(), totals.mismatches(), totals.problems(), totals.seconds());
    }

    private static List<String> row(Examined examined, String property, boolean first) {
        Finding finding = examined.finding(property);
        Expectation expectation = examined.entry().expected().get(property);
        return List.of(first ? examined.entry().name() : "", property, finding.toString(),
                expectation.isMetBy(finding) ? "as expected" : "NOT " + expectation,
                first ? count(examined.states()) : "", first ? count(examined.transitions()) : "",
                first ? (examined.kept() ? "kept" : "%.1f".formatted(examined.seconds())) : "");
    }

    private static List<String> row(Examined examined, Replay replay) {
        return List.of(examined.entry().name(), replay.kind().name().toLowerCase(Locale.ROOT),
                "%,d".formatted(replay.specToJava()), "%,d".formatted(replay.roleStateEventPairs()),
                replay.javaStates() == null ? "-" : "%,d".formatted(replay.javaStates()),
                count(replay.javaTransitions()), "%,d".formatted(replay.mismatches()));
    }

    private static void speed(String passes, Speed speed, PrintStream out) {
        if (speed.replays() > 0) {
            out.printf("%s: %,d replays in %.2f s, %,d per second on one thread%n", passes, speed.replays(),
                    speed.nanos() / 1e9, speed.perSecond());
        }
    }

    private static String count(Long count) {
        return count == null ? "-" : "%,d".formatted(count);
    }

    /** Columns of equal width, numbers from {@code numbers} on at the right. */
    public static void columns(List<List<String>> rows, int numbers, PrintStream out) {
        int[] widths = IntStream.range(0, rows.getFirst().size())
                .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0)).toArray();
        for (List<String> row : rows) {
            out.println(IntStream.range(0, row.size())
                    .mapToObj(column -> ("%" + (column < numbers ? "-" : "") + Math.max(1, widths[column]) + "s")
                            .formatted(row.get(column)))
                    .collect(Collectors.joining(GAP)).stripTrailing());
        }
    }
}
