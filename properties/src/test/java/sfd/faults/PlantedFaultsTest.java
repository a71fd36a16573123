package sfd.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Faults that an implementer may well make, each planted in a copy of the reference's sources, compiled, and replayed:
 * the judges must find each of them, and nothing in the reference as it is.
 */
class PlantedFaultsTest {

    private static final String NO_MODEL = "-";
    /** No clause speaks of the identity of objects. */
    private static final Set<String> NO_CLAUSE = Set.of("ignored-but-another-object");

    private static final Map<String, RoleModelCopy.Walked> WALKED = new HashMap<>();
    private static final List<String> TABLE = new ArrayList<>();

    @TempDir
    static Path scratch;

    private static RoleModelCopy.Walked walked(String model) {
        return WALKED.computeIfAbsent(model, name -> SmallModels.named(name).walk(scratch));
    }

    @TestFactory
    Stream<DynamicTest> eachFaultIsFound() {
        return Fault.all().stream().map(fault -> dynamicTest(fault.name() + ": " + fault.says(), () -> {
            Path folder = scratch.resolve(fault.name());
            Compiled.into(folder, Map.of(fault.file(), fault.planted()));
            try (Patched patched = new Patched(folder)) {
                List<String> found = fault.model().equals(NO_MODEL)
                        ? patched.tokens()
                        : patched.differences(walked(fault.model()));
                assertFalse(found.isEmpty(), () -> fault.says() + ", and nobody sees it");
                assertTrue(NO_CLAUSE.contains(fault.name()) || fault.model().equals(NO_MODEL) || namesAClause(found),
                        () -> fault.says() + ", and no clause is named: " + found.getLast());
                TABLE.add("%-60s %s".formatted(fault.says(), found.getFirst()));
            }
        }));
    }

    /** In which the two differ, which both cite, or which the step cites that made what is wrong. */
    private static boolean namesAClause(List<String> found) {
        return found.stream().anyMatch(line -> line.matches("after \\d+ events, clauses \\[[A-Z].*")
                || line.contains("one does not keep: ") || line.matches(".*(which|the step) cites .*\\b(BASE|QCD|SIR)-\\d.*"));
    }

    /** With nothing planted the same judges, loaded the same way, find nothing. */
    @TestFactory
    Stream<DynamicTest> nothingIsFoundWhereNothingIsPlanted() {
        return Fault.all().stream().map(Fault::model).distinct().map(model -> dynamicTest(model, () -> {
            try (Patched patched = new Patched(scratch.resolve("nothing"))) {
                assertEquals(List.of(), model.equals(NO_MODEL) ? patched.tokens() : patched.differences(walked(model)));
            }
        }));
    }

    /**
     * A wrong formula for tokens is consistent with itself: the models have tokens as terms, and the lockstep makes their
     * octets with the reference's own method. Only a known answer shows it.
     */
    @Test
    void theLockstepCannotSeeHowATokenIsMade() {
        Fault fault = Fault.all().stream().filter(it -> it.model().equals(NO_MODEL)).findFirst().orElseThrow();
        Path folder = scratch.resolve("formula");
        Compiled.into(folder, Map.of(fault.file(), fault.planted()));
        try (Patched patched = new Patched(folder)) {
            assertEquals(List.of(), patched.differences(walked("MAKER")));
            assertTrue(patched.tokens().getFirst().startsWith("the token of 5.1 is "));
        }
    }

    @Test
    void aFaultThatNoLongerAppliesFails() {
        var old = new Fault("old", "sfd/qcd/Taker.java", NO_MODEL, "", "words that nobody wrote", "others");
        assertEquals("old no longer applies: sfd/qcd/Taker.java must say once: words that nobody wrote",
                assertThrows(IllegalStateException.class, old::planted).getMessage());
    }

    @AfterAll
    static void print() {
        WALKED.clear();
        TABLE.forEach(System.out::println);
    }
}
