package sfd.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where the walk and TLC's own checker differ, and where there is no verdict, nothing is as expected. */
class ComparisonTest {

    private static final Configuration ONE = new Configuration(List.of("TypeOK"), List.of());
    private static final Configuration TWO = new Configuration(List.of(), List.of("DetectedProp", "ServedProp"));

    private static Examined walked(Map<String, Expectation> expected, Map<String, Finding> found, Answer answer) {
        return Comparison.of(Made.examined(false, expected, found, List.of(), Optional.empty()), answer, ONE, Optional.empty());
    }

    private static Examined holding(Answer answer) {
        return walked(Map.of("TypeOK", Made.holds()), Map.of("TypeOK", Made.found()), answer);
    }

    private static Examined violated(Answer answer) {
        return walked(Map.of("TypeOK", Made.violated(3)), Map.of("TypeOK", Made.found(3)), answer);
    }

    private static void assertProblem(String problem, Examined examined) {
        assertEquals(List.of(problem), examined.problems());
        assertFalse(examined.asExpected());
    }

    @Test
    void whatBothSayIsAsExpected() {
        for (Examined examined : List.of(holding(Made.answer(10, 21)), violated(Made.answer("TypeOK", 4)))) {
            assertEquals(List.of(), examined.problems());
            assertTrue(examined.asExpected());
        }
    }

    @Test
    void otherTotalsAreAProblem() {
        assertProblem("Made: the walk has 10 states and 21 generated, TLC's own checker 11 and 21", holding(Made.answer(11, 21)));
        assertProblem("Made: the walk has 10 states and 21 generated, TLC's own checker 10 and 20", holding(Made.answer(10, 20)));
    }

    @Test
    void aViolationThatOneDoesNotFindIsAProblem() {
        assertProblem("Made: the walk finds TypeOK violated, TLC's own checker finds that all holds", violated(Made.answer(10, 21)));
        assertProblem("Made: TLC's own checker finds TypeOK violated in 2 steps, the walk says: holds", holding(Made.answer("TypeOK", 3)));
        assertProblem("Made: TLC's own checker finds TypeOK violated in 2 steps, the walk says: violated in 3",
                violated(Made.answer("TypeOK", 3)));
    }

    @Test
    void noVerdictIsAProblem() {
        assertProblem("Made: out of memory", holding(Made.complaint("out of memory")));
        assertFalse(Made.complaint("out of memory").holds());
    }

    @Test
    void aProblemIsNeverAsExpected() {
        assertFalse(Made.examined(false, Map.of("TypeOK", Made.holds()), Map.of("TypeOK", Made.found()), List.of("a problem"),
                Optional.empty()).asExpected());
    }

    @Test
    void whatNobodyExpectsIsNotAsExpected() {
        Examined more = walked(Map.of("TypeOK", Made.holds()), Map.of("TypeOK", Made.found(), "MoreInv", Made.found()), Made.answer(10, 21));
        assertProblem("Made: MoreInv stands in the configuration, but the manifest expects nothing of it", more);
        assertFalse(Made.examined(false, Map.of("TypeOK", Made.holds()), Map.of("TypeOK", Made.found(), "MoreInv", Made.found()), List.of(),
                Optional.empty()).asExpected());
    }

    private static Map<String, Finding> temporal(Answer answer) {
        return Comparison.of(Made.examined(true, Map.of("DetectedProp", Made.holds(), "ServedProp", Made.holds()), Map.of(), List.of(),
                Optional.empty()), answer, TWO, Optional.empty()).findings();
    }

    /** Of several temporal properties TLC does not say which is violated: then none has a verdict. */
    @Test
    void aTemporalViolationIsThatOfThePropertyOnly() {
        assertEquals(Map.of("DetectedProp", Result.VIOLATED, "ServedProp", Result.NOT_RUN), results(temporal(Made.answer("DetectedProp", 4))));
        assertEquals(Map.of("DetectedProp", Result.NOT_RUN, "ServedProp", Result.NOT_RUN),
                results(temporal(Made.answer("DetectedProp, ServedProp", 4))));
        assertEquals(Map.of("DetectedProp", Result.HOLDS, "ServedProp", Result.HOLDS), results(temporal(Made.answer(10, 21))));
        assertEquals(Map.of("DetectedProp", Result.ERROR, "ServedProp", Result.ERROR), results(temporal(Made.complaint("no end"))));
    }

    private static Map<String, Result> results(Map<String, Finding> findings) {
        return Map.of("DetectedProp", findings.get("DetectedProp").result(), "ServedProp", findings.get("ServedProp").result());
    }
}
