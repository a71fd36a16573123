package sfd.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Who reads verdicts sees which of them lean on another reading than the default. */
class ReadingsTest {

    private static final Path SPEC = Path.of(System.getProperty("project.root"), "spec");

    /** Where the texts of different years or another exchange are at issue, the model says so in fields of its own. */
    private static final Set<String> SAID_OTHERWISE = Set.of("text", "collapsed", "longest", "reports");

    private static final Map<String, String> DEFAULTS = Map.of("halfOpenExists", "true", "strictProtocolId", "false",
            "tokenNeedsCheck", "false", "answerIkeAuth", "true", "queryTo", "peer");

    private static JsonNode json(String file) throws IOException {
        return new ObjectMapper().readTree(Files.readString(SPEC.resolve(file)));
    }

    @Test
    void everyModelNamesTheReadingsThatItTakesTheOtherWay() throws IOException {
        var fields = new TreeMap<String, String>();
        json("clauses.json").get("readings").forEach(reading -> {
            String field = reading.path("policy").asText("null");
            if (!field.equals("null") && !SAID_OTHERWISE.contains(field)) {
                fields.put(field, reading.get("id").asText());
            }
        });
        assertEquals(new TreeSet<>(DEFAULTS.keySet()), new TreeSet<>(fields.keySet()));
        var seen = new TreeSet<String>();
        json("models/models.json").fields().forEachRemaining(model -> {
            var others = new TreeSet<String>();
            model.getValue().get("policies").forEach(policy -> fields.forEach((field, id) -> {
                JsonNode value = policy.has(field) ? policy.get(field) : policy.get("sir").get(field);
                if (!value.asText().equals(DEFAULTS.get(field))) {
                    others.add(id);
                }
            }));
            var said = new TreeSet<String>();
            model.getValue().at("/parameters/reading/#set").forEach(id -> said.add(id.asText()));
            assertEquals(others, said, model.getKey());
            seen.addAll(said);
        });
        assertTrue(seen.containsAll(Set.of("READING-1", "READING-12")), seen.toString());
    }
}
