package sfd.cutoff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import sfd.check.BadInput;
import sfd.check.Layout;
import sfd.traces.json.JsonValue;
import sfd.traces.value.Value;

/** Looking an SA away: nothing is missing as it is; and what is left out, or seen wrongly, is missed. */
class CutoffTest {

    private static final Layout LAYOUT = new Layout(Path.of(System.getProperty("project.root")));
    private static final Cutoff KEPT = Cutoff.KEPT.read(LAYOUT);

    private static Cutoff.Seen small(String differs) {
        return new Cutoff.Seen("Small", "Worlds", "OnPath", "!.faults = [NoFaults EXCEPT !.crash = 1]" + differs, List.of(1L, 2L), false,
                "One crash.", List.of("SoundGoneProp"), null);
    }

    private static List<String> without(String part) {
        return KEPT.parts().stream().filter(it -> !it.equals(part)).toList();
    }

    @Test
    void everyStepIsExplained() {
        Cutoffs.Looked looked = new Cutoffs(LAYOUT, KEPT.parts()).at(small(""));
        assertTrue(looked.isShown(KEPT.claims()), looked.found().toString());
        assertEquals(2, looked.found().sights().size());
        looked.found().sights().forEach(it -> {
            assertTrue(it.hidden() > 0 && it.own() > 0 && it.needs().getOrDefault("answers", 0L) > 0, it.toString());
            assertTrue(it.states() < looked.found().states());
        });
    }

    /** The step that nobody explains any more is named, and the way there ends with it. */
    @Test
    void aPartThatIsLeftOutIsMissed() {
        Cutoffs.Looked looked = new Cutoffs(LAYOUT, without("answers")).at(small(""));
        assertFalse(looked.isShown(KEPT.claims()));
        Set<String> missing = looked.found().sights().stream().flatMap(it -> it.missing().keySet().stream()).collect(Collectors.toSet());
        assertTrue(missing.contains("Provoke Received"), missing.toString());
        String last = looked.way().orElseThrow().last().label().action();
        assertTrue(missing.stream().anyMatch(it -> it.startsWith(last)), last);
    }

    /** Who does not see Alice's tables sees tokens end SAs that are not there. */
    @Test
    void whoSeesTooLittleIsNoticed() {
        Cutoffs.Looked looked = new Cutoffs(LAYOUT, KEPT.parts(), state -> Packets.with(state, "peers",
                peers -> Packets.with(peers, "alice", alice -> Packets.with(alice, "sas", sas -> Value.seq())))).at(small(""));
        assertFalse(looked.isShown(KEPT.claims()));
        assertTrue(looked.found().sights().stream().noneMatch(it -> it.missing().isEmpty()));
    }

    /** And who lets a packet of the SA that is looked away stay. */
    @Test
    void whoSeesTooMuchIsNoticed() {
        Value stray = JsonValue.of(JsonValue.parse("{\"stray\": true}"));
        Cutoffs.Looked looked = new Cutoffs(LAYOUT, KEPT.parts(), state -> Packets.with(state, "wire", wire -> Value.set(stray))).at(small(""));
        assertEquals(Set.of("Init"), new TreeSet<>(looked.found().sights().getFirst().missing().keySet()));
    }

    @Test
    void whatCannotBeLookedAwayIsRefused() {
        for (String differs : List.of(", !.faults.rekey = 1", ", !.faults.childRekey = 1", ", !.bob.drawn = 1")) {
            assertThrows(BadInput.class, () -> new Cutoffs(LAYOUT, KEPT.parts()).at(small(differs)), differs);
        }
        assertThrows(IllegalArgumentException.class, () -> Sight.of(List.of(1L, 4L), Set.of(1L)));
        assertThrows(IllegalArgumentException.class, () -> Sight.of(List.of(1L, 2L), Set.of(1L)).of(Value.record(Map.of("new", Value.of(1)))));
    }

    /** Everywhere each step is explained, each part is needed somewhere, and no verdict speaks against a claim that carries over. */
    @Test
    void whatIsKeptSaysSomething() {
        Set<String> needed = new TreeSet<>();
        for (Cutoff.Seen world : KEPT.worlds().stream().filter(it -> it.found() != null).toList()) {
            assertTrue(new Cutoffs.Looked(world.found(), Optional.empty()).isShown(KEPT.claims()), world.name());
            world.found().sights().forEach(it -> needed.addAll(it.needs().keySet()));
            assertTrue(KEPT.claims().stream().map(Cutoff.Claim::property).toList().containsAll(world.properties()), world.name());
        }
        assertEquals(new TreeSet<>(KEPT.parts()), needed);
        // What falls alone already says nothing of others.
        KEPT.detection().forEach(it -> assertEquals("holds", it.alone(), it.name()));
        KEPT.detection().forEach(it -> assertEquals(Set.copyOf(it.parts()), it.among().keySet(), it.name()));
    }

    @Test
    void theFileIsOfItsSchema() throws IOException {
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(json("schemas/cutoff.schema.json"));
        JsonNode kept = json("cutoff.json");
        assertEquals(Set.of(), schema.validate(kept));
        for (String field : List.of("base", "pairs", "says")) {
            JsonNode spoiled = kept.deepCopy();
            ((ObjectNode) spoiled.get("worlds").get(0)).remove(field);
            assertNotEquals(Set.of(), schema.validate(spoiled), field);
        }
    }

    private static JsonNode json(String file) throws IOException {
        return JsonValue.parse(Files.readString(LAYOUT.spec().resolve(file)));
    }
}
