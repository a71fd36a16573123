package sfd.flood.roles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The bounds of Clopper and Pearson, where they are known, and how often they are wrong. */
class IntervalTest {

    private static final double HALF_RISK = 0.01 / Interval.ROWS / 2;

    @Test
    void closedForms() {
        for (int trials : new int[] {1, 10, 4_000}) {
            double none = 1 - Math.pow(HALF_RISK, 1.0 / trials);
            double one = 1 - Math.pow(1 - HALF_RISK, 1.0 / trials);
            assertEquals(0, Interval.of(0, trials).lower());
            assertEquals(none, Interval.of(0, trials).upper(), 1e-9);
            assertEquals(one, Interval.of(1, trials).lower(), 1e-9);
            assertEquals(1 - none, Interval.of(trials, trials).lower(), 1e-9);
            assertEquals(1, Interval.of(trials, trials).upper());
        }
    }

    /** Of trials that are simulated; no more often than promised, and not so seldom that they would say nothing. */
    @Test
    void seldomWrong() {
        var random = new Random(5);
        int runs = 100_000;
        int wrong = 0;
        List<Interval> intervals = IntStream.rangeClosed(0, 100).mapToObj(successes -> Interval.of(successes, 100)).toList();
        for (int i = 0; i < runs; i++) {
            int successes = (int) IntStream.range(0, 100).filter(it -> random.nextDouble() < 0.3).count();
            wrong += intervals.get(successes).has(0.3) ? 0 : 1;
        }
        assertTrue(wrong > 0 && wrong <= 0.0007 * runs, "wrong in " + wrong + " of " + runs);
    }
}
