package sfd.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sfd.traces.json.JsonValue;

/** The findings, and what the models say of themselves, have the form of their schemas, which refuse other forms. */
class FindingsSchemaTest {

    private static JsonSchema findingsSchema;
    private static JsonSchema modelsSchema;
    private static JsonNode findings;
    private static JsonNode models;

    @BeforeAll
    static void read() throws IOException {
        findingsSchema = Committed.schema("spec/schemas/findings.schema.json");
        modelsSchema = Committed.schema("spec/schemas/models.schema.json");
        findings = Committed.json("spec/findings.json");
        models = Committed.json("spec/models/models.json");
    }

    @Test
    void bothAreValid() {
        assertEquals(Set.of(), findingsSchema.validate(findings));
        assertEquals(Set.of(), modelsSchema.validate(models));
    }

    /** One change to the first finding; null takes the field away. */
    @ParameterizedTest
    @CsvSource(nullValues = "null", quoteCharacter = '`', value = {
        "id, `\"1\"`",
        "id, null",
        "situation, `\"\"`",
        "situation, `\"a | b\"`",
        "situation, `\"A sentence.\"`",
        "statement, `\"No full stop\"`",
        "statement, `\"Two\\nlines.\"`",
        "clauses, []",
        "clauses, `[\"QCD-9.2\"]`",
        "clauses, `[\"QCD-9.2-1\", \"QCD-9.2-1\"]`",
        "models, []",
        "models, `[\"a model\"]`",
        "models, null",
        "verdict, `\"holds\"`",
        "places, null",
        "places, []",
        "places, `[{\"text\": \"RFC 6290\", \"section\": \"3\"}]`",
        "places, `[{\"text\": \"RFC 5996\", \"section\": \"3\", \"says\": \"something\"}]`",
        "places, `[{\"text\": \"RFC 6290\", \"section\": \"section 3\", \"says\": \"something\"}]`",
        "places, `[{\"text\": \"RFC 6290\", \"section\": \"3\", \"says\": \"A sentence.\"}]`",
        "places, `[{\"text\": \"RFC 6290\", \"section\": \"3\", \"says\": \"something\", \"quote\": \"x\"}]`",
    })
    void aFaultyFindingIsRefused(String field, String value) {
        JsonNode broken = findings.deepCopy();
        change((ObjectNode) broken.get("findings").get(0), field, value);
        assertNotEquals(findings, broken);
        assertFalse(findingsSchema.validate(broken).isEmpty());
    }

    /** One change to the first of the ten that matter most. */
    @ParameterizedTest
    @CsvSource(nullValues = "null", quoteCharacter = '`', value = {
        "finding, `\"26\"`",
        "finding, null",
        "says, `\"No full stop\"`",
        "takes, `\"a | b.\"`",
        "takes, null",
        "section, `\"3\"`",
    })
    void aFaultyOneOfTheTenIsRefused(String field, String value) {
        JsonNode broken = findings.deepCopy();
        change((ObjectNode) broken.get("foremost").get(0), field, value);
        assertNotEquals(findings, broken);
        assertFalse(findingsSchema.validate(broken).isEmpty());
    }

    /** One change to what a model says of itself. */
    @ParameterizedTest
    @CsvSource(nullValues = "null", quoteCharacter = '`', value = {
        "kind, `\"world\"`",
        "protocol, `\"esp\"`",
        "deployment, null",
        "attacker, `\"everywhere\"`",
        "clausesOff, `[\"QCD\"]`",
        "parameters, `{\"#set\": 1}`",
        "roles, `{\"alice\": \"bob\"}`",
        "policies, `{\"alice\": 1}`",
        "states, 1",
    })
    void aFaultyModelIsRefused(String field, String value) {
        JsonNode broken = models.deepCopy();
        change((ObjectNode) broken.get("QcdOffPath"), field, value);
        assertNotEquals(models, broken);
        assertFalse(modelsSchema.validate(broken).isEmpty());
    }

    private static void change(ObjectNode node, String field, String value) {
        if (value == null) {
            node.remove(field);
        } else {
            node.set(field, JsonValue.parse(value));
        }
    }
}
