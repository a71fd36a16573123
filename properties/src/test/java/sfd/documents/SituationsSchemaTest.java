package sfd.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

/** The axes of the comparison have the form of their schema, which refuses other forms. */
class SituationsSchemaTest {

    private static JsonSchema schema;
    private static JsonNode situations;

    @BeforeAll
    static void read() throws IOException {
        schema = Committed.schema("spec/schemas/situations.schema.json");
        situations = Committed.json("spec/situations.json");
    }

    @Test
    void theyAreValid() {
        assertEquals(Set.of(), schema.validate(situations));
    }

    /** One change to the first of a list. */
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {
        "protocols, id, `\"A b\"`",
        "protocols, words, `\"a sentence.\"`",
        "protocols, when, `[{\"field\": \"attacker\"}]`",
        "protocols, when, `[{\"field\": \"attacker\", \"is\": [\"none\"], \"atLeast\": 1}]`",
        "deployments, when, `[{\"field\": \"Attacker\", \"is\": [\"none\"]}]`",
        "attackers, verdict, `\"holds\"`",
        "claims, stated, []",
        "claims, stated, `[{\"properties\": []}]`",
        "circumstances, effect, `\"nothing\"`",
        "reasons, kind, `\"holds\"`",
        "reasons, because, `\"No full stop\"`",
        "reasons, clause, `\"F1\"`",
        "same, as, `\"\"`",
        "asides, model, `\"a model\"`",
    })
    void otherFormsAreRefused(String list, String field, String value) throws IOException {
        JsonNode changed = situations.deepCopy();
        ((ObjectNode) changed.get(list).get(0)).set(field, JsonValue.parse(value));
        assertNotEquals(Set.of(), schema.validate(changed), () -> list + " " + field + " " + value);
    }
}
