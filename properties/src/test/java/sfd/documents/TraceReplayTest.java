package sfd.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sfd.draw.Disagreement;
import sfd.lockstep.Lockstep;
import sfd.lockstep.Replay;
import sfd.lockstep.RoleFunctions;
import sfd.token.JdkDigest;
import sfd.traces.graph.Label;
import sfd.traces.graph.Trace;
import sfd.traces.itf.Itf;
import sfd.traces.json.JsonValue;
import sfd.traces.value.Value;

/**
 * Each committed trace, event by event, on the Java roles, as another implementation would replay it: from the files
 * alone, without TLC.
 */
class TraceReplayTest {

    private static final JdkDigest DIGEST = new JdkDigest();

    static Stream<String> traces() {
        return Committed.traces().stream().map(file -> file.getFileName().toString());
    }

    private static Path file(String trace) {
        return Committed.ROOT.resolve("traces/itf").resolve(trace);
    }

    private static JsonNode model(String trace) throws IOException {
        String source = JsonValue.parse(Files.readString(file(trace))).path("#meta").path("source").asText();
        return Committed.json("spec/models/models.json").path(source.substring(0, source.indexOf(',')));
    }

    private static Replay replay(Trace trace, JsonNode model) {
        // A clause that the surroundings do not keep is off in the spec, and cited by none of its roles.
        Set<String> off = new HashSet<>();
        model.path("clausesOff").forEach(id -> off.add(id.asText()));
        return new Lockstep(trace.graph(), JsonValue.of(model.path("roles")), JsonValue.of(model.path("policies")),
                RoleFunctions.reference(DIGEST).withoutCiting(off), DIGEST).replay(Replay.Kind.SYSTEM, 0);
    }

    @ParameterizedTest
    @MethodSource("traces")
    void theJavaDoesWhatTheTraceSays(String name) throws IOException {
        Trace trace = Itf.read(file(name));
        Replay replay = replay(trace, model(name));
        assertEquals(0, replay.mismatches(),
                () -> replay.first().map(it -> String.join("\n", Disagreement.lines(it))).toString());
        assertEquals(trace.steps().stream().skip(1).filter(step -> step.label().actor().isPresent()).count(),
                replay.specToJava());
        assertTrue(replay.specToJava() > 0);
    }

    @ParameterizedTest
    @MethodSource("traces")
    void theFileIsOfItsFormAndAsItIsWritten(String name) throws IOException {
        String text = Files.readString(file(name));
        assertEquals(Set.of(), Committed.schema("traces/schemas/itf.schema.json").validate(JsonValue.parse(text)));
        String source = JsonValue.parse(text).path("#meta").path("source").asText();
        assertEquals(Itf.text(source, Itf.trace(text)), text);
    }

    /**
     * Each scenario of the working group: what befalls Bob, and that Alice then ends the SA by a token, or by an answer
     * with her cookie starts a new one.
     */
    @Test
    void scenariosShowWhatTheyAreNamedFor() throws IOException {
        Map<String, String> befalls = Map.of("WISH-1", "Back", "WISH-2", "Failover", "WISH-4", "Lose");
        Map<String, String> concludes = Map.of("Qcd", "IkeSaDeleted", "Sir", "Initiate");
        for (String name : traces().filter(it -> it.startsWith("WISH-")).toList()) {
            Trace trace = Itf.read(file(name));
            String wish = name.substring(0, name.indexOf('.'));
            String protocol = name.substring(wish.length() + 1, wish.length() + 4);
            // In a cluster QCD has a list to be purged, and SIR has none.
            String byWayOf = befalls.getOrDefault(wish, protocol.equals("Qcd") ? "Purge" : "Crash");
            assertTrue(trace.steps().stream().anyMatch(step -> step.label().action().equals(byWayOf)), name);
            assertEquals("none", model(name).path("attacker").asText(), name);
            Label last = trace.last().label();
            assertEquals("alice", last.actor().orElseThrow(), name);
            assertTrue(last.effects().orElseThrow().items().stream()
                    .anyMatch(effect -> effect.field("type").text().equals(concludes.get(protocol))), name);
        }
        assertEquals(8, traces().filter(it -> it.startsWith("WISH-")).count());
    }

    @Test
    void aLostEffectAWrongClauseAndAWrongStateAreFound() throws IOException {
        String name = "WISH-4.QcdSoonLost.itf.json";
        Trace trace = Itf.read(file(name));
        int last = trace.length() - 1;
        assertEquals(0, replay(trace, model(name)).mismatches());
        assertFound(with(trace, last, Label.EFFECTS, Value.seq()), name);
        assertFound(with(trace, last, Label.BECAUSE, Value.set()), name);
        assertFound(with(trace, last, trace.steps().get(last - 1).state()), name);
    }

    private static void assertFound(Trace broken, String name) throws IOException {
        Replay replay = replay(broken, model(name));
        assertEquals(1, replay.mismatches());
        assertFalse(Disagreement.lines(replay.first().orElseThrow()).isEmpty());
    }

    private static Trace with(Trace trace, int step, String field, Value value) {
        var fields = new TreeMap<String, Value>();
        trace.steps().get(step).label().value().entries().forEach((name, it) -> fields.put(name.text(), it));
        fields.put(field, value);
        List<Trace.Step> steps = new ArrayList<>(trace.steps());
        steps.set(step, new Trace.Step(Label.of(Value.record(fields)), steps.get(step).state()));
        return new Trace(steps);
    }

    private static Trace with(Trace trace, int step, Value state) {
        List<Trace.Step> steps = new ArrayList<>(trace.steps());
        steps.set(step, new Trace.Step(steps.get(step).label(), state));
        return new Trace(steps);
    }
}
