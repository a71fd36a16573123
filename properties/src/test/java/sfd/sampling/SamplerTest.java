package sfd.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sfd.check.Layout;
import sfd.traces.json.JsonValue;

/** Samples: the same seed, the same behaviour; what can be violated is found, and drawn from the beginning. */
class SamplerTest {

    private static final Layout LAYOUT = new Layout(Path.of(System.getProperty("project.root")));
    private static final int FEW = 3;

    static List<Sampled.Large> worlds() {
        return Sampled.KEPT.read(LAYOUT).worlds();
    }

    /** A cluster whose members do not know what the others have: without any attack a token of a living SA is shown. */
    private static Sampled.Large broken() {
        return new Sampled.Large("Broken", "Worlds", "Cluster", "!.pairs = <<1, 2, 3>>", "A cluster without a list.",
                List.of("TypeOK", "NoLiveTokenInClearProp"), 60, 1, null);
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void nothingIsViolated(Sampled.Large world) {
        Sampled.Found found = new Sampler(LAYOUT).sample(world, FEW).found();
        assertEquals(List.of(), found.violated());
        assertEquals(0, found.mismatches());
        assertTrue(found.replayed() > 0 && found.longest() > 1 && found.longest() <= world.depth());
        assertEquals(found, new Sampler(LAYOUT).sample(world, FEW).found());
    }

    @Test
    void whatCanBeViolatedIs() {
        Sampler.Sample sample = new Sampler(LAYOUT).sample(broken(), 20);
        assertFalse(sample.found().violated().isEmpty());
        Sampler.Violation first = sample.violations().getFirst();
        assertEquals("NoLiveTokenInClearProp", first.property());
        assertEquals("Init", first.trace().steps().getFirst().label().action());
        assertTrue(first.seed() >= 1 && first.seed() <= 20 && first.trace().length() > 2);
    }

    @Test
    void theFileIsOfItsSchema() throws IOException {
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(json("schemas/sampled.schema.json"));
        JsonNode kept = json("sampled.json");
        assertEquals(Set.of(), schema.validate(kept));
        for (String field : List.of("base", "differs", "seed")) {
            JsonNode spoiled = kept.deepCopy();
            ((ObjectNode) spoiled.get("worlds").get(0)).remove(field);
            assertNotEquals(Set.of(), schema.validate(spoiled), field);
        }
    }

    /** What is kept is of a sample in which nothing went wrong and each world came somewhere. */
    @Test
    void whatIsKeptSaysSomething() {
        for (Sampled.Large world : worlds()) {
            assertTrue(world.found().violated().isEmpty() && world.found().mismatches() == 0, world.name());
            assertEquals(world.properties().stream().filter(it -> it.startsWith("Reach")).collect(Collectors.toSet()),
                    world.found().reached().keySet(), world.name());
        }
    }

    private static JsonNode json(String file) throws IOException {
        return JsonValue.parse(Files.readString(LAYOUT.spec().resolve(file)));
    }
}
