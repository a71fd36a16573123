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
import sfd.check.Assumptions;
import sfd.check.Described;
import sfd.check.Entry;
import sfd.check.Layout;
import sfd.check.Manifest;
import sfd.check.Outcome;

/** What is kept of dropped assumptions is of today's worlds, and some of it is done anew. */
class VariationsTest {

    private static final Layout LAYOUT = new Layout(Path.of(System.getProperty("project.root")));
    private static final Manifest MANIFEST = Manifest.read(LAYOUT);
    private static final Assumptions KEPT = Assumptions.read(LAYOUT);
    private static final Map<String, Outcome> DROPPED = KEPT.dropped().stream().collect(Collectors.toMap(Outcome::id, it -> it));

    @Test
    void itHasItsForm() throws IOException {
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(LAYOUT.spec().resolve("schemas/assumptions.schema.json")));
        assertEquals(Set.of(), schema.validate(new ObjectMapper().readTree(Assumptions.KEPT.file(LAYOUT).toFile())));
        assertEquals(Variations.LARGEST, KEPT.transitionsAtMost());
        assertEquals(Variations.LARGEST_TEMPORAL, KEPT.statesAtMost());
        assertEquals(Variations.MOST, KEPT.graphAtMost());
    }

    /** Each assumption of each model that is covered was dropped, and nothing else was. */
    @Test
    void everyAssumptionOfEveryModelIsDropped() {
        Described described = Described.read(LAYOUT);
        for (Entry entry : MANIFEST.models()) {
            var assumed = new TreeSet<>(Variations.isCovered(entry) ? described.get(entry.name()).assumed() : List.of());
            if (!entry.temporal()) {
                assumed.removeIf(id -> KEPT.assumptions().stream().anyMatch(it -> it.id().equals(id) && it.isFairness()));
            }
            assertEquals(assumed, DROPPED.values().stream().filter(it -> models(it).anyMatch(entry.name()::equals))
                    .map(Outcome::id).collect(Collectors.toCollection(TreeSet::new)), entry.name());
        }
    }

    private static Stream<String> models(Outcome outcome) {
        return Stream.of(outcome.differences().stream().map(Outcome.Difference::model), outcome.changes().stream(),
                outcome.same().stream(), outcome.undecided().keySet().stream()).flatMap(it -> it);
    }

    @ParameterizedTest
    @CsvSource({
        "prompt, BaselineLossyOneSa",
        "loss, BaselineLossyOneSa",
        "tight, BaselineLossyOneSa",
        "tick, QcdDetectsByEspOneSa",
    })
    void aSampleDoneAnew(String assumption, String model) {
        try (var variations = new Variations(LAYOUT, MANIFEST)) {
            Outcome now = variations.drop(assumption, model);
            Outcome kept = DROPPED.get(assumption);
            assertEquals(kept.differences().stream().filter(it -> it.model().equals(model)).toList(), now.differences());
            assertEquals(kept.changes().contains(model), now.changes().equals(List.of(model)));
            assertEquals(kept.same().contains(model), now.same().equals(List.of(model)));
            assertTrue(models(now).anyMatch(model::equals), model + " is not covered");
        }
    }

    /** What falls is told from what does not: IKEv2 alone gives up on a living SA where ticks pass too fast. */
    @Test
    void itSeesWhatFalls() {
        assertTrue(DROPPED.get("prompt").words().contains("SoundGoneProp in BaselineLossyOneSa: violated in 12"));
        assertFalse(KEPT.under("BaselineLossyOneSa", "SoundGoneProp").isEmpty());
    }

    /**
     * A fairness condition without which nothing falls would be none. That of the list is needed in a larger model
     * (spec/mutants.json); where a standby takes over, the other member's coming back does as well here.
     */
    @Test
    void everyFairnessConditionIsNeeded() {
        List<String> idle = KEPT.assumptions().stream().filter(Assumptions.Assumption::isFairness).map(Assumptions.Assumption::id)
                .filter(id -> DROPPED.get(id).differences().isEmpty()).toList();
        assertEquals(List.of("purge", "takeover"), idle);
    }
}
