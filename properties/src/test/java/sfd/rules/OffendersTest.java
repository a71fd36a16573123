package sfd.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import sfd.faults.Compiled;
import sfd.rules.offenders.Impure;
import sfd.rules.offenders.Mutable;
import sfd.rules.offenders.Strangers;

/** Each rule finds its offender. */
class OffendersTest {

    private record Offence(ArchRule rule, Class<?> offender) {
    }

    private static final List<Offence> OFFENCES = List.of(
            new Offence(ReferenceDependencyRules.knowsNothingOfTheProject, Strangers.KnowsTraces.class),
            new Offence(ReferenceDependencyRules.knowsTwoLibraries, Strangers.KnowsJson.class),
            new Offence(ReferenceDependencyRules.onlyOnePackageKnowsTheMapLibrary, Strangers.KnowsTheMapLibrary.class),
            new Offence(ReferenceDependencyRules.onlyOneClassKnowsBouncyCastle, Strangers.KnowsBouncyCastle.class),
            new Offence(HouseRules.onlyTheCommandsKnowTheCommandLine, Strangers.KnowsTheCommandLine.class),
            new Offence(HouseRules.onlyTheCommandsEndTheProcess, Strangers.EndsTheProcess.class),
            new Offence(HouseRules.whatGivesVerdictsKnowsNothingThatIsAside, Strangers.AsksAPage.class),
            new Offence(TracesDependencyRules.knowsNeitherReferenceNorProperties, Impure.PicksItsDigest.class),
            new Offence(ImmutabilityRules.fieldsAreFinal, Mutable.Changes.class),
            new Offence(ImmutabilityRules.noArraysAreKept, Mutable.HoldsAnArray.class),
            new Offence(ImmutabilityRules.noArraysEscape, Mutable.HoldsAnArray.class),
            new Offence(ImmutabilityRules.fieldsHaveImmutableTypes, Mutable.HoldsSomethingThatChanges.class),
            new Offence(ImmutabilityRules.recordsCopyTheirCollections, Mutable.KeepsWhatItIsGiven.class),
            new Offence(ImmutabilityRules.staticFieldsHoldConstants, Mutable.Counts.class),
            new Offence(ImmutabilityRules.noSetters, Mutable.HasASetter.class),
            new Offence(ImmutabilityRules.noStateHoldsTheDigest, Mutable.HoldsTheDigest.class),
            new Offence(PurityRules.noClock, Impure.ReadsTheClock.class),
            new Offence(PurityRules.noRandomness, Impure.DrawsLots.class),
            new Offence(PurityRules.noInputOrOutput, Impure.Prints.class),
            new Offence(PurityRules.noLogging, Impure.Logs.class),
            new Offence(PurityRules.noThreads, Impure.Waits.class),
            new Offence(PurityRules.nothingIsSynchronized, Impure.Locks.class),
            new Offence(PurityRules.noReflection, Impure.LooksInside.class),
            new Offence(PurityRules.cryptographyIsHandedIn, Impure.PicksItsDigest.class),
            new Offence(PurityRules.rolesThrowNothing, Impure.Throws.class),
            new Offence(PurityRules.stepsHaveOneShape, Impure.StepsOddly.class));

    @TestFactory
    Stream<DynamicTest> eachRuleFindsItsOffender() {
        return OFFENCES.stream().map(offence -> dynamicTest(offence.offender().getSimpleName(), () -> {
            JavaClasses offender = new ClassFileImporter().importClasses(offence.offender());
            assertTrue(offence.rule().evaluate(offender).hasViolation(), offence.rule()::getDescription);
        }));
    }

    @Test
    void aPackageThatLooksUpwardIsFound(@TempDir Path folder) {
        JavaClasses reference = referenceWith(folder,
                "sfd/octets/Upward.java",
                "package sfd.octets; class Upward { String first = sfd.ike.ExchangeTypes.name(34); }");
        for (ArchRule rule : List.of(ReferenceDependencyRules.packagesHaveNoCycles,
                ReferenceDependencyRules.packagesStandInOneOrder, HouseRules.packagesHaveNoCycles)) {
            assertTrue(rule.evaluate(reference).hasViolation(), rule::getDescription);
        }
    }

    @Test
    void anEventNamedAfterAnOutcomeIsFound(@TempDir Path folder) {
        Compiled.into(folder, Map.of("sfd/sa/Event.java",
                "package sfd.sa; public sealed interface Event { record TokenVerified(int spis) implements Event { } }"));
        JavaClasses events = new ClassFileImporter().importPath(folder);
        assertTrue(PurityRules.noEventIsNamedAfterAnOutcome.evaluate(events).hasViolation());
    }

    @Test
    void aMatrixThatShowsItselfIsFound(@TempDir Path folder) {
        Compiled.into(folder, Map.of("sfd/matrix/Shows.java",
                "package sfd.matrix; class Shows { String words = sfd.pages.Claims.claim(\"SoundGoneProp\"); }"));
        JavaClasses matrix = new ClassFileImporter().importPath(folder);
        assertTrue(HouseRules.theMatrixKnowsNobodyWhoShowsIt.evaluate(matrix).hasViolation());
    }

    private static JavaClasses referenceWith(Path folder, String file, String source) {
        Compiled.into(folder, Map.of(file, source));
        Set<Location> places = new HashSet<>(new Places.Reference().get(OffendersTest.class));
        places.add(Location.of(folder));
        return new ClassFileImporter().importLocations(places);
    }

    /** A rule without an offender might be one that nothing can break. */
    @Test
    void noRuleIsWithoutAnOffender() throws IllegalAccessException {
        Set<Object> tried = OFFENCES.stream().map(Offence::rule).collect(Collectors.toSet());
        tried.addAll(List.of(ReferenceDependencyRules.packagesHaveNoCycles,
                ReferenceDependencyRules.packagesStandInOneOrder, HouseRules.packagesHaveNoCycles,
                PurityRules.noEventIsNamedAfterAnOutcome, HouseRules.theMatrixKnowsNobodyWhoShowsIt));
        Set<String> untried = new HashSet<>();
        for (Class<?> rules : List.of(ReferenceDependencyRules.class, HouseRules.class, TracesDependencyRules.class,
                ImmutabilityRules.class, PurityRules.class)) {
            for (Field field : rules.getDeclaredFields()) {
                if (ArchRule.class.isAssignableFrom(field.getType()) && !tried.contains(field.get(null))) {
                    untried.add(rules.getSimpleName() + "." + field.getName());
                }
            }
        }
        assertEquals(Set.of(), untried);
    }
}
