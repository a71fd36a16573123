package sfd.sensitivity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sfd.check.Assumptions;
import sfd.check.Layout;
import sfd.check.Manifest;
import sfd.check.Outcome;
import sfd.check.Result;

/** The faults that are kept fit today's spec, some are planted, and with all that is kept each property falls somewhere. */
class MutantsTest {

    private static final Layout LAYOUT = new Layout(Path.of(System.getProperty("project.root")));
    private static final Manifest MANIFEST = Manifest.read(LAYOUT);
    private static final Mutants KEPT = Mutants.KEPT.read(LAYOUT);

    @Test
    void theyHaveTheirForm() throws IOException {
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(LAYOUT.spec().resolve("schemas/mutants.schema.json")));
        assertEquals(Set.of(), schema.validate(new ObjectMapper().readTree(Mutants.KEPT.file(LAYOUT).toFile())));
        assertEquals(KEPT.mutants().size(), KEPT.mutants().stream().map(Mutants.Mutant::id).distinct().count());
    }

    @Test
    void whatTheyReplaceStandsInTheSpecOnce() throws IOException {
        for (Mutants.Mutant mutant : KEPT.mutants()) {
            assertEquals(1, mutant.places(Files.readString(LAYOUT.spec().resolve(mutant.file()))), mutant.id());
            assertEquals(Result.HOLDS, MANIFEST.get(mutant.model()).expected().get(mutant.property()).result(), mutant.id());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"wish-unguarded", "cookies-compared-free", "one-generation-more"})
    void aSamplePlanted(String id) {
        Mutants.Mutant mutant = KEPT.mutants().stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
        assertEquals(mutant.property() + " falls", Mutants.plant(LAYOUT, MANIFEST.get(mutant.model()), mutant));
    }

    /** A fault that changes nothing makes nothing fall. */
    @Test
    void whatIsNoFaultDoesNotMakeAPropertyFall() {
        var none = new Mutants.Mutant("none", "Nothing.", "SecureFailureDetection.tla", "Init == alice = {} /\\ bob = {}",
                "Init == bob = {} /\\ alice = {}", "Abstract", "SoundProp");
        assertEquals("it holds, in 16 states", Mutants.plant(LAYOUT, MANIFEST.get("Abstract"), none));
    }

    /** In a model, with a clause off, without an assumption, or with a fault of the spec: no property holds whatever is done. */
    @Test
    void everyPropertyFallsSomewhere() {
        var all = new TreeSet<String>();
        var fallen = new HashSet<String>();
        MANIFEST.models().forEach(model -> model.expected().forEach((property, expected) -> {
            all.add(property);
            if (expected.result() == Result.VIOLATED) {
                fallen.add(property);
            }
        }));
        KEPT.mutants().forEach(it -> fallen.add(it.property()));
        Ablation.KEPT.read(LAYOUT).clauses().forEach(it -> add(it, fallen));
        Assumptions.read(LAYOUT).dropped().forEach(it -> add(it, fallen));
        all.removeAll(fallen);
        assertEquals(Set.of(), all);
    }

    private static void add(Outcome outcome, Set<String> fallen) {
        outcome.differences().stream().filter(Outcome.Difference::isFall).forEach(it -> fallen.add(it.property()));
    }
}
