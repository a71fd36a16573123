package sfd.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import sfd.check.Layout;
import sfd.check.Manifest;
import sfd.flood.roles.Results;
import sfd.flood.roles.RoleFloods;
import sfd.sa.Policy;

/** The floods that are kept have the form of their schema, are of all kinds as they stand today, and hold. */
class FloodSchemaTest {

    private static final long DATAGRAMS = 10_000_000;

    private static JsonSchema schema;
    private static JsonNode results;

    @BeforeAll
    static void read() throws IOException {
        schema = Committed.schema("spec/schemas/flood.schema.json");
        results = Committed.json("properties/flood/results.json");
    }

    @Test
    void theyAreValid() {
        assertEquals(Set.of(), schema.validate(results));
        for (String field : List.of("id", "without", "chances")) {
            JsonNode broken = results.deepCopy();
            ((ObjectNode) broken.get("floods").get(0)).remove(field);
            assertNotEquals(Set.of(), schema.validate(broken), field);
        }
    }

    @Test
    void theyAreOfAllKindsAndLargeEnough() {
        List<String> kept = new ArrayList<>();
        results.get("floods").forEach(flood -> {
            kept.add(flood.get("id").asText());
            assertTrue(flood.get("without").get("datagrams").asLong() >= DATAGRAMS, flood.get("id").asText());
            assertTrue(flood.get("with").get("datagrams").asLong() >= DATAGRAMS, flood.get("id").asText());
        });
        assertEquals(RoleFloods.ids(), kept);
        assertEquals(List.of(100_000, 1_000_000),
                List.of(results.get("plan").get("sas").asInt(), results.get("plan").get("sources").asInt()));
    }

    @Test
    void theyHold() {
        assertEquals(List.of(), Results.read(Committed.ROOT).broken());
    }

    /** Where the limit is below the room it is the limit that counts: the room alone lies outside of what was measured. */
    @Test
    void theRoomAloneIsNotTheChance() {
        int smaller = 0;
        for (JsonNode flood : results.get("floods")) {
            for (JsonNode chance : flood.get("chances")) {
                if (chance.get("limit").asInt() < chance.get("drawn").asInt()) {
                    smaller++;
                    assertTrue(chance.get("drawn").asDouble() / chance.get("turnedAway").asDouble() > chance.get("upper").asDouble(),
                            flood.get("id").asText());
                }
            }
        }
        assertTrue(smaller > 0);
    }

    /** The page's prose has numbers of the policy, of the plan, and of no one else. */
    @Test
    void theProseSaysWhatIsSo() throws IOException {
        String page = Files.readString(Committed.ROOT.resolve("properties/README.md")).replace('\n', ' ');
        Policy policy = Policy.QCD_MENDED;
        String limits = String.format(Locale.ROOT, "Of hints %d in a tick start a check; of tokens and cookies %,d are compared if each "
                + "comes from elsewhere, and **four** if all are in one name.", policy.checks(), policy.sources() + policy.verifications());
        assertTrue(page.contains(limits), limits);
        assertEquals(4, policy.verifications());
        assertEquals(15, results.get("floods").size());
        assertTrue(page.contains("fifteen kinds"));
    }

    /** The first page's row says the most memory that any role had. */
    @Test
    void theFirstPageSaysWhatIsSo() throws IOException {
        long octets = Results.read(Committed.ROOT).mostOctets();
        String said = String.format(Locale.ROOT, "| beside the table %.1f MiB at most;", octets / (double) (1 << 20));
        assertTrue(Files.readString(Committed.ROOT.resolve("README.md")).contains(said), said);
    }

    /** Behind a flood that uses a limit up nobody is answered without the draw, as the first page says. */
    @Test
    void nobodyIsAnsweredBehindTheFloodWithoutTheDraw() {
        for (JsonNode flood : results.get("floods")) {
            if (!flood.get("chances").isEmpty()) {
                JsonNode waited = flood.get("without").get("waited");
                for (int i = 1; i < waited.size(); i++) {
                    assertEquals(0, waited.get(i).get("answered").asInt(), flood.get("id").asText());
                }
            }
        }
    }

    @Test
    void theModelsExist() {
        Manifest manifest = Manifest.read(new Layout(Committed.ROOT));
        results.get("floods").forEach(flood -> flood.get("models").forEach(model -> manifest.get(model.asText())));
    }
}
