package sfd.bench;

import java.util.stream.DoubleStream;

/** How long a cycle of the processor takes here and now: by a chain of multiplications, each waiting for the one before. */
final class Cycle {

    /** A multiplication takes three cycles and the operation before it one, on every processor of the last years. */
    private static final int CYCLES = 4;
    private static final int LINKS = 100_000;
    private static final int TIMES = 100;

    private static long sink;

    private Cycle() {
    }

    /** In nanoseconds, the least of several. Under load its compiler comes late: the least of several calls counts. */
    static double nanos() {
        return DoubleStream.generate(Cycle::once).limit(TIMES).min().orElseThrow();
    }

    private static double once() {
        long start = Clock.nanos();
        sink = chain(sink);
        return Math.max(1, Clock.nanos() - start) / (double) CYCLES / LINKS;
    }

    private static long chain(long first) {
        long link = first;
        for (int i = 0; i < LINKS; i++) {
            link = (link ^ i) * 0x9E3779B97F4A7C15L;
        }
        return link;
    }
}
