package sfd.bench;

/**
 * How long to measure.
 *
 * @param jvms fresh JVMs, one after the other
 * @param warmUp of each body before its first round, in milliseconds
 * @param rounds ratios taken in each JVM
 * @param slices of each body in a round
 */
public record Plan(int jvms, int warmUp, int rounds, int slices) {

    public static final Plan QUICK = new Plan(3, 150, 11, 13);
    public static final Plan DEFAULT = new Plan(4, 400, 25, 16);

    /** One slice of one body, in nanoseconds. */
    static final long SLICE = 1_000_000;
}
