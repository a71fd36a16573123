package sfd.bench;

import java.util.List;

/**
 * What all JVMs together say of one row.
 *
 * @param ratio median over all rounds of all JVMs
 * @param lower bound of the ratio: the least of what the JVMs say for themselves, each wrong at one in a hundred
 * @param upper the greatest
 * @param spread distance of the quartiles over all rounds, as a part of the median
 * @param nanos CPU time of one operation, the median of the JVMs; to look at, never to judge by
 * @param octets allocated for one operation, the median of the JVMs
 * @param skipped why it was not measured, or null
 */
record Result(Row row, Verdict verdict, double ratio, double lower, double upper, double spread, double nanos,
        double anchorNanos, double octets, String skipped) {

    /** What came out for a row. */
    enum Verdict {
        /** The ratio reaches its goal. */
        MET("met"),
        /** The ratio is above its goal, but within what chance can do. */
        OPEN("not told apart"),
        /** Even the lower bound is above the goal. */
        MISSED("MISSED"),
        /** It allocates more than it may. */
        ALLOCATES("ALLOCATES"),
        /** The ratios differ too much to say anything. */
        REJECTED("rejected: spread"),
        /** It could not be measured here. */
        SKIPPED("skipped"),
        /** It has no goal. */
        SHOWN("");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        /** What the gate stops. */
        boolean fails() {
            return this == MISSED || this == ALLOCATES;
        }
    }

    private static final double GREATEST_SPREAD = 0.20;
    /** Octets that the JVM itself may have allocated meanwhile. */
    private static final double OCTETS_TOLERANCE = 0.5;

    static Result of(Row row, List<Reading> readings) {
        if (readings.stream().anyMatch(reading -> reading.skipped() != null)) {
            return new Result(row, Verdict.SKIPPED, 0, 0, 0, 0, 0, 0, 0, readings.getFirst().skipped());
        }
        List<Double> all = readings.stream().flatMap(reading -> reading.ratios().stream()).toList();
        double ratio = Statistics.median(all);
        double lower = readings.stream().mapToDouble(reading -> Statistics.lowerBound(reading.ratios())).min().orElseThrow();
        double upper = readings.stream().mapToDouble(reading -> Statistics.upperBound(reading.ratios())).max().orElseThrow();
        double octets = Statistics.median(readings.stream().map(Reading::octets).toList());
        double spread = Statistics.spread(all);
        return new Result(row, verdict(row, ratio, lower, upper, spread, octets), ratio, lower, upper, spread,
                Statistics.median(readings.stream().map(Reading::nanos).toList()),
                Statistics.median(readings.stream().map(Reading::anchorNanos).toList()), octets, null);
    }

    private static Verdict verdict(Row row, double ratio, double lower, double upper, double spread, double octets) {
        if (row.octets() != null && octets > row.octets() + OCTETS_TOLERANCE) {
            return Verdict.ALLOCATES;
        }
        if (row.goal() == null) {
            return Verdict.SHOWN;
        }
        if (spread > GREATEST_SPREAD) {
            return Verdict.REJECTED;
        }
        if (lower > row.goal() || row.even() && upper < 1 / row.goal()) {
            return Verdict.MISSED;
        }
        return ratio > row.goal() || row.even() && ratio < 1 / row.goal() ? Verdict.OPEN : Verdict.MET;
    }
}
