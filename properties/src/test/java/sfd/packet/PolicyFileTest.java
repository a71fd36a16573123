package sfd.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sfd.gateway.GatewayRole;
import sfd.gateway.PolicyFile;
import sfd.ike.Address;
import sfd.sa.Policy;
import sfd.sa.SirPolicy;

/** Policies in files: all fields of the record, in the form of the schema. */
class PolicyFileTest {

    @TempDir
    private Path folder;

    private Path file(String content) throws IOException {
        Schemas.check(Schemas.POLICY, content);
        return Files.writeString(folder.resolve("policy"), content);
    }

    @Test
    void theSchemaHasEveryField() {
        JsonNode policy = Schemas.ANSWER.getSchemaNode().at("/$defs/policy/properties");
        assertEquals(components(Policy.class), names(policy));
        assertEquals(components(SirPolicy.class), names(policy.at("/sir/properties")));
        var causes = new TreeSet<String>();
        policy.at("/sir/properties/dampenedBy/items/enum").forEach(it -> causes.add(it.asText()));
        assertEquals(new TreeSet<>(Arrays.stream(SirPolicy.Cause.values()).map(SirPolicy.Cause::label).toList()), causes);
    }

    private static Set<String> components(Class<?> type) {
        return new TreeSet<>(Arrays.stream(type.getRecordComponents()).map(it -> it.getName()).toList());
    }

    private static Set<String> names(JsonNode node) {
        var names = new TreeSet<String>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void fieldsAreReadAsWhatTheyMean() throws Exception {
        Policy policy = PolicyFile.read(file("""
                {"childMapLost": 7, "answersToOne": 2, "amplification": 0, "reports": 4, "growth": 150, "longest": 90,
                 "sir": {"initiatesTo": ["192.0.2.1", "2001:db8::1"], "dampenedBy": ["ack", "cookie"]}}"""),
                GatewayRole.PEER_X);
        assertEquals(List.of(7, 2, 0, 4, 150, 90), List.of(policy.childMapLost(), policy.answersToOne(), policy.amplification(),
                policy.reports(), policy.growth(), policy.longest()));
        assertEquals(Set.of(Address.parse("192.0.2.1"), Address.parse("2001:db8::1")), policy.sir().initiatesTo());
        assertEquals(Set.of(SirPolicy.Cause.ACK, SirPolicy.Cause.COOKIE), policy.sir().dampenedBy());
        assertEquals(Policy.SIR.tries(), policy.tries());
    }

    @Test
    void aPolicyThatIsWrittenWholeIsReadAsItWas() throws Exception {
        Policy policy = PolicyFile.read(file("""
                {"text": "qcd-06", "method": "5.2", "tries": 3, "sir": {"queryTo": "source", "initiatesTo": ["2001:db8::1"],
                 "dampenedBy": ["cookie"], "tickets": true}}"""), GatewayRole.PEER_X);
        for (Policy it : List.of(policy, Policy.BASELINE, Policy.SIR)) {
            assertEquals(it, PolicyFile.read(file(PolicyFile.json(it).toString()), GatewayRole.PEER_X));
            assertEquals(it, PolicyFile.of(PolicyFile.json(it)));
        }
    }

    /** SIR-3.5-1: the file names the peers, and the question of one of them draws an IKE_SA_INIT of X itself. */
    @Test
    void theFileNamesWhomXInitiatesTo() throws IOException {
        String question = Files.readAllLines(Ran.EXAMPLES.resolve("peerX/input.txt")).get(3);
        assertEquals("Initiate", effect(initiatingTo("10.77.0.1"), question));
        assertEquals("Initiate", effect(initiatingTo("::ffff:10.77.0.1"), question));
        assertEquals("Send", effect(initiatingTo("10.77.0.3"), question));
    }

    private Answer.Options initiatingTo(String address) throws IOException {
        Path policy = file("{\"sir\": {\"initiatesTo\": [\"2001:db8::1\", \"" + address + "\"]}}");
        return Ran.options("peerX", Optional.of(policy), Optional.empty(), Optional.empty(), "1");
    }

    private static String effect(Answer.Options options, String line) {
        return Ran.answer(options, line).json(1).at("/effects/0/effect").asText();
    }
}
