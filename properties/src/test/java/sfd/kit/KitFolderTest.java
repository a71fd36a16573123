package sfd.kit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sfd.lockstep.RoleGraph;
import sfd.traces.json.JsonValue;

/** A whole graph as a file, on the smallest role model. */
class KitFolderTest {

    private static final String NAME = "LivenessPatientOneSa";

    private static RoleGraph graph;

    @TempDir
    private Path folder;

    @BeforeAll
    static void walk() {
        graph = Kit.graph("TakerModel", NAME);
    }

    private static byte[] written(Path folder) throws IOException {
        var kit = new KitFolder(folder);
        kit.add(NAME, graph);
        kit.close();
        return Files.readAllBytes(folder.resolve(NAME + ".steps.jsonl.gz"));
    }

    private static String sha256(byte[] octets) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
    }

    @Test
    void theManifestHasTheRightSumsAndTheSameModelGivesTheSameOctets() throws IOException, NoSuchAlgorithmException {
        byte[] file = written(folder.resolve("one"));
        assertArrayEquals(file, written(folder.resolve("two")));
        byte[] lines = new GZIPInputStream(new ByteArrayInputStream(file)).readAllBytes();
        JsonNode manifest = JsonValue.parse(Files.readString(folder.resolve("one/manifest.json")));
        assertEquals(Set.of(), Kit.schema("traces/schemas/kit.schema.json").validate(manifest));
        JsonNode entry = manifest.get("files").get(0);
        assertEquals(sha256(file), entry.get("sha256").asText());
        assertEquals(file.length, entry.get("octets").asInt());
        assertEquals(sha256(lines), entry.get("lines").get("sha256").asText());
        assertEquals(lines.length, entry.get("lines").get("octets").asInt());
    }

    @Test
    void eachLineOfTheWholeGraphIsOfTheSchemaAndEachEdgeIsThere() throws IOException {
        byte[] file = written(folder);
        List<JsonNode> lines = new String(new GZIPInputStream(new ByteArrayInputStream(file)).readAllBytes(), StandardCharsets.UTF_8)
                .lines().map(JsonValue::parse).toList();
        var schema = Kit.schema("traces/schemas/steps.schema.json");
        lines.stream().limit(300).forEach(line -> assertEquals(Set.of(), schema.validate(line), line::toString));
        assertEquals(1 + graph.graph().stateCount() + graph.graph().edgeCount(), lines.size());
        assertEquals(graph.graph().edgeCount() - 1, lines.getLast().get("step").asInt());
    }

    @Test
    void eachTraitIsThatOfAChosenStepAndNoneIsChosenOfAModelThatAddsNone() {
        var first = new FirstSteps();
        int[] steps = first.of(graph);
        Set<StepTrait> chosen = new HashSet<>();
        for (int step : steps) {
            assertTrue(chosen.addAll(new StepTraits(graph).of(step)), "a step without a trait of its own");
        }
        assertEquals(FirstSteps.traits(graph), chosen);
        assertEquals(0, first.of(graph).length);
    }

    @Test
    void whatIsNoStateOrNoEventIsRefusedInOneLine() {
        JsonNode state = StateTree.of(graph.state(graph.graph().stateCount() - 1));
        for (String field : List.of("sas", "checks", "hinted", "heard")) {
            ObjectNode without = state.deepCopy();
            without.remove(field);
            assertRefused(field + " is missing", without);
            assertRefused(field + " must be", ((ObjectNode) state.deepCopy()).put(field, "x"));
        }
        assertRefused("an object is missing", JsonValue.parse("[]"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> StateFields.read("attacker", state)).getMessage()
                .contains("there is no role"));
        assertThrows(IllegalArgumentException.class, () -> EventTree.read(JsonValue.parse("{\"event\":\"Rejected\"}")));
        assertThrows(IllegalArgumentException.class, () -> EventTree.read(JsonValue.parse("[]")));
    }

    private static void assertRefused(String why, JsonNode state) {
        String message = assertThrows(IllegalArgumentException.class, () -> StateFields.read("baseline", state)).getMessage();
        assertTrue(message.startsWith(why) && message.lines().count() == 1, message);
    }
}
