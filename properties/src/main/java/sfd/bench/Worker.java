package sfd.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A fresh JVM: measures rows one after the other and prints a reading of each, as a line of JSON. */
final class Worker {

    /** How much slower than its goal a planted fault makes a candidate. */
    private static final double PLANTED = 1.5;
    /** Rounds that tell how fast it is without. */
    private static final int PROBE = 5;

    private static final int SAME_ROUNDS = 3;

    private Worker() {
    }

    /**
     * Root of the project, milliseconds of warm-up, rounds, slices, {@code planted} or {@code as-is}, the ids of the rows
     * to measure with commas between, and the ids of all rows of the run.
     */
    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments[0]);
        var plan = new Plan(1, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
        boolean planted = arguments[4].equals("planted");
        List<String> measured = List.of(arguments[5].split(","));
        List<String> ids = List.of(arguments).subList(6, arguments.length);
        Map<Need, String> missing = RulersLibrary.load(root);
        var bodies = new Bodies();
        var json = new ObjectMapper();
        List<Row> rows = Rows.read(root).stream().filter(row -> ids.contains(row.id())).toList();
        // Once through all, so that each row is measured with the JVM having seen the others: no row is the first, and
        // one measured again is measured as it was before.
        for (Row row : rows) {
            if (missing(row, missing) == null) {
                Contest.of(bodies.of(row.id()), new Plan(1, plan.warmUp() / 2, 1, 1));
            }
        }
        for (Row row : rows) {
            if (!measured.contains(row.id())) {
                continue;
            }
            String why = missing(row, missing);
            System.out.println(json.writeValueAsString(why != null
                    ? Reading.skipped(row.id(), why)
                    : Reading.of(row.id(), measure(bodies, row, plan, planted), Cycle.nanos())));
        }
    }

    /** Why a row cannot be measured here, or null. */
    private static String missing(Row row, Map<Need, String> missing) {
        return row.needs() == null ? null : missing.get(row.needs());
    }

    private static Contest.Outcome measure(Bodies bodies, Row row, Plan plan, boolean planted) {
        Pair pair = bodies.of(row.id());
        if (row.id().equals(Row.SAME)) {
            // The row that decides whether this JVM counts is measured longer than those that it decides about.
            return Contest.of(pair, new Plan(1, plan.warmUp(), SAME_ROUNDS * plan.rounds(), plan.slices()));
        }
        if (!planted || row.goal() == null) {
            return Contest.of(pair, plan);
        }
        Contest.Outcome asItIs = Contest.of(pair, new Plan(1, plan.warmUp(), PROBE, plan.slices()));
        return Contest.of(pair.slowed(PLANTED * row.held() / Statistics.median(asItIs.ratios())), plan);
    }
}
