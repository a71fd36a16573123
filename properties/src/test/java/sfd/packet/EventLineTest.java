package sfd.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sfd.alphabet.BadLineException;
import sfd.alphabet.EventJson;
import sfd.alphabet.EventLine;
import sfd.gateway.GatewayRole;

/** Events told as JSON: each one of the alphabet, in the form of the schema. */
class EventLineTest {

    private static final String SPIS = "\"spiI\":\"4d7cbbaf52dcbd5c\",\"spiR\":\"DD9539A8D8608B1D\"";
    private static final String OTHER = "{\"spiI\":\"1111111111111111\",\"spiR\":\"2222222222222222\"}";
    private static final String SECRET = "{\"generation\":2,\"octets\":\"" + "5ec4e75e".repeat(8) + "\"}";

    /** One for each event, with all its fields. */
    static Stream<String> examples() {
        return Stream.of(
                "{'event':'Received','from':'10.0.0.1:500','to':'[2001:db8::1]:500','protocol':'UDP','datagram':'00 ff','lot':7}",
                "{'event':'Protected'," + SPIS + ",'exchange':37,'response':false,'payloads':[{'notify':16419,'protocol':1,"
                        + "'spi':'','data':'" + "ab".repeat(32) + "'},{'type':43,'data':'00'},"
                        + "{'type':{'number':41,'name':'NOTIFY'},'notify':'INVALID_IKE_SPI','protocol':0,"
                        + "'spi':'','data':''}]}",
                "{'event':'ProtectedEsp','spi':'39fa7626'}",
                "{'event':'SaHalfOpen'," + SPIS + ",'here':'10.0.0.2:500','peer':'10.0.0.1:500','initiator':true}",
                "{'event':'SaEstablished'," + SPIS + ",'identity':'peer',"
                        + "'children':[{'in':'00000100','out':'ffffffff'}],'payloads':[]}",
                "{'event':'SaRekeyed','old':{" + SPIS + "},'successor':" + OTHER + ",'initiator':true,'payloads':[]}",
                "{'event':'SaImported'," + SPIS + ",'here':'10.0.0.2:500','peer':'10.0.0.1:500','initiator':false,"
                        + "'identity':'peer','children':[],'secret':0}",
                "{'event':'SaClosed'," + SPIS + "}",
                "{'event':'SaForgotten'," + SPIS + "}",
                "{'event':'ChildSaCreated'," + SPIS + ",'child':{'in':'00000100','out':'ffffffff'}}",
                "{'event':'ChildSaClosed'," + SPIS + ",'spi':'39fa7626'}",
                "{'event':'AddressChanged'," + SPIS + ",'here':'10.0.0.2:500','peer':'[2001:db8::1]:4500','cause':'NAT'}",
                "{'event':'SaReplaced','old':{" + SPIS + "},'successor':" + OTHER + "}",
                "{'event':'SaNotReplaced'," + SPIS + "}",
                "{'event':'ResumptionAsked','from':'10.0.0.1:500','to':'10.0.0.2:500','under':" + OTHER + "," + SPIS
                        + ",'initiator':true,'messageId':4294967295,'ticket':'GOOD','own':'00','cookie':'11'}",
                "{'event':'SecretRolled','secret':" + SECRET + "}",
                "{'event':'Rebooted','secrets':[" + SECRET + "]}",
                "{'event':'ActiveElsewhere'," + SPIS + ",'active':true}",
                "{'event':'TrafficDue'," + SPIS + "}",
                "{'event':'Tick','now':12.25}").map(it -> it.replace('\'', '"'));
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void eachIsReadByEachRole(String line) throws BadLineException {
        Schemas.check(Schemas.EVENT, line);
        String name = json(line).get("event").asText();
        assertEquals(name, EventLine.parse(line).event().getClass().getSimpleName());
        for (GatewayRole role : GatewayRole.values()) {
            Ran ran = Ran.answer(Ran.example(role.toString()), "  " + line);
            assertTrue(ran.json(1).has("effects"), ran.lines().toString());
            Schemas.check(Schemas.ANSWER, ran.lines().getFirst());
        }
    }

    /** Every event of the alphabet has an example, and in the schema the fields of its record. */
    @Test
    void noneIsMissing() throws IOException {
        assertEquals(EventJson.BY_NAME.keySet(), new TreeSet<>(examples().map(it -> json(it).get("event").asText()).toList()));
        JsonNode schema = json(Files.readString(Ran.ROOT.resolve("traces/schemas/answer.schema.json")));
        var seen = new TreeSet<String>();
        for (JsonNode one : schema.get("$defs").get("event").get("oneOf")) {
            String name = one.get("properties").get("event").get("const").asText();
            seen.add(name);
            var fields = new ArrayList<String>();
            one.get("properties").fieldNames().forEachRemaining(fields::add);
            assertEquals(new TreeSet<>(EventJson.names(EventJson.BY_NAME.get(name))), new TreeSet<>(fields), name);
        }
        assertEquals(EventJson.BY_NAME.keySet(), seen);
    }

    /** Without a field it is an error; with only what may be left out left out it is none. */
    @ParameterizedTest
    @MethodSource("examples")
    void noFieldIsLeftOut(String line) {
        for (String name : List.copyOf(names(json(line)))) {
            var fields = (com.fasterxml.jackson.databind.node.ObjectNode) json(line);
            fields.remove(name);
            boolean optional = List.of("payloads", "children", "now", "lot").contains(name);
            assertEquals(!optional, Ran.answer(Ran.role("maker"), fields.toString()).json(1).has("error"), name);
            assertEquals(!optional, !Schemas.fits(Schemas.EVENT, fields.toString()), name);
            fields.put(name, 4.5);
            if (!name.equals("now")) {
                assertTrue(Ran.answer(Ran.role("maker"), fields.toString()).json(1).has("error"), name);
                assertFalse(Schemas.fits(Schemas.EVENT, fields.toString()), name);
            }
        }
    }

    private static List<String> names(JsonNode node) {
        var names = new ArrayList<String>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{                                            | not JSON from column 2 on",
        "{\"event\":\"Tick\"} {}                      | not JSON from column 18 on",
        "{\"event\":\"Tick\",\"event\":\"Tick\"}      | not JSON from column 24 on",
        "{\"event\":\"Tack\"}                         | event must be one of ActiveElsewhere, AddressChanged, ChildSaClosed, ChildSaCreated, Protected, ProtectedEsp, Rebooted, Received, ResumptionAsked, SaClosed, SaEstablished, SaForgotten, SaHalfOpen, SaImported, SaNotReplaced, SaRekeyed, SaReplaced, SecretRolled, Tick, TrafficDue",
        "{\"event\":\"Tick\",\"now\":true}            | now must be a number of seconds",
        "{\"event\":\"Tick\",\"now\":-1}              | now= must be a decimal number of seconds, below 9 * 10^9 and with at most nine places",
        "{\"event\":\"Tick\",\"tock\":1}              | Tick has no other fields than event, now",
        "{\"event\":\"SaClosed\",\"spiI\":\"4d\"}     | spiI must have 16 hexadecimal digits",
        "{\"event\":\"ProtectedEsp\",\"spi\":1}       | spi must be a string of hexadecimal digits",
        "{\"event\":\"ProtectedEsp\",\"spi\":\"0x\"}  | spi: column 2 is no hexadecimal digit",
        "{\"event\":\"SecretRolled\",\"secret\":{\"generation\":0,\"octets\":\"\"}} | generation must be 1 or more",
        "{\"event\":\"Rebooted\",\"secrets\":[1]}     | secrets must be of generation and octets",
        "{\"event\":\"Protected\",SPIS,\"exchange\":\"KNOCK\"} | exchange must be the name of an exchange type, or a number of 0 to 255",
        "{\"event\":\"Protected\",SPIS,\"exchange\":256}       | exchange must be the name of an exchange type, or a number of 0 to 255",
        "{\"event\":\"Protected\",SPIS,\"exchange\":37,\"response\":1}       | response must be true or false",
        "{\"event\":\"Protected\",SPIS,\"exchange\":37,\"response\":true,\"payloads\":[{\"type\":46}]} | no payload can have these fields: not an opaque payload type: 46",
        "{\"event\":\"Protected\",SPIS,\"exchange\":37,\"response\":true,\"payloads\":[{\"type\":41}]} | a payload needs a type by its name or number, or notify and then a notify type",
        "{\"event\":\"ResumptionAsked\",\"from\":\"10.0.0.1:1\",\"to\":\"10.0.0.1:1\",\"under\":{SPIS},SPIS,\"initiator\":true,\"messageId\":0,\"ticket\":\"0\"} | ticket must be one of [GOOD, BAD, REFUSED]",
        "{\"event\":\"Received\",\"from\":\"10.0.0.1:1\",\"to\":\"10.0.0.1:1\",\"protocol\":\"UDP\",\"datagram\":\"00\",\"lot\":-1} | lot must be a whole number of 0 to 2147483647",
        "{\"event\":\"ResumptionAsked\",\"from\":\"10.0.0.1:1\",\"to\":\"10.0.0.1:1\",\"under\":{SPIS},SPIS,\"initiator\":true,\"messageId\":-1} | messageId must be a whole number of 0 to 4294967295",
        "{\"event\":\"ResumptionAsked\",\"from\":\"10.0.0.1:1\",\"to\":\"10.0.0.1:1\",\"under\":{SPIS},SPIS,\"initiator\":true,\"messageId\":4294967296} | messageId must be a whole number of 0 to 4294967295",
        "{\"event\":\"SaHalfOpen\",SPIS,\"here\":\"10.0.0.2\"} | here needs a UDP port",
        "{\"event\":\"AddressChanged\",SPIS,\"here\":\"10.0.0.2:1\",\"peer\":\"10.0.0.1:0\"} | peer needs a UDP port",
        "{\"event\":\"AddressChanged\",SPIS,\"here\":\"10.0.0.2:1\",\"peer\":\"10.0.0.1:1\",\"cause\":\"nat\"} | cause must be one of [REQUEST, SELF, NAT]",
        "{\"event\":\"ChildSaCreated\",SPIS,\"child\":{\"in\":\"00000100\"}} | child must be of in and out",
        "{\"event\":\"Received\",\"from\":\"10.0.0.1:1\",\"to\":\"10.0.0.2:1\",\"protocol\":\"AH\",\"datagram\":\"\"} | protocol must be UDP where from and to have a port, and ESP or AH where neither has",
        "{\"event\":\"Received\",\"from\":\"10.0.0.1\",\"to\":\"10.0.0.2:1\",\"protocol\":\"UDP\",\"datagram\":\"\"} | protocol must be UDP where from and to have a port, and ESP or AH where neither has",
    })
    void aBadOneIsSaidInOneSentence(String line, String sentence) {
        Ran ran = Ran.answer(Ran.role("maker"), line.replace("SPIS", SPIS));
        assertEquals(sentence, ran.json(1).get("error").asText());
        assertEquals(ExitCode.BAD_LINES, ran.code());
        assertEquals(List.of(), ran.errors());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"event\":\"SecretRolled\",\"secret\":{\"generation\":1,\"octets\":\"5ec4e7\"}}",
        "{\"event\":\"SecretRolled\",\"secret\":{\"generation\":1,\"octets\":\"5ec4e7zz\"}}",
        "{\"event\":\"SecretRolled\",\"secret\":\"5ec4e7\"}",
        "{\"event\":\"SecretRolled\",\"secret\":{\"5ec4e7\":1}}",
        "{\"event\":\"SecretRolled\",\"5ec4e7\":1",
    })
    void secretsAreNotShown(String line) {
        assertFalse(Ran.answer(Ran.role("maker"), line).lines().toString().contains("5ec4"));
    }

    /** Told as JSON it is the same packet: one from the gateway itself is not offered either. */
    @Test
    void aPacketIsAPacket() {
        String told = "{\"event\":\"Received\",\"from\":\"10.77.0.2:4500\",\"to\":\"10.77.0.1:4500\",\"protocol\":\"UDP\",\"datagram\":\"%s\"}";
        String esp = "39fa762600000001aabbccdd";
        Answer.Options taker = Ran.example("taker");
        assertEquals(Ran.answer(taker, "from=10.77.0.2:4500 to=10.77.0.1:4500 " + esp).lines(),
                Ran.answer(taker, told.formatted(esp)).lines());
        var own = new Answer.Options("taker", taker.policy(), taker.secrets(), taker.sas(), "1", List.of("10.77.0.2"),
                Set.of(), false);
        assertTrue(Ran.answer(own, told.formatted(esp)).json(1).has("seen"));
    }

    /** A reboot loses the SAs, and a rolled secret is what the next token is made with. */
    @Test
    void eventsChangeTheGateway() {
        String request = "from=10.77.0.1:4500 to=10.77.0.2:4500 "
                + "000000004d7cbbaf52dcbd5cdd9539a8d8608b1d2e20250800000002000000380000001c" + "ab".repeat(24) + "\n";
        String reboot = "{\"event\":\"Rebooted\",\"secrets\":[" + SECRET + "]}\n";
        String open = "{\"event\":\"SaHalfOpen\"," + SPIS + ",\"here\":\"10.77.0.2:4500\",\"peer\":\"10.77.0.1:4500\",\"initiator\":false}\n";
        Ran ran = Ran.answer(Ran.role("maker"), open + request + reboot + request);
        assertTrue(ran.lines().get(1).contains("IKE_SA_EXISTS"), ran.lines().get(1));
        assertTrue(ran.lines().get(3).contains("16419"), ran.lines().get(3));
    }

    /** A tick that is told passes like one that time makes; each adds to the other. */
    @Test
    void ticksAreTold() {
        String limited = "from=10.0.0.1:4500 to=10.0.0.2:4500 39fa762600000001aabbccdddeadbeef\n".repeat(5_001);
        Ran ran = Ran.answer(Ran.role("maker"), limited + "{\"event\":\"Tick\"}\n" + limited);
        assertTrue(ran.lines().get(5_000).contains("ANSWERS_LIMITED"), ran.lines().get(5_000));
        assertTrue(ran.lines().get(5_002).contains("\"Send\""), ran.lines().get(5_002));
    }
}
