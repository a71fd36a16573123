package sfd.sensitivity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sfd.catalogue.Catalogue;
import sfd.catalogue.Clause;
import sfd.catalogue.Switches;
import sfd.check.Entry;
import sfd.check.Layout;
import sfd.check.Manifest;
import sfd.check.Outcome;

/** What is kept of the ablation is of today's switches and models, and some of it is walked anew. */
class AblationTest {

    private static final Layout LAYOUT = new Layout(Path.of(System.getProperty("project.root")));
    private static final Map<String, Outcome> KEPT = Ablation.KEPT.read(LAYOUT).clauses().stream()
            .collect(Collectors.toMap(Outcome::id, it -> it));

    @Test
    void itHasItsForm() throws IOException {
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(LAYOUT.spec().resolve("schemas/ablation.schema.json")));
        assertEquals(Set.of(), schema.validate(new ObjectMapper().readTree(Ablation.KEPT.file(LAYOUT).toFile())));
    }

    @Test
    void everySwitchIsTried() {
        assertEquals(Switches.ofRoles(LAYOUT.spec()), new TreeSet<>(KEPT.keySet()));
        assertEquals(Ablation.LARGEST, Ablation.KEPT.read(LAYOUT).transitionsAtMost());
    }

    /** A clause of IKEv2 could matter everywhere, so one of them tells which models were walked. */
    @Test
    void everyModelIsCovered() {
        var expected = Manifest.read(LAYOUT).models().stream().filter(Ablation::isCovered).map(Entry::name)
                .collect(Collectors.toCollection(TreeSet::new));
        Outcome one = KEPT.get("BASE-2.21.4-1");
        var walked = Stream.of(one.differences().stream().map(Outcome.Difference::model), one.changes().stream(),
                one.same().stream(), one.undecided().keySet().stream()).flatMap(it -> it)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(expected, walked);
    }

    /** No verdict there is only where the graph grows too large. */
    @Test
    void nothingElseIsUndecided() {
        KEPT.values().forEach(it -> it.undecided().forEach((model, why) ->
                assertTrue(why.endsWith(" transitions"), it.id() + ", " + model + ": " + why)));
    }

    /** Nothing falls: then somebody has decided why that is right, and nowhere else. */
    @Test
    void whatMakesNoDifferenceHasItsReason() throws IOException {
        for (Clause clause : Catalogue.read(LAYOUT.root()).clauses()) {
            Outcome kept = KEPT.get(clause.id());
            assertEquals(kept != null && kept.differences().isEmpty(), !clause.notInSystems().isEmpty(), clause.id());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "QCD-3-5, QcdInventedOneSa",
        "SIR-3.6-1, SirRecovers",
        "BASE-1.5-5, QcdChildKeptOneSa",
        "SIR-3.4.1-2, SirChildKeptOneSa",
    })
    void aSampleWalkedAnew(String clause, String model) {
        Outcome now = new Ablation(LAYOUT, Manifest.read(LAYOUT)).of(clause, Set.of(model));
        Outcome kept = KEPT.get(clause);
        assertEquals(kept.differences().stream().filter(it -> it.model().equals(model)).toList(), now.differences());
        assertEquals(kept.changes().contains(model), now.changes().equals(List.of(model)));
        assertEquals(kept.same().contains(model), now.same().equals(List.of(model)));
        assertFalse(now.differences().isEmpty() && now.changes().isEmpty() && now.same().isEmpty(), model + " is not covered");
    }

    /** What the walk finds is told from what it does not: without the comparison of tokens a made-up one ends an SA. */
    @Test
    void itSeesWhatFalls() {
        Outcome now = new Ablation(LAYOUT, Manifest.read(LAYOUT)).of("QCD-3-5", Set.of("QcdInventedOneSa"));
        assertTrue(now.words().contains("SoundGoneProp in QcdInventedOneSa: violated in 3"), now.words().toString());
        assertFalse(KEPT.get("QCD-3-5").differences().isEmpty());
    }
}
