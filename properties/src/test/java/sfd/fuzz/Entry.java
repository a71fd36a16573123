package sfd.fuzz;

/** Where the fuzzer calls: one target for a process, and a bound on the time that an input takes. */
public final class Entry {

    /** Milliseconds: a thousand times what the slowest input needs. */
    static final long MOST_MILLIS = 250;

    private static final int TRIES = 3;
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
     * Runs the target. What takes too long is run again: on a busy machine anything may once be slow.
     *
     * @throws AssertionError also where it took too long each time
     */
    static void timed(Target target, byte[] input) {
        for (int i = 0; i < TRIES; i++) {
            long start = System.nanoTime();
            target.run(input);
            if (System.nanoTime() - start < MOST_MILLIS * 1_000_000) {
                return;
            }
        }
        throw new AssertionError("takes longer than " + MOST_MILLIS + " ms");
    }
}
