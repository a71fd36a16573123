package sfd.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import sfd.catalogue.Switches;
import sfd.lockstep.Mismatch;

/**
 * With one clause off in the spec, and only then, the Java must be seen to differ: a clause that could be off unseen is
 * one that no comparison holds the Java to. The shortest path to a difference must name the clause, and some difference
 * must be one of behaviour, not of citation alone.
 */
class ClauseSwitchTest {

    /** Decide the octets of a token, which are equal or not; the step that sends one does not cite them. */
    private static final Map<String, String> NAMED_BY_NO_STEP = Map.of(
            "QCD-5.2-1", "the address is inside the digest",
            "SIR-3.5-2", "the first difference is an offer to who is none of those peers, and only for these is it cited");

    /** A model in which two places of a clause matter is walked once. */
    private static final Map<RoleModelCopy, RoleModelCopy.Walked> WALKED = new HashMap<>();

    private static final List<String> TABLE = new ArrayList<>();

    @TempDir
    static Path scratch;

    @TestFactory
    Stream<DynamicTest> eachClauseBites() {
        return Switched.ALL.stream().map(switched -> dynamicTest(switched.toString(), () -> bites(switched)));
    }

    private static void bites(Switched switched) {
        Bite bite = Bite.of(WALKED.computeIfAbsent(switched.off(), off -> off.walk(scratch)), switched::isLookedAt);
        assertTrue(bite.first().isPresent(), () -> switched + " off, and nothing differs");
        Mismatch first = bite.first().get();
        if (NAMED_BY_NO_STEP.containsKey(switched.clause())) {
            assertFalse(first.clauses().contains(switched.clause()),
                    () -> switched.clause() + " is named now, and needs no exception");
        } else {
            assertTrue(first.clauses().contains(switched.clause()),
                    () -> "%s off, but the shortest path to a difference speaks of %s"
                            .formatted(switched, first.clauses()));
        }
        assertTrue(bite.behaviour().isPresent(), () -> switched + " off, and only what is cited differs");
        TABLE.add("%-14s %-22s %3d events; %d, %s: %s".formatted(switched.clause(), switched.model().name(),
                Bite.depth(first), Bite.depth(bite.behaviour().get()), Switched.at(bite.behaviour().get()),
                bite.differs()));
    }

    /** With every clause on there is nothing to find, or the differences found would prove nothing. */
    @TestFactory
    Stream<DynamicTest> nothingDiffersWithAllClausesOn() {
        return Switched.ALL.stream().map(Switched::model).distinct().map(model -> dynamicTest(model.name(), () -> {
            RoleModelCopy.Walked walked = model.walk(scratch);
            assertEquals(List.of(), Offered.gaps(walked.graph()));
            Bite bite = Bite.of(walked, label -> true);
            assertEquals(Optional.empty(), bite.first());
            assertEquals(Optional.empty(), bite.behaviour());
        }));
    }

    @Test
    void everySwitchOfTheRolesIsTried() {
        Set<String> tried = Switched.ALL.stream().map(Switched::clause).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Switches.ofRoles(Path.of(System.getProperty("project.root"), "spec")), tried);
    }

    @AfterAll
    static void print() {
        WALKED.clear();
        System.out.println(
                "clause off     model                  first difference after; first in behaviour after, at: what");
        TABLE.forEach(System.out::println);
    }
}
