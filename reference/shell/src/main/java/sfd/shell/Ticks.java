package sfd.shell;

import java.util.function.LongSupplier;

/** From a monotonic clock to ticks. */
final class Ticks {

    private final LongSupplier nanos;
    private final long length;
    private final long start;
    private long told;

    /**
     * @param nanos a clock that never goes back, in nanoseconds from any moment on
     * @param length of a tick in nanoseconds, above 0
     */
    Ticks(LongSupplier nanos, long length) {
        this.nanos = nanos;
        this.length = length;
        this.start = nanos.getAsLong();
    }

    /**
     * Ticks that have passed and were not told yet. Who was held up is told all of them, for an interval that is over is over
     * however late that is noticed.
     */
    long passed() {
        long all = (nanos.getAsLong() - start) / length;
        long passed = all - told;
        told = all;
        return passed;
    }

    /** Milliseconds until the next tick, rounded up: at least 1. */
    long millisToNext() {
        long left = start + (told + 1) * length - nanos.getAsLong();
        return Math.max(1, (left + 999_999) / 1_000_000);
    }
}
