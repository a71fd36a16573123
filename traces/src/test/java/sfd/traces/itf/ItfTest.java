package sfd.traces.itf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.JsonSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sfd.traces.graph.Label;
import sfd.traces.graph.Schemas;
import sfd.traces.graph.Trace;
import sfd.traces.json.JsonValue;
import sfd.traces.value.Value;

class ItfTest {

    private static final JsonSchema SCHEMA = Schemas.named("itf.schema.json");

    private static final Trace TRACE = new Trace(List.of(
            new Trace.Step(Label.of(Value.record(Map.of("action", Value.of("Init")))), state(Value.set())),
            new Trace.Step(Label.of(Value.record(Map.of("action", Value.of("Tick"), "actor", Value.of("maker"),
                    "event", Value.record(Map.of("type", Value.of("Tick"))), "effects", Value.seq(Value.of("Log")),
                    "because", Value.set(Value.of("QCD-3-7"))))), state(Value.set(Value.of(2), Value.of(1))))));

    private static final String TEXT = """
            {
              "#meta": {"format":"ITF","source":"Model, property"},
              "vars": ["peers","mbt::actionTaken","mbt::nondetPicks","because","effects"],
              "states": [
                {
                  "#meta": {"index":0,"absent":["because","effects"]},
                  "mbt::actionTaken": "Init",
                  "mbt::nondetPicks": {},
                  "because": [],
                  "effects": [],
                  "peers": {"#map":[[0,{"#set":[]}]]}
                },
                {
                  "#meta": {"index":1},
                  "mbt::actionTaken": "Tick",
                  "mbt::nondetPicks": {"actor":"maker","event":{"type":"Tick"}},
                  "because": {"#set":["QCD-3-7"]},
                  "effects": ["Log"],
                  "peers": {"#map":[[0,{"#set":[1,2]}]]}
                }
              ]
            }
            """;

    private static Value state(Value inside) {
        return Value.record(Map.of("peers", Value.function(Map.of(Value.of(0), inside))));
    }

    @Test
    void theTextIsStable(@TempDir Path folder) throws IOException {
        assertEquals(TEXT, Itf.text("Model, property", TRACE));
        Path file = folder.resolve("trace.itf.json");
        Itf.write("Model, property", TRACE, file);
        assertEquals(TEXT, Files.readString(file));
        assertEquals(TRACE, Itf.read(file));
        Files.writeString(file, "{");
        assertTrue(assertThrows(IOException.class, () -> Itf.read(file)).getMessage().startsWith(file + ": no JSON"));
    }

    /** Other writers put tuples in objects. */
    @Test
    void tuplesAreSequences() {
        assertEquals(TRACE, Itf.trace(TEXT.replace("[\"Log\"]", "{\"#tup\":[\"Log\"]}")));
        assertEquals(Value.of(-3), JsonValue.of(JsonValue.parse("{\"#bigint\":\"-3\"}")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
            "\"index\":1 ; \"index\":2",
            "\"peers\": {\"#map\":[[0,{\"#set\":[1,2]}]]} ; \"wire\": 1",
            "\"mbt::actionTaken\": \"Tick\" ; \"mbt::actionTaken\": 1",
            "{\"#set\":[1,2]} ; {\"#bag\":[1,2]}",
            "{\"#set\":[1,2]} ; null",
            "{\"#set\":[1,2]} ; 1.5",
            "[[0,{\"#set\":[1,2]}]] ; [[0,1],[0,2]]",
            "[[0,{\"#set\":[1,2]}]] ; [[0]]",
            "\"effects\": [\"Log\"], ; ``",
            ",\"effects\"] ; ]",
    })
    void whatIsNoTraceIsRefused(String where, String with) {
        assertNotEquals(TEXT, TEXT.replace(where, with));
        String message = assertThrows(IllegalArgumentException.class, () -> Itf.trace(TEXT.replace(where, with)))
                .getMessage();
        assertEquals(-1, message.indexOf('\n'));
    }

    /** The schema is no blank: it refuses these. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
            "\"index\":1 ; \"index\":\"1\"",
            "{\"#set\":[1,2]} ; {\"#bag\":[1,2]}",
            "{\"#set\":[1,2]} ; {\"#set\":[1,1]}",
            "{\"#set\":[1,2]} ; null",
            "{\"#set\":[1,2]} ; 1.5",
            "[[0,{\"#set\":[1,2]}]] ; [[0]]",
            "\"effects\": [\"Log\"], ; ``",
            "\"mbt::actionTaken\": \"Tick\" ; \"mbt::actionTaken\": 1",
            "\"format\":\"ITF\" ; \"format\":\"JSON\"",
            "\"source\" ; \"timestamp\"",
    })
    void theSchemaRefuses(String where, String with) {
        assertNotEquals(TEXT, TEXT.replace(where, with));
        assertNotEquals(Set.of(), Schemas.violations(SCHEMA, TEXT.replace(where, with)));
    }

    @Test
    void namesOfTheFormatAreNoVariables() {
        var step = new Trace.Step(TRACE.steps().getFirst().label(), Value.record(Map.of("effects", Value.of(1))));
        assertThrows(IllegalArgumentException.class, () -> Itf.text("", new Trace(List.of(step))));
    }
}
