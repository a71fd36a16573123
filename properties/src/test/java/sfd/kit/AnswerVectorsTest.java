package sfd.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import sfd.gateway.BadFileException;
import sfd.sa.Policy;
import sfd.traces.json.JsonValue;

/** The vectors of answers are of their form, and the Java agrees with every case. */
class AnswerVectorsTest {

    private static JsonNode file;

    @BeforeAll
    static void read() throws IOException {
        file = JsonValue.parse(Files.readString(Kit.ROOT.resolve("traces/vectors/answer.json")));
    }

    @Test
    void theyAreOfTheirSchemaWhichRefusesOthers() {
        var schema = Kit.schema("traces/vectors/answer.schema.json");
        assertEquals(Set.of(), schema.validate(file));
        ObjectNode other = file.deepCopy();
        ((ObjectNode) other.get("groups").get(0).get("cases").get(0).get("state")).put("sas", "none");
        assertTrue(!schema.validate(other).isEmpty());
    }

    @Test
    void theJavaAgreesWithEachCase() throws BadFileException {
        for (JsonNode group : file.get("groups")) {
            Policy policy = Replayed.policy(group.get("policy"));
            for (JsonNode it : group.get("cases")) {
                Replayed.assertTaken("case " + it.get("id"), group.get("role").asText(), policy, it.get("state"),
                        it.get("event"), it.get("next"), it);
            }
        }
    }

    @Test
    void idsAscendAndEveryRoleFlagAndClauseIsUsed() {
        int cases = 0;
        int invalid = 0;
        Set<String> roles = new TreeSet<>();
        Set<String> flags = new TreeSet<>();
        Set<String> clauses = new TreeSet<>();
        Set<String> seen = new HashSet<>();
        for (JsonNode group : file.get("groups")) {
            roles.add(group.get("role").asText());
            for (JsonNode it : group.get("cases")) {
                assertEquals(++cases, it.get("id").asInt());
                invalid += it.get("result").asText().equals("invalid") ? 1 : 0;
                it.get("flags").forEach(flag -> flags.add(flag.asText()));
                it.get("because").forEach(clause -> clauses.add(clause.asText()));
                assertTrue(seen.add("" + group.get("policy") + it.get("state") + it.get("event")), "the same case twice: " + cases);
            }
        }
        assertEquals(file.get("cases").asInt(), cases);
        assertTrue(cases >= 200 && 2 * invalid >= cases, cases + " cases, " + invalid + " invalid");
        assertEquals(Set.of("baseline", "maker", "peerX", "peerY", "taker"), roles);
        Set<String> explained = new TreeSet<>();
        file.get("flags").fieldNames().forEachRemaining(explained::add);
        assertEquals(explained, flags);
        Set<String> listed = new TreeSet<>();
        file.get("clauses").forEach(it -> listed.add(it.asText()));
        assertEquals(listed, clauses);
    }
}
