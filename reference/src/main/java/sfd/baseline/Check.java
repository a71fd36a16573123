package sfd.baseline;

import sfd.sa.Policy;

/**
 * A liveness check under way.
 *
 * @param sent transmissions so far, 1 or more; counted up to the tries of the policy
 * @param age ticks since the last one
 */
public record Check(int sent, long age) {

    /** Just begun: its first request goes out now. */
    static final Check BEGUN = new Check(1, 0);

    private static final int PERCENT = 100;

    /**
     * BASE-2.4-6: the interval after the n-th transmission, in ticks: each longer than the one before, rounded up, until
     * the longest is reached.
     */
    private long interval(Policy policy) {
        long interval = policy.interval();
        for (int n = 1; n < sent && interval < policy.longest() && policy.growth() > PERCENT; n++) {
            interval = Math.min(policy.longest(), (interval * policy.growth() + PERCENT - 1) / PERCENT);
        }
        return interval;
    }

    /** True if with one more tick the wait for an answer to the last transmission is over. */
    boolean lapses(Policy policy) {
        return age >= interval(policy) - 1;
    }

    /** True if no transmission is left (BASE-2.4-2). */
    boolean isUsedUp(Policy policy) {
        return sent >= policy.tries();
    }

    /** Sent once more; who never gives up goes on at the interval behind the last try (READING-25). */
    Check sentAgain(Policy policy) {
        return new Check(Math.min(sent + 1, policy.tries()), 0);
    }

    Check older() {
        return new Check(sent, age + 1);
    }
}
