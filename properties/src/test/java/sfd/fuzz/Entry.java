package sfd.fuzz;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** Where the fuzzer calls: one target for a process, and a bound on the time that an input takes. */
public final class Entry {

    /** A quarter of a second: a hundred times what the slowest input needs. */
    private static final long MOST_NANOS = 250_000_000;

    private static final int TRIES = 3;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static Target target;

    private Entry() {
    }

    /** @param arguments label of the target */
    public static void fuzzerInitialize(String[] arguments) {
        target = Target.named(arguments[0]);
    }

    public static void fuzzerTestOneInput(byte[] input) {
        timed(target, input);
    }

    /**
     * Runs the target. What takes too long by the clock is run again by the time of the processor: on a busy machine anything
     * may once be slow.
     *
     * @throws AssertionError also where it took too long each time
     */
    static void timed(Target target, byte[] input) {
        long start = System.nanoTime();
        target.run(input);
        if (System.nanoTime() - start < MOST_NANOS) {
            return;
        }
        for (int i = 0; i < TRIES; i++) {
            long used = THREADS.getCurrentThreadCpuTime();
            target.run(input);
            if (THREADS.getCurrentThreadCpuTime() - used < MOST_NANOS) {
                return;
            }
        }
        throw new AssertionError("takes longer than " + MOST_NANOS / 1_000_000 + " ms");
    }
}
