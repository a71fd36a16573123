package sfd.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sfd.catalogue.Catalogue;
import sfd.check.Entry;
import sfd.check.Expectation;
import sfd.check.Layout;
import sfd.check.Manifest;
import sfd.check.Result;
import sfd.pages.Claims;
import sfd.pages.Findings;
import sfd.pages.Mends;
import sfd.traces.json.JsonValue;
import sfd.traces.value.Value;
import sfd.worlds.Evaluated;
import sfd.worlds.Fields;
import sfd.worlds.World;
import sfd.worlds.Worlds;

/**
 * Each mend mends: what falls before it stands with it, nothing that stood falls, and before and after differ in it alone, or
 * after has more to stand. The verdicts are those of the manifest, which every run checks.
 */
class MendsTest {

    private static JsonSchema schema;
    private static JsonNode tree;
    private static Mends mends;
    private static Manifest manifest;
    private static Worlds worlds;
    private static Map<String, Value> byHand;
    private static Findings findings;
    private static Catalogue catalogue;

    @BeforeAll
    static void read() throws IOException {
        schema = Committed.schema("spec/schemas/mends.schema.json");
        tree = Committed.json("spec/mends.json");
        Layout layout = new Layout(Committed.ROOT);
        mends = Mends.read(layout);
        manifest = Manifest.read(layout);
        worlds = Worlds.read(layout.spec());
        try (var evaluated = new Evaluated(layout.spec())) {
            byHand = evaluated.byHand();
        }
        findings = Findings.read(layout);
        catalogue = Catalogue.read(layout.root());
    }

    @Test
    void theyHaveTheFormOfTheirSchema() {
        assertEquals(Set.of(), schema.validate(tree));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "null", quoteCharacter = '`', value = {
        "id, `\"1\"`",
        "sentence, `\"No full stop\"`",
        "findings, []",
        "places, []",
        "shown, []",
        "shown, `[{\"before\": \"QcdOffPath\"}]`",
        "change, `[\"a field\"]`",
        "clause, `\"M8\"`",
        "cost, null",
        "verdict, `\"holds\"`",
    })
    void aFaultyOneIsRefused(String field, String value) {
        JsonNode broken = tree.deepCopy();
        ObjectNode first = (ObjectNode) broken.get("mends").get(0);
        if (value == null) {
            first.remove(field);
        } else {
            first.set(field, JsonValue.parse(value));
        }
        assertNotEquals(tree, broken);
        assertFalse(schema.validate(broken).isEmpty());
    }

    @Test
    void whatFellStandsAndNothingFalls() {
        var faults = new ArrayList<String>();
        mends.mends().forEach(mend -> mend.shown().forEach(pair -> faults.addAll(
                comparison(mend.id(), manifest.get(pair.before()), manifest.get(pair.after())))));
        assertEquals(List.of(), faults);
    }

    /** The comparison can fail: a mend the wrong way round, and one that mends nothing. */
    @Test
    void aMendThatMendsNothingIsFound() {
        Entry before = manifest.get("SirWaitsReplayedOneSa");
        Entry after = manifest.get("SirWaitsForLifeReplayedOneSa");
        assertEquals(List.of(), comparison("M", before, after));
        assertEquals(List.of("M: with SirWaitsReplayedOneSa nothing stands that fell",
                        "M: SoundGoneProp stood in SirWaitsForLifeReplayedOneSa, and falls in SirWaitsReplayedOneSa",
                        "M: SoundUnservedProp stood in SirWaitsForLifeReplayedOneSa, and falls in SirWaitsReplayedOneSa"),
                comparison("M", after, before));
        assertEquals(List.of("M: with SirWaitsReplayedOneSa nothing stands that fell"), comparison("M", before, before));
    }

    private static List<String> comparison(String id, Entry before, Entry after) {
        var faults = new ArrayList<String>();
        if (Claims.of(before).entrySet().stream().noneMatch(it -> it.getValue().result() == Result.VIOLATED
                && stands(after, it.getKey()))) {
            faults.add("%s: with %s nothing stands that fell".formatted(id, after.name()));
        }
        Claims.of(before).forEach((property, expected) -> {
            if (expected.result() == Result.HOLDS && Claims.of(after).containsKey(property) && !stands(after, property)) {
                faults.add("%s: %s stood in %s, and falls in %s".formatted(id, property, before.name(), after.name()));
            }
        });
        before.expected().forEach((property, expected) -> {
            Expectation then = after.expected().get(property);
            if (property.startsWith("Reach") && expected.result() == Result.VIOLATED && then != null && then.result() == Result.HOLDS) {
                faults.add("%s: %s falls in %s, and not in %s: what stands there is empty".formatted(id, property, before.name(),
                        after.name()));
            }
        });
        return faults;
    }

    /** Where an SA is ended before, it is afterwards too: else nothing undue happens only because nothing happens. */
    @Test
    void aMendAfterWhichNothingHappensIsFound() {
        Entry before = manifest.get("QcdCluster52OneSa");
        Entry idle = manifest.get("QcdCluster52NoCrashOneSa");
        assertEquals(List.of("M: ReachEndedByTokenProp falls in QcdCluster52OneSa, and not in QcdCluster52NoCrashOneSa: what stands "
                + "there is empty"), comparison("M", before, idle));
    }

    private static boolean stands(Entry model, String property) {
        return Claims.of(model).containsKey(property) && Claims.of(model).get(property).result() == Result.HOLDS;
    }

    @Test
    void whatWasPromisedStillHolds() {
        for (Mends.Mend mend : mends.mends()) {
            mend.kept().forEach(name -> assertTrue(
                    Claims.of(manifest.get(name)).values().stream().allMatch(it -> it.result() == Result.HOLDS), mend.id() + ": " + name));
        }
        mends.unmended().forEach(it -> it.models().forEach(name -> assertTrue(Claims.of(manifest.get(name)).values().stream()
                .anyMatch(claim -> claim.result() == Result.VIOLATED), name)));
    }

    /** What still holds is told of worlds that have the mend: in each field by which it is modelled what a world has after it. */
    @Test
    void whatStillHoldsHasTheMend() {
        var faults = new ArrayList<String>();
        for (Mends.Mend mend : mends.mends()) {
            mend.kept().forEach(kept -> mend.change().stream().filter(field -> !hasMended(mend, field, kept))
                    .forEach(field -> faults.add("%s: %s has no mended %s".formatted(mend.id(), kept, field))));
        }
        assertEquals(List.of(), faults);
    }

    /** That this can fail: a maker that does not initiate has nothing of what M2 is about. */
    @Test
    void whatIsNotAboutTheMendIsFound() {
        Mends.Mend mend = mends.mends().stream().filter(it -> it.id().equals("M2")).findFirst().orElseThrow();
        assertFalse(hasMended(mend, "ownSpiCounts", "QcdDetects"));
        assertTrue(hasMended(mend, "ownSpiCounts", "QcdOwnSpiCounts"));
    }

    private static boolean hasMended(Mends.Mend mend, String field, String model) {
        Value value = at(model, field);
        return mend.shown().stream().anyMatch(pair -> at(pair.after(), field).equals(value) && !at(pair.before(), field).equals(value));
    }

    private static Value at(String model, String field) {
        return Fields.at(worlds.whole(manifest.get(model).world(), byHand), field);
    }

    @Test
    void beforeAndAfterDifferInTheMend() {
        var faults = new ArrayList<String>();
        for (Mends.Mend mend : mends.mends()) {
            var used = new TreeSet<String>();
            for (Mends.Pair pair : mend.shown()) {
                Entry before = manifest.get(pair.before());
                Entry after = manifest.get(pair.after());
                Set<String> different = differences(before.world(), after.world());
                used.addAll(different);
                different.removeAll(mend.change());
                different.removeAll(mend.wider());
                different.removeAll(mend.aside().keySet());
                different.forEach(it -> faults.add("%s: %s and %s differ in %s too".formatted(mend.id(), pair.before(), pair.after(), it)));
                var off = new TreeSet<>(after.off());
                off.removeAll(before.off());
                if (!off.equals(new TreeSet<>(mend.off()))) {
                    faults.add("%s: switched off in %s: %s".formatted(mend.id(), pair.after(), off));
                }
            }
            mend.change().stream().filter(it -> !used.contains(it)).forEach(it -> faults.add("%s: %s makes no difference".formatted(mend.id(), it)));
        }
        assertEquals(List.of(), faults);
    }

    /** That this can fail: two worlds that differ in more. */
    @Test
    void aDifferenceBesidesIsFound() {
        assertEquals(Set.of("alice.sir.waitChecks"), differences("SirWaitsReplayedOneSa", "SirWaitsForLifeReplayedOneSa"));
        assertEquals(Set.of("alice.sir.waitChecks", "replays"), differences("SirWaitsOneSa", "SirWaitsForLifeReplayedOneSa"));
        assertEquals(Set.of(), differences("SirWaitsOneSa", "SirWaitsOneSa"));
    }

    /** The fields in which they differ; a field that one of them leaves as the first world of all has it counts as different. */
    private static Set<String> differences(String one, String other) {
        Map<String, Value> mine = fields(one);
        Map<String, Value> theirs = fields(other);
        var all = new TreeSet<>(mine.keySet());
        all.addAll(theirs.keySet());
        all.removeIf(field -> mine.containsKey(field) && mine.get(field).equals(theirs.get(field)));
        return all;
    }

    private static Map<String, Value> fields(String name) {
        Map<String, Value> fields = new LinkedHashMap<>();
        worlds.find(name).ifPresent(world -> {
            fields.putAll(fields(world.of()));
            fields.putAll(world.differs());
        });
        return fields;
    }

    @Test
    void whatTheyNameIsThere() {
        for (Mends.Mend mend : mends.mends()) {
            mend.findings().forEach(MendsTest::known);
            if (mend.clause() != null) {
                assertTrue(catalogue.clause(mend.clause()).orElseThrow().ours(), mend.clause());
            }
            mend.off().forEach(id -> assertFalse(catalogue.clause(id).orElseThrow().ours(), id));
        }
        mends.unmended().forEach(it -> it.findings().forEach(MendsTest::known));
    }

    private static void known(String finding) {
        assertTrue(findings.findings().stream().anyMatch(it -> it.id().equals(finding)), finding);
    }
}
