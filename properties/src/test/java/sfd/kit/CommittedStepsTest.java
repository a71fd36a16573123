package sfd.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sfd.gateway.BadFileException;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.Policy;

/** The committed steps are of their form, and the Java takes each of them from the file alone. */
class CommittedStepsTest {

    static List<Path> files() {
        return Kit.files();
    }

    @ParameterizedTest
    @MethodSource("files")
    void eachLineIsOfTheSchemaAndTheHeaderCountsThem(Path file) throws IOException {
        JsonSchema schema = Kit.schema("traces/schemas/steps.schema.json");
        List<JsonNode> lines = Kit.lines(file);
        for (JsonNode line : lines) {
            assertEquals(Set.of(), schema.validate(line), line::toString);
        }
        assertEquals(lines.getFirst().get("states").asInt(), numbers(lines, "state").size());
        assertEquals(lines.getFirst().get("steps").asInt(), numbers(lines, "step").size());
        for (String kind : List.of("state", "step")) {
            assertEquals(List.copyOf(new TreeSet<>(numbers(lines, kind))), numbers(lines, kind), "ascending");
        }
        assertEquals(file.getFileName().toString(), lines.getFirst().get("model").asText() + ".steps.jsonl");
    }

    private static List<Integer> numbers(List<JsonNode> lines, String kind) {
        return lines.stream().filter(it -> it.has(kind)).map(it -> it.get(kind).asInt()).toList();
    }

    @ParameterizedTest
    @MethodSource("files")
    void theJavaTakesEachStepFromTheFileAlone(Path file) throws IOException, BadFileException {
        List<JsonNode> lines = Kit.lines(file);
        JsonNode header = lines.getFirst();
        Policy policy = Replayed.policy(header.get("policy"));
        assertEquals(header.get("policy").toString(), PolicyTree.of(policy).toString());
        Map<Integer, JsonNode> states = new HashMap<>();
        for (JsonNode line : lines) {
            if (line.has("state")) {
                states.put(line.get("state").asInt(), line.get("value"));
            }
            if (line.has("step")) {
                int from = line.get("from").asInt();
                int to = line.get("to").asInt();
                Replayed.assertTaken(file.getFileName() + ", step " + line.get("step"), header.get("role").asText(), policy,
                        states.get(from), line.get("event"), from == to ? null : states.get(to), line);
            }
        }
    }

    @Test
    void everyRoleEventAndEffectIsAmongThem() throws IOException {
        Set<String> roles = new HashSet<>();
        Set<String> told = new HashSet<>();
        for (Path file : Kit.files()) {
            for (JsonNode line : Kit.lines(file)) {
                if (line.has("role")) {
                    roles.add(line.get("role").asText());
                }
                told.add(line.path("event").path("event").asText());
                line.path("effects").forEach(effect -> told.add(effect.path("effect").asText()));
            }
        }
        assertEquals(Set.of("maker", "taker", "baseline", "peerX", "peerY"), roles);
        assertEquals(Set.of(), Stream.concat(names(Event.class), names(Effect.class)).filter(it -> !told.contains(it))
                .collect(Collectors.toSet()));
    }

    @Test
    void thePageSaysHowMany() throws IOException {
        int steps = 0;
        for (Path file : files()) {
            steps += Kit.lines(file).getFirst().get("steps").asInt();
        }
        String said = "That makes %,d steps.".formatted(steps);
        assertTrue(Files.readString(Kit.ROOT.resolve("traces/kit/README.md")).contains(said), said);
    }

    private static Stream<String> names(Class<?> type) {
        return type.isRecord() ? Stream.of(type.getSimpleName())
                : Stream.of(type.getPermittedSubclasses()).flatMap(CommittedStepsTest::names);
    }

    // That the comparison can fail.

    @Test
    void aStepWithOneOctetOrClauseChangedIsNotTaken() throws IOException, BadFileException {
        List<JsonNode> lines = Kit.lines(Kit.ROOT.resolve("traces/kit/steps/Maker51.steps.jsonl"));
        Policy policy = Replayed.policy(lines.getFirst().get("policy"));
        JsonNode step = lines.stream().filter(it -> it.path("effects").path(0).path("effect").asText().equals("Send"))
                .findFirst().orElseThrow();
        Map<Integer, JsonNode> states = lines.stream().filter(it -> it.has("state"))
                .collect(Collectors.toMap(it -> it.get("state").asInt(), it -> it.get("value")));
        JsonNode from = states.get(step.get("from").asInt());
        JsonNode to = states.get(step.get("to").asInt());
        Replayed.assertTaken("as it is", "maker", policy, from, step.get("event"), to, step);

        ObjectNode octet = step.deepCopy();
        ObjectNode send = (ObjectNode) octet.get("effects").get(0);
        String datagram = send.get("datagram").asText();
        send.put("datagram", datagram.substring(0, datagram.length() - 1) + (datagram.endsWith("0") ? "1" : "0"));
        ObjectNode clause = step.deepCopy();
        ((ArrayNode) clause.get("because")).remove(0);
        for (JsonNode changed : List.of(octet, clause)) {
            assertThrows(AssertionError.class,
                    () -> Replayed.assertTaken("changed", "maker", policy, from, step.get("event"), to, changed));
        }
        assertThrows(AssertionError.class,
                () -> Replayed.assertTaken("another next state", "maker", policy, from, step.get("event"), from, step));
        assertTrue(!from.equals(to));
    }
}
