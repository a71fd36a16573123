package sfd.simulation;

/**
 * Numbers that look random and follow from a seed and a place: what one thing draws does not depend on how often others drew, so
 * that a script with something left out stays as like the whole one as it can.
 */
final class Mix {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Mix() {
    }

    /** The finaliser of SplitMix64 over both. */
    static long of(long seed, long place) {
        long z = seed + (place + 1) * GOLDEN;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    /** One of {@code 0..bound-1}. */
    static int below(int bound, long seed, long place) {
        return (int) Long.remainderUnsigned(of(seed, place), bound);
    }
}
