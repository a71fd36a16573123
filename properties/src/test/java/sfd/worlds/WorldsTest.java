package sfd.worlds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import sfd.traces.json.JsonValue;
import sfd.traces.value.Value;

/** The models as data: what TLC reads is what the data says, and what names say is so. */
class WorldsTest {

    private static final Path SPEC = Path.of(System.getProperty("project.root"), "spec");
    private static final Worlds WORLDS = Worlds.read(SPEC);

    /** What TLC finds each world to be, and those by hand. */
    private static final Map<String, Value> EVALUATED = new TreeMap<>();
    private static Map<String, Value> byHand;

    @BeforeAll
    static void evaluate() {
        try (var evaluated = new Evaluated(SPEC)) {
            byHand = evaluated.byHand();
            WORLDS.worlds().forEach(it -> evaluated.of(it.name()).ifPresent(value -> EVALUATED.put(it.name(), value)));
        }
    }

    private static JsonNode json(String file) throws IOException {
        return JsonValue.parse(Files.readString(SPEC.resolve(file)));
    }

    @Test
    void theFileIsOfItsSchema() throws IOException {
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(json("schemas/worlds.schema.json"));
        assertEquals(Set.of(), schema.validate(json("worlds.json")));
        assertEquals(WORLDS.worlds().count(), WORLDS.worlds().map(World::name).distinct().count(), "a world twice");
    }

    @Test
    void tlcFindsEachWorldAsTheDataHasIt() {
        WORLDS.worlds().forEach(it -> assertEquals(WORLDS.whole(it.name(), byHand), EVALUATED.get(it.name()), it.name()));
    }

    /** What a world says to differ does differ from the world that it names. */
    @Test
    void nothingIsSaidThatIsSoAnyway() {
        WORLDS.worlds().forEach(it -> assertEquals(it.differs(),
                Fields.differing(WORLDS.whole(it.of(), byHand), WORLDS.whole(it.name(), byHand)), it.name()));
    }

    @Test
    void namesSayWhatIsSo() throws IOException {
        var seen = new TreeMap<String, Integer>();
        var lies = new ArrayList<String>();
        for (JsonNode model : json("manifest.json").get("models")) {
            if (model.has("world")) {
                Value world = WORLDS.whole(model.get("world").asText(), byHand);
                lies.addAll(lies(model.get("name").asText(), world));
                WORLDS.words().stream().filter(it -> it.standsIn(model.get("name").asText(), WORLDS.words()))
                        .forEach(it -> seen.merge(it.word(), 1, Integer::sum));
            }
        }
        assertEquals(List.of(), lies);
        assertEquals(WORLDS.words().stream().map(Word::word).collect(Collectors.toSet()), seen.keySet(), "words that no name has");
    }

    @Test
    void aNameThatLiesIsFound() {
        assertEquals(List.of("QcdLossyOneSa: Lossy, but faults.loss is 0"), lies("QcdLossyOneSa", EVALUATED.get("OffPathOneSa")));
        assertEquals(List.of("SirStandby: Standby, but deployment is \"single\""), lies("SirStandby", EVALUATED.get("SirOffPath")));
        assertFalse(lies("QcdOffPathOneSa", EVALUATED.get("OffPath")).isEmpty());
        assertTrue(lies("QcdLostOneSa", EVALUATED.get("OffPathOneSa")).isEmpty());
    }

    private static List<String> lies(String name, Value world) {
        return WORLDS.words().stream().filter(it -> it.standsIn(name, WORLDS.words()) && !it.isTrueOf(world))
                .map(it -> name + ": " + it.word() + ", but " + it.field() + " is " + Fields.at(world, it.field())).toList();
    }
}
