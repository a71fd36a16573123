package sfd.simulation;

import java.util.Arrays;

/** A distribution of times, in classes each a tenth wider than the one before. */
public final class Delays {

    private static final int CLASSES = 200;
    private static final double GROWTH = 1.1;

    private final long[] classes = new long[CLASSES];
    private long number;
    private long longest;

    void add(long millis) {
        classes[classOf(millis)]++;
        number++;
        longest = Math.max(longest, millis);
    }

    void add(Delays other) {
        for (int i = 0; i < CLASSES; i++) {
            classes[i] += other.classes[i];
        }
        number += other.number;
        longest = Math.max(longest, other.longest);
    }

    private static int classOf(long millis) {
        return Math.min(CLASSES - 1, (int) (Math.log(Math.max(1, millis)) / Math.log(GROWTH)));
    }

    public long number() {
        return number;
    }

    public long longest() {
        return longest;
    }

    /** @param share 0..1; the time within which so many are, to a tenth */
    public long within(double share) {
        long left = (long) Math.ceil(share * number);
        for (int i = 0; i < CLASSES; i++) {
            left -= classes[i];
            if (left <= 0) {
                return Math.min(longest, Math.round(Math.pow(GROWTH, i + 1)));
            }
        }
        return longest;
    }

    @Override
    public String toString() {
        return number + " up to " + longest + " " + Arrays.hashCode(classes);
    }
}
