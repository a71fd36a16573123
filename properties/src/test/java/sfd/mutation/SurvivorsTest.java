package sfd.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import sfd.check.Layout;
import sfd.check.Manifest;
import sfd.mutation.Survivors.Judged;
import sfd.mutation.Survivors.OfModule;
import sfd.mutation.Survivors.Survivor;

/** What is kept of the spec's mutants is of today's modules, nothing in it is left open, and some are planted anew. */
class SurvivorsTest {

    private static final Layout LAYOUT = new Layout(Path.of(System.getProperty("project.root")));
    private static final Survivors KEPT = Survivors.KEPT.read(LAYOUT);
    /** Of what survives only these are walked anew, in transitions: it is the longest. */
    private static final long SMALL = 11_000;
    private static final int SAMPLE = 12;
    private static final long SEED = 7296;

    private static SpecMutation mutation;

    @BeforeAll
    static void begin() {
        mutation = new SpecMutation(LAYOUT, Manifest.read(LAYOUT));
    }

    @AfterAll
    static void end() {
        mutation.close();
    }

    @Test
    void theyHaveTheirForm() throws IOException {
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(LAYOUT.spec().resolve("schemas/survivors.schema.json")));
        assertEquals(Set.of(), schema.validate(new ObjectMapper().readTree(Survivors.KEPT.file(LAYOUT).toFile())));
    }

    @Test
    void allAreCounted() {
        for (OfModule it : KEPT.modules()) {
            assertEquals(it.generated(), it.verdict() + it.count() + it.mismatch() + it.unevaluated() + it.survivors().size(), it.module());
            assertNotEquals(0, it.verdict() + it.count() + it.mismatch(), "nothing was noticed in " + it.module());
        }
    }

    /** A module that was edited has other mutants: they are to be run anew. */
    @TestFactory
    Stream<DynamicTest> theyAreOfTodaysModules() {
        return KEPT.modules().stream().map(it -> dynamicTest(it.module(), () -> {
            List<SpecMutant> today = mutation.mutants(it.module());
            assertEquals(it.generated(), today.size(), () -> "mutate --module " + it.module());
            assertEquals(today.size(), today.stream().map(SpecMutant::id).distinct().count());
            assertEquals(List.of(), it.survivors().stream().filter(old -> today.stream().noneMatch(old::isOf)).map(Survivor::id).toList(),
                    () -> "survivors whose text is no longer there: mutate --module " + it.module());
        }));
    }

    /** What is said of a survivor has its reason, and where none is said yet there is none. */
    @Test
    void ofEachSurvivorSomebodyHasSaidWhatItIsAndWhyOrNothing() {
        KEPT.modules().stream().flatMap(it -> it.survivors().stream())
                .forEach(it -> assertEquals(it.judged() == Judged.OPEN, it.reason().isEmpty(), it.id()));
    }

    @TestFactory
    Stream<DynamicTest> aSamplePlantedAnew() {
        List<String> run = KEPT.modules().stream().map(OfModule::module).toList();
        return mutation.chosen(run, SAMPLE, SEED).stream().map(mutant -> dynamicTest(mutant.id(), () -> {
            boolean survives = mutation.survives(mutant);
            Optional<Notice> notice = mutation.plant(mutant, survives ? SMALL : SpecMutation.LARGEST);
            assertEquals(survives, notice.isEmpty(), notice::toString);
        }));
    }

    /** A change that changes nothing is noticed by nothing: else what is noticed would say nothing. */
    @Test
    void whatIsNoFaultSurvives() {
        SpecMutant any = mutation.mutants("Taker").stream().filter(it -> it.change() == SpecMutant.Change.COMPARISON_NEGATED
                && it.before().equals("n.spiSize = 0")).findFirst().orElseThrow();
        assertTrue(mutation.plant(any, SMALL).isPresent(), any::toString);
        var none = new SpecMutant(any.module(), any.definition(), any.change(), 1, any.place(), "=", any.before(), any.before());
        assertTrue(mutation.plant(none, SMALL).isEmpty());
    }

    /** What is dropped, moved and negated, in a module that is short enough to be read. */
    @Test
    void mutantsOfAModule() {
        assertEquals(Set.of("disjunct dropped: secrets = <<>> -> FALSE", "disjunct dropped: secret > secrets[1] -> FALSE",
                "comparison negated: secrets = <<>> -> secrets # <<>>", "comparison negated: secret > secrets[1] -> secret <= secrets[1]",
                "comparison moved: secret > secrets[1] -> secret >= secrets[1]", "constant up: 1 -> 2", "constant down: 1 -> 0"),
                mutation.mutants("Secrets").stream().filter(it -> !it.definition().equals("Rolled"))
                        .map(it -> it.change() + ": " + it.before() + " -> " + it.after()).collect(Collectors.toSet()));
    }
}
