package sfd.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The recorded run of the fuzzer has the form of its schema, adds up, found nothing, and is what the README says. */
class FuzzSchemaTest {

    private static JsonSchema schema;
    private static JsonNode run;

    @BeforeAll
    static void read() throws IOException {
        schema = Committed.schema("spec/schemas/fuzz.schema.json");
        run = Committed.json("properties/fuzz.json");
    }

    @Test
    void itIsValid() {
        assertEquals(Set.of(), schema.validate(run));
        for (String field : List.of("executions", "findings", "target")) {
            JsonNode broken = run.deepCopy();
            ((ObjectNode) broken.get("targets").get(0)).remove(field);
            assertNotEquals(Set.of(), schema.validate(broken), field);
        }
    }

    @Test
    void itAddsUp() throws IOException {
        assertEquals(run.get("executions").asLong(), sum("executions"));
        String readme = Files.readString(Committed.ROOT.resolve("properties/README.md"));
        assertTrue(readme.contains("had " + sum("findings") + " findings"), "the page says how many there were");
    }

    private static long sum(String field) {
        return StreamSupport.stream(run.get("targets").spliterator(), false).mapToLong(it -> it.get(field).asLong()).sum();
    }

    /** The README's table, between its marks. */
    @Test
    void theReadmeShowsIt() throws IOException {
        var table = new StringBuilder("<!-- fuzz -->\n| target | executions | seconds | edges reached | inputs in the corpus |\n|---|---:|---:|---:|---:|\n");
        for (JsonNode it : run.get("targets")) {
            row(table, it.get("target").asText(), it, it.get("edges").asText(), it.get("corpus").asText());
        }
        row(table, "all", run, "", "");
        String readme = Files.readString(Committed.ROOT.resolve("properties/README.md"));
        assertTrue(readme.contains(table.append("<!-- /fuzz -->\n")), () -> "properties/README.md lacks:\n" + table);
    }

    private static void row(StringBuilder table, String name, JsonNode it, String edges, String corpus) {
        table.append(String.format(Locale.ROOT, "| %s | %,d | %,d | %s | %s |%n", name, it.get("executions").asLong(),
                it.get("seconds").asLong(), edges, corpus).replace("\r", ""));
    }
}
