package sfd.bench;

import java.util.List;

/**
 * How near a ratio may come to another one and be told from it, in this run.
 *
 * @param same how far from 1 the bounds of the same against itself lie, in the JVM where they lie farthest
 * @param cycle of the processor, in nanoseconds: the least that a JVM saw
 */
record Noise(double same, double cycle) {

    /**
     * JVMs that must all say so before a row is missed. Each compiles and lays out anew, so a row that is at its goal
     * comes out above it in every second JVM: in seven of seven only at a risk of one in a hundred.
     */
    static final int JVMS = 7;

    /** How code lies in memory, and what a neighbour on the same core leaves free, may cost a short operation so much. */
    private static final int CYCLES = 2;

    /** Of what the JVMs say of the same against itself. */
    static Noise of(List<Reading> same) {
        return new Noise(
                same.stream().map(Reading::ratios)
                        .mapToDouble(it -> Math.max(Statistics.upperBound(it) - 1, 1 - Statistics.lowerBound(it)))
                        .max().orElse(0),
                same.stream().mapToDouble(Reading::cycle).min().orElse(0));
    }

    /** The greatest ratio that cannot be told from {@code held}, where the anchor takes so long. */
    double above(double held, double anchorNanos) {
        return held * (1 + same) + CYCLES * cycle / anchorNanos;
    }
}
