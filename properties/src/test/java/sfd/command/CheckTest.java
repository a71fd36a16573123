package sfd.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sfd.check.Status;
import sfd.lockstep.SmallModel;

/** The command as a user meets it, on a copy of the spec with one small model. */
class CheckTest {

    private static final Path PROJECT = Path.of(System.getProperty("project.root"));
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Half-open SAs do not count: one is opened, asked for, and its token is shown. The counts come from a first run. */
    private static final String UNCOUNTED = """
            {"models": [{"name": "Small", "module": "models/MakerModel.tla", "config": "models/Small.cfg",
              "time": "quick", "says": "A small one.", "assumptions": ["one SA"],
              "expected": {"TypeOK": {"result": "holds"}, "RegenerableInv": {"result": "holds"},
                           "NoTokenForExistingSaProp": {"result": "violated", "steps": 2}},
              "states": %d, "transitions": %d}]}
            """;

    private static long states;
    private static long transitions;

    @TempDir
    Path root;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void copy() throws IOException {
        SmallModel.copySpec(PROJECT, root);
        SmallModel.maker(root, "{}", "HalfOpenUnknown");
        manifest(counted(states, transitions));
    }

    @BeforeAll
    static void count(@TempDir Path root) throws IOException {
        SmallModel.copySpec(PROJECT, root);
        SmallModel.maker(root, "{}", "HalfOpenUnknown");
        Files.writeString(root.resolve("spec/manifest.json"), counted(0, 0));
        var out = new ByteArrayOutputStream();
        Sfd.run(new Streams(System.in, new PrintStream(out), System.err), "check", "--project", root.toString(), "--record",
                "--model", "Small");
        String printed = out.toString();
        JsonNode measured = JSON.readTree(printed.substring(printed.indexOf('{')));
        states = measured.get("states").asLong();
        transitions = measured.get("transitions").asLong();
        assertTrue(states > 10 && transitions > 100, printed);
    }

    private static String counted(long states, long transitions) {
        return UNCOUNTED.formatted(states, transitions);
    }

    private static String grouped(long count) {
        return "%,d".formatted(count);
    }

    private void manifest(String text) throws IOException {
        Files.writeString(root.resolve("spec/manifest.json"), text);
    }

    private int check(String... arguments) {
        out.reset();
        err.reset();
        return Sfd.run(new Streams(System.in, new PrintStream(out), new PrintStream(err)),
                Sfd.with("check", Sfd.with("--project", Sfd.with(root.toString(), arguments))));
    }

    private void assertRefused(String complaint, String... arguments) {
        assertEquals(Status.UNUSABLE, check(arguments));
        assertEquals(1, err.toString().lines().count(), err::toString);
        assertTrue(err.toString().contains(complaint), err::toString);
        assertFalse(out.toString().contains("\tat "), out::toString);
    }

    @Test
    void allAsExpected() throws IOException {
        assertEquals(CheckCommand.AS_EXPECTED, check("--model", "Small"), out::toString);
        JsonNode verdicts = JSON.readTree(root.resolve("target/check/verdicts.json").toFile());
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(JSON.readTree(PROJECT.resolve("spec/schemas/verdicts.schema.json").toFile()));
        assertEquals(Set.of(), schema.validate(verdicts));
        JsonNode violated = verdicts.get("results").get(2);
        assertEquals("violated", violated.get("actual").asText());
        assertEquals(2, violated.get("steps").asInt());
        assertTrue(Files.exists(root.resolve(violated.get("trace").asText())));
        assertEquals(0, verdicts.get("replays").get(0).get("mismatches").asInt());
        assertFaulty(schema, verdicts);
    }

    /** Each change makes the verdicts something that the schema refuses. */
    private static void assertFaulty(JsonSchema schema, JsonNode verdicts) {
        for (String field : Set.of("model", "kind", "actual", "steps", "trace", "clausesOff")) {
            JsonNode broken = verdicts.deepCopy();
            ((ObjectNode) broken.get("results").get(0)).remove(field);
            assertFalse(schema.validate(broken).isEmpty(), field);
            ((ObjectNode) broken.get("results").get(0)).put(field, "never seen");
            if (!field.equals("model")) {
                assertFalse(schema.validate(broken).isEmpty(), field);
            }
        }
    }

    @Test
    void anUnexpectedVerdictIsDrawn() throws IOException {
        manifest(counted(states, transitions).replace("\"violated\", \"steps\": 2", "\"holds\""));
        assertEquals(CheckCommand.UNEXPECTED, check("--model", "Small"));
        assertTrue(out.toString().contains("NoTokenForExistingSaProp is violated in 2, expected: holds"), out::toString);
        assertTrue(out.toString().contains("  2. "), out::toString);
        assertTrue(out.toString().contains("N(QCD_TOKEN of IKE SA 1 with secret 1)"), out::toString);
        assertTrue(out.toString().contains("[BASE-1.5-3, BASE-2.21.4-1, QCD-3-4, QCD-4.5-1, QCD-4.5-5]"), out::toString);
    }

    @Test
    void otherCountsStepsAndPropertiesAreUnexpected() throws IOException {
        manifest(counted(states + 1, transitions + 1)
                .replace("\"steps\": 2", "\"steps\": 3").replace("\"RegenerableInv\"", "\"RegeneratedInv\""));
        assertEquals(CheckCommand.UNEXPECTED, check("--model", "Small"));
        for (String complaint : Set.of(
                grouped(states) + " states, expected " + grouped(states + 1),
                grouped(transitions) + " transitions, expected " + grouped(transitions + 1),
                "violated in 2, expected: violated in 3", "RegenerableInv stands in the configuration",
                "RegeneratedInv, which the configuration does not name")) {
            assertTrue(out.toString().contains(complaint), () -> complaint + "\n" + out);
        }
    }

    @Test
    void oneOfTwoAsExpectedIsNotEnough() throws IOException {
        Files.copy(root.resolve("spec/models/Small.cfg"), root.resolve("spec/models/Other.cfg"));
        String good = counted(states, transitions);
        String bad = counted(states, transitions + 1).replace("Small", "Other");
        manifest(good.replaceFirst("]}\\s*$", ",") + bad.substring(bad.indexOf('[') + 1));
        assertEquals(CheckCommand.AS_EXPECTED, check("--model", "Small"), out::toString);
        assertEquals(CheckCommand.UNEXPECTED, check(), out::toString);
        assertTrue(out.toString().contains("Small: as expected") && out.toString().contains("Other: NOT as expected"), out::toString);
    }

    @Test
    void aClauseOffIsReadFromTheModelAndOwesNoLockstep() throws IOException {
        SmallModel.maker(root, "{\"QCD-9.2-1\"}", "Method51");
        check("--model", "Small");
        JsonNode verdicts = JSON.readTree(root.resolve("target/check/verdicts.json").toFile());
        assertEquals("[\"QCD-9.2-1\"]", verdicts.get("results").get(0).get("clausesOff").toString());
        assertEquals(0, verdicts.get("replays").size());
    }

    @Test
    void aSyntaxErrorIsOneLine() throws IOException {
        Path module = root.resolve("spec/models/MakerModel.tla");
        Files.writeString(module, Files.readString(module).replace("TypeOK ==", "TypeOK == /\\ ("));
        assertEquals(CheckCommand.UNEXPECTED, check("--model", "Small"));
        String complaint = out.toString().lines().filter(line -> line.startsWith("Small: ") && line.contains("MakerModel"))
                .findFirst().orElseThrow();
        assertTrue(complaint.matches("Small: .*MakerModel\\.tla:\\d+: .*"), complaint);
        assertFalse(out.toString().contains("\tat "), out::toString);
    }

    @Test
    void drawsTheCounterexample() {
        assertEquals(CheckCommand.AS_EXPECTED, check("--draw", "Small", "NoTokenForExistingSaProp"));
        assertTrue(out.toString().contains("  1. Maker: SaHalfOpen IKE SA 1"), out::toString);
        assertTrue(out.toString().contains("INFORMATIONAL request 2 for IKE SA 1, SK   [BASE-1.5-3"), out::toString);
        assertTrue(out.toString().contains("203.0.113.66:4500: INFORMATIONAL response 2 for IKE SA 1, N(INVALID_IKE_SPI), N(QCD_TOKEN")
                || out.toString().contains("192.0.2.1:4500: INFORMATIONAL response 2 for IKE SA 1, N(INVALID_IKE_SPI), N(QCD_TOKEN"),
                out::toString);
    }

    @Test
    void listsWithoutChecking() {
        assertEquals(CheckCommand.AS_EXPECTED, check("--list"));
        assertTrue(out.toString().contains("NoTokenForExistingSaProp         violated in 2"), out::toString);
    }

    @Test
    void badInputIsOneLine() throws IOException {
        assertRefused("Unknown option: '--frob'", "--frob");
        assertRefused("no model Large", "--model", "Large");
        assertRefused("Small has no property Soundness", "--draw", "Small", "Soundness");
        manifest(counted(states, transitions).replace("\"quick\"", "\"fast\""));
        assertRefused("time", "--list");
        manifest("{\"models\": [");
        assertRefused("manifest.json:1", "--list");
        manifest(counted(states, transitions));
        Files.copy(root.resolve("spec/models/Small.cfg"), root.resolve("spec/models/Forgotten.cfg"));
        assertRefused("spec/models/Forgotten.cfg", "--list");
        Files.delete(root.resolve("spec/models/Forgotten.cfg"));
        Files.delete(root.resolve("spec/models/Small.cfg"));
        assertRefused("needs spec/models/Small.cfg", "--list");
        Files.delete(root.resolve("spec/manifest.json"));
        assertRefused(root + " has no spec/manifest.json", "--list");
    }
}
