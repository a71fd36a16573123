package sfd.bench;

import java.util.ArrayList;
import java.util.List;

/** A candidate and its anchor, by turns in slices of about a millisecond: what disturbs one disturbs the other. */
final class Contest {

    /**
     * @param ratios one for each round: the candidate's time for an operation by the anchor's
     * @param nanos CPU time of one operation of the candidate, over all rounds
     * @param anchorNanos the same of the anchor
     * @param octets allocated for one operation of the candidate
     */
    record Outcome(List<Double> ratios, double nanos, double anchorNanos, double octets) {
    }

    private final Runner candidate;
    private final Runner anchor;
    private final Plan plan;

    private Contest(Body candidate, Body anchor, Plan plan) {
        this.candidate = new Runner(candidate);
        this.anchor = new Runner(anchor);
        this.plan = plan;
    }

    static Outcome of(Pair pair, Plan plan) {
        return new Contest(pair.candidate(), pair.anchor(), plan).run();
    }

    private Outcome run() {
        candidate.warmUp(plan.warmUp());
        anchor.warmUp(plan.warmUp());
        List<Double> ratios = new ArrayList<>();
        double nanos = 0;
        double anchorNanos = 0;
        for (int round = 0; round < plan.rounds(); round++) {
            List<Double> ours = new ArrayList<>();
            List<Double> theirs = new ArrayList<>();
            for (int slice = 0; slice < plan.slices(); slice++) {
                // By turns who is first, or who comes second would always find the caches as the other left them.
                if ((slice & 1) == 0) {
                    ours.add(candidate.slice());
                    theirs.add(anchor.slice());
                } else {
                    theirs.add(anchor.slice());
                    ours.add(candidate.slice());
                }
            }
            // The median slice: one that an interrupt fell into says nothing about the body.
            ratios.add(Statistics.median(ours) / Statistics.median(theirs));
            nanos += Statistics.median(ours);
            anchorNanos += Statistics.median(theirs);
        }
        return new Outcome(ratios, nanos / plan.rounds(), anchorNanos / plan.rounds(), candidate.octets());
    }

    /** One body and how often it fits into a slice. */
    private static final class Runner {

        private static final int ALLOCATIONS = 2_000;

        private final Body body;
        private int operations = 1;
        private long sink;

        Runner(Body body) {
            this.body = body;
        }

        void warmUp(int millis) {
            long end = Clock.nanos() + millis * 1_000_000L;
            do {
                double perOperation = slice();
                operations = (int) Math.clamp(Math.round(Plan.SLICE / perOperation), 1, 100_000_000);
            } while (Clock.nanos() < end);
        }

        /** CPU time of one operation, over a slice. */
        double slice() {
            long start = Clock.nanos();
            sink += body.run(operations);
            return Math.max(1, Clock.nanos() - start) / (double) operations;
        }

        /** The least of several runs: what the JVM itself allocates meanwhile is not the body's. */
        double octets() {
            double least = Double.MAX_VALUE;
            for (int i = 0; i < 5; i++) {
                long before = Clock.octets();
                sink += body.run(ALLOCATIONS);
                least = Math.min(least, (Clock.octets() - before) / (double) ALLOCATIONS);
            }
            // Used, so that no compiler may conclude that it is not.
            return sink == 42 ? least + 1e-9 : least;
        }
    }
}
