package sfd.bench;

import java.util.List;

/**
 * What all JVMs together say of one row.
 *
 * @param ratio median over all rounds of all JVMs
 * @param lower bound of the ratio: the least of what the JVMs say for themselves, each wrong at one in a hundred
 * @param upper the greatest
 * @param spread distance of the quartiles over the rounds of a JVM, as a part of their median; the median of the JVMs.
 *     How far the JVMs are apart shows in the bounds
 * @param nanos CPU time of one operation, the median of the JVMs; to look at, never to judge by
 * @param octets allocated for one operation, the least of the JVMs: each leaves out another part of what the code asks for
 * @param told the greatest ratio that this run cannot tell from what is held, or null without a goal
 * @param jvms how many measured it
 * @param skipped why it was not measured, or null
 */
public record Result(Row row, Verdict verdict, double ratio, double lower, double upper, double spread, double nanos,
        double anchorNanos, double octets, Double told, int jvms, String skipped) {

    /** What came out for a row. */
    public enum Verdict {
        /** The ratio reaches its goal. */
        MET("met"),
        /** The ratio is above its goal, but within what chance can do. */
        OPEN("not told apart"),
        /** Even the lower bound is above the goal, but not above the limit that is held instead. */
        SHORT("falls short"),
        /** It would be missed, or allocate too much, but not so far, or not in so many JVMs, that it is no noise. */
        NOISE("not told from noise"),
        /** In {@link Noise#JVMS} JVMs even the lower bound is above what is held, and farther than the noise reaches. */
        MISSED("MISSED"),
        /** In each of {@link Noise#JVMS} JVMs it allocates more than it may. */
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

    static Result of(Row row, List<Reading> readings, Noise noise) {
        if (readings.stream().anyMatch(reading -> reading.skipped() != null)) {
            return new Result(row, Verdict.SKIPPED, 0, 0, 0, 0, 0, 0, 0, null, 0, readings.getFirst().skipped());
        }
        List<Double> all = readings.stream().flatMap(reading -> reading.ratios().stream()).toList();
        double ratio = Statistics.median(all);
        double lower = readings.stream().mapToDouble(reading -> Statistics.lowerBound(reading.ratios())).min().orElseThrow();
        double upper = readings.stream().mapToDouble(reading -> Statistics.upperBound(reading.ratios())).max().orElseThrow();
        double octets = readings.stream().mapToDouble(Reading::octets).min().orElseThrow();
        double spread = Statistics.median(readings.stream().map(reading -> Statistics.spread(reading.ratios())).toList());
        double anchorNanos = Statistics.median(readings.stream().map(Reading::anchorNanos).toList());
        Double told = row.goal() == null ? null : noise.above(row.held(), anchorNanos);
        var result = new Result(row, null, ratio, lower, upper, spread,
                Statistics.median(readings.stream().map(Reading::nanos).toList()), anchorNanos, octets, told, readings.size(), null);
        return result.with(result.judged());
    }

    /** It would be missed if more JVMs said the same. */
    boolean needsMore() {
        return jvms < Noise.JVMS && (told != null && beyond(told) || allocates());
    }

    private boolean allocates() {
        return row.octets() != null && octets > row.octets() + OCTETS_TOLERANCE;
    }

    /** The whole of the bounds is above a ratio, or below its inverse where the ratio must not be below that either. */
    private boolean beyond(double held) {
        return lower > held || row.even() && upper < 1 / held;
    }

    private Verdict judged() {
        if (told != null && beyond(told) && jvms >= Noise.JVMS) {
            return Verdict.MISSED;
        }
        if (allocates() && jvms >= Noise.JVMS) {
            return Verdict.ALLOCATES;
        }
        if (row.goal() == null) {
            return Verdict.SHOWN;
        }
        if (spread > GREATEST_SPREAD) {
            return Verdict.REJECTED;
        }
        if (allocates() || beyond(row.held())) {
            return Verdict.NOISE;
        }
        if (beyond(row.goal())) {
            return Verdict.SHORT;
        }
        return ratio > row.goal() || row.even() && ratio < 1 / row.goal() ? Verdict.OPEN : Verdict.MET;
    }

    private Result with(Verdict judged) {
        return new Result(row, judged, ratio, lower, upper, spread, nanos, anchorNanos, octets, told, jvms, skipped);
    }
}
