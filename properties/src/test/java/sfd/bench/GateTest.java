package sfd.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sfd.bench.Result.Verdict;

/** What the gate stops and what it takes for noise, on made-up JVMs: the JVMs differ, and the rounds in each. */
class GateTest {

    private static final Path ROOT = Path.of(System.getProperty("project.root"));
    private static final int RUNS = 2_000;
    /** How far JVMs lie apart, and rounds in a JVM, as was seen beside two busy cores of two. */
    private static final double JVMS_APART = 0.04;
    private static final double ROUNDS_APART = 0.03;

    private static final Row SAME = new Row(Row.SAME, "path", "itself", null, null, false, null, false, null);
    private static final Row HEADER = row(1.05, null, false);
    private static final double CYCLE = 0.35;

    private final Random random = new Random(3);

    private static Row row(double goal, Double limit, boolean even) {
        return new Row("row", "path", "anchor", goal, limit, even, 0.0, false, null);
    }

    /** What one JVM says: of the row around {@code ratio}, of the same against itself around 1. */
    private List<Reading> jvm(double ratio, double anchorNanos, double same) {
        return List.of(reading("row", ratio, ROUNDS_APART, anchorNanos), reading(Row.SAME, 1, same, 75));
    }

    private Reading reading(String id, double ratio, double apart, double anchorNanos) {
        return new Reading(id, null, IntStream.range(0, Plan.QUICK.rounds())
                .mapToObj(round -> ratio * (1 + apart * random.nextGaussian())).toList(), ratio * anchorNanos, anchorNanos, 0, CYCLE);
    }

    /** A run as the command makes it: JVMs, and more of them while the row is in doubt. */
    private Result run(Row row, DoubleSupplier ratioOfJvm, double anchorNanos, double same) {
        var readings = new Readings(List.of(row, SAME));
        while (readings.jvms() < Plan.QUICK.jvms() || !readings.doubtful().isEmpty()) {
            readings.add(jvm(ratioOfJvm.getAsDouble(), anchorNanos, same));
        }
        return readings.results().getFirst();
    }

    private DoubleSupplier around(double ratio) {
        return () -> ratio * (1 + JVMS_APART * random.nextGaussian());
    }

    private long runs(Predicate<Verdict> of, Row row, double ratio, double anchorNanos, double same) {
        return IntStream.range(0, RUNS).filter(i -> of.test(run(row, around(ratio), anchorNanos, same).verdict())).count();
    }

    /** In 999 of 1000 runs at least: a JVM or a round may be lucky, seven of them hardly ever. */
    @Test
    void halfAboveWhatIsHeldIsMissed() {
        for (double anchorNanos : new double[] {3.7, 75, 1_300}) {
            assertMissed(HEADER, 1.5 * 1.05, anchorNanos);
        }
        assertMissed(row(1.25, 2.7, false), 1.5 * 2.7, 15);
        assertMissed(row(1.01, null, true), 1 / (1.5 * 1.01), 7.6);
    }

    private void assertMissed(Row row, double ratio, double anchorNanos) {
        long missed = runs(it -> it == Verdict.MISSED, row, ratio, anchorNanos, 0.02);
        assertTrue(missed >= 0.999 * RUNS, missed + " of " + RUNS + " at " + anchorNanos + " ns");
    }

    /** Of two thousand runs whose row is at what is held: the JVMs lie on both sides of it. */
    @Test
    void noiseAroundWhatIsHeldIsNotMissed() {
        assertEquals(0, runs(Verdict::fails, HEADER, 1.05, 3.7, 0.02));
        assertEquals(0, runs(Verdict::fails, row(1.25, 2.7, false), 2.7, 15, 0.02));
        assertEquals(0, runs(Verdict::fails, row(1.01, null, true), 1, 7.6, 0.02));
    }

    /** Where nothing is known of the noise, one run of a hundred at most: three JVMs would miss one of ten. */
    @Test
    void itTakesSevenJvms() {
        var none = new Noise(0, 0);
        int missed = 0;
        for (int i = 0; i < RUNS; i++) {
            DoubleSupplier ratios = around(1);
            List<Reading> said = IntStream.range(0, Noise.JVMS)
                    .mapToObj(jvm -> reading("row", ratios.getAsDouble(), 0, 75)).toList();
            missed += Result.of(row(1, null, false), said, none).verdict() == Verdict.MISSED ? 1 : 0;
        }
        assertTrue(missed > 0 && missed <= RUNS / 100, missed + " of " + RUNS);
    }

    /** Seen on a machine under load: 1.16 in every JVM, where 1.05 was held and an operation takes some 12 cycles. */
    @Test
    void aCycleOrTwoOfAShortOperationAreSaidAndNotStopped() {
        assertEquals(Verdict.NOISE, run(HEADER, () -> 1.16, 3.7, 0.005).verdict());
        assertEquals(Verdict.MISSED, run(HEADER, () -> 1.16, 370, 0.005).verdict());
    }

    /** The same against itself lies a fifth apart from round to round: no row can be told nearer than that. */
    @Test
    void noRowIsToldNearerThanTheSameAgainstItself() {
        assertEquals(Verdict.NOISE, run(HEADER, () -> 1.2, 370, 0.2).verdict());
        assertEquals(Verdict.MISSED, run(HEADER, () -> 1.2, 370, 0.01).verdict());
    }

    /** What three say, the fourth may deny; what too few said at the end is not missed. */
    @Test
    void anotherJvmMayDenyIt() {
        var readings = new Readings(List.of(HEADER, SAME));
        Collections.nCopies(3, 1.6).forEach(ratio -> readings.add(jvm(ratio, 370, 0.01)));
        assertEquals(List.of(HEADER), readings.doubtful());
        assertEquals(Verdict.NOISE, readings.results().getFirst().verdict());
        readings.add(jvm(1.0, 370, 0.01));
        assertEquals(List.of(), readings.doubtful());
        assertTrue(!readings.results().getFirst().verdict().fails());
    }

    /** Octets are counted, not timed: one more than allowed is stopped however noisy it is, unless a JVM does without. */
    @Test
    void octetsAreHeldInAnyNoise() {
        List<Reading> allocating = new ArrayList<>(Collections.nCopies(3, allocating(1)));
        assertTrue(Result.of(HEADER, allocating, new Noise(9, 9)).needsMore());
        assertEquals(Verdict.NOISE, Result.of(HEADER, allocating, new Noise(9, 9)).verdict());
        allocating.addAll(Collections.nCopies(Noise.JVMS - 3, allocating(2)));
        assertEquals(Verdict.ALLOCATES, Result.of(HEADER, allocating, new Noise(9, 9)).verdict());
        allocating.add(allocating(0));
        assertEquals(Verdict.MET, Result.of(HEADER, allocating, new Noise(9, 9)).verdict());
    }

    private static Reading allocating(double octets) {
        return new Reading("row", null, Collections.nCopies(11, 1.0), 1, 1, octets, CYCLE);
    }

    /** Half above the goal and still not above a limit that is held instead: said to fall short, and named on the page. */
    @Test
    void rowsWhereHalfAboveTheGoalIsNotStopped() {
        assertEquals(Set.of("encode", "flood", "flood-udp"), Rows.read(ROOT).stream()
                .filter(row -> row.goal() != null && 1.5 * row.goal() < row.held() + 1e-9).map(Row::id).collect(Collectors.toSet()));
        assertEquals(Verdict.SHORT, run(row(1.25, 2.7, false), () -> 1.5 * 1.25, 15, 0.02).verdict());
    }
}
