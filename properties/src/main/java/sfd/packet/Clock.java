package sfd.packet;

import java.util.OptionalLong;

/**
 * How many ticks have passed. The first time given starts the first tick.
 *
 * @param tick length of a tick in nanoseconds, 1 or more
 * @param start first time given, in nanoseconds
 * @param now last time given
 */
record Clock(long tick, OptionalLong start, OptionalLong now) {

    static Clock before(long tick) {
        return new Clock(tick, OptionalLong.empty(), OptionalLong.empty());
    }

    /** At {@code time}, which is not before {@link #now}. */
    Clock at(long time) {
        return new Clock(tick, OptionalLong.of(start.orElse(time)), OptionalLong.of(time));
    }

    /** Whole ticks since the start. */
    long ticks() {
        return now.isPresent() ? (now.getAsLong() - start.getAsLong()) / tick : 0;
    }
}
