package sfd.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The kept results have the form of their schema, and are about the rows as they stand today. */
class BenchSchemaTest {

    private static JsonSchema schema;
    private static JsonNode results;

    @BeforeAll
    static void read() throws IOException {
        schema = Committed.schema("spec/schemas/bench.schema.json");
        results = Committed.json("properties/bench/results.json");
    }

    @Test
    void theyAreValid() {
        assertEquals(Set.of(), schema.validate(results));
    }

    @Test
    void otherFormsAreRefused() {
        for (String field : List.of("verdict", "ratio", "skipped", "row")) {
            JsonNode broken = results.deepCopy();
            ((ObjectNode) broken.get("results").get(0)).remove(field);
            assertNotEquals(Set.of(), schema.validate(broken), field);
        }
        JsonNode typed = results.deepCopy();
        ((ObjectNode) typed.get("results").get(0)).put("verdict", "FINE");
        assertNotEquals(Set.of(), schema.validate(typed));
        JsonNode one = results.deepCopy();
        ((ObjectNode) one.get("plan")).put("jvms", 1);
        assertNotEquals(Set.of(), schema.validate(one));
    }

    /** Else the README would show goals that are no longer these. */
    @Test
    void theyAreAboutTodaysRows() throws IOException {
        List<List<String>> today = new ArrayList<>();
        Committed.json("properties/bench/rows.json").forEach(row -> today.add(key(row)));
        List<List<String>> kept = new ArrayList<>();
        results.get("results").forEach(result -> kept.add(key(result.get("row"))));
        assertEquals(today, kept);
    }

    private static List<String> key(JsonNode row) {
        return List.of(row.path("id").asText(), row.path("path").asText(), row.path("anchor").asText(),
                number(row, "goal"), number(row, "limit"), number(row, "octets"));
    }

    private static String number(JsonNode row, String field) {
        return row.hasNonNull(field) ? String.valueOf(row.get(field).asDouble()) : "none";
    }
}
