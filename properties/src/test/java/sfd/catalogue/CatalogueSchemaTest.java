package sfd.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The catalogue has the form of its schema, and the schema refuses what is not of that form. */
class CatalogueSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonSchema schema;
    private static JsonNode file;

    @BeforeAll
    static void read() throws IOException {
        schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(JSON.readTree(Project.ROOT.resolve("spec/schemas/clauses.schema.json").toFile()));
        file = JSON.readTree(Catalogue.file(Project.ROOT).toFile());
    }

    @Test
    void theCatalogueIsValid() {
        assertEquals(Set.of(), schema.validate(file));
    }

    /** One change to the first clause of a protocol; null takes the field away. */
    @ParameterizedTest
    @CsvSource(nullValues = "null", quoteCharacter = '`', value = {
        "BASE, id, `\"BASE-1.5\"`",
        "BASE, id, `\"QCD-1.1-1\"`",
        "BASE, id, `\"BASE-1.05-1\"`",
        "BASE, id, null",
        "BASE, protocol, `\"QCD\"`",
        "BASE, level, `\"OUGHT\"`",
        "BASE, level, null",
        "BASE, lowerCase, false",
        "BASE, text, `\"RFC 6290\"`",
        "BASE, section, null",
        "BASE, section, `\"1.5 \"`",
        "BASE, rule, `\"\"`",
        "BASE, rule, null",
        "BASE, qcd06, `\"same\"`",
        "BASE, readings, []",
        "BASE, readings, `[\"READING-0\"]`",
        "BASE, notModelled, `\"\"`",
        "BASE, modelled, `\"yes\"`",
        "QCD, qcd06, null",
        "QCD, section, null",
        "SIR, text, `\"RFC 7296\"`",
        "SIR, qcd06, `\"same\"`",
        "WISH, id, `\"WISH-1-1\"`",
        "WISH, section, `\"1\"`",
        "WISH, level, `\"MUST\"`",
    })
    void aFaultyClauseIsRefused(String protocol, String field, String value) throws IOException {
        JsonNode broken = file.deepCopy();
        for (JsonNode clause : broken.get("clauses")) {
            if (clause.get("protocol").asText().equals(protocol)) {
                change((ObjectNode) clause, field, value);
                break;
            }
        }
        assertRefused(broken);
    }

    /** One change to the first reading. */
    @ParameterizedTest
    @CsvSource(nullValues = "null", quoteCharacter = '`', value = {
        "id, `\"READING-1-1\"`",
        "question, null",
        "decision, `\" \"`",
        "why, null",
        "policy, null",
        "policy, `\"two words\"`",
        "level, `\"MUST\"`",
    })
    void aFaultyReadingIsRefused(String field, String value) throws IOException {
        JsonNode broken = file.deepCopy();
        change((ObjectNode) broken.get("readings").get(0), field, value);
        assertRefused(broken);
    }

    @Test
    void anUnknownProtocolOrFieldAtTheTopIsRefused() throws IOException {
        ObjectNode broken = file.deepCopy();
        broken.set("notYet", JSON.readTree("[\"ESP\"]"));
        assertRefused(broken);
        ObjectNode longer = file.deepCopy();
        longer.put("version", 1);
        assertRefused(longer);
    }

    private static void change(ObjectNode node, String field, String value) throws IOException {
        if (value == null) {
            node.remove(field);
        } else {
            node.set(field, JSON.readTree(value));
        }
    }

    private static void assertRefused(JsonNode broken) {
        assertNotEquals(file, broken);
        assertFalse(schema.validate(broken).isEmpty());
    }
}
