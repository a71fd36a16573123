package sfd.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sfd.ike.Reason;
import sfd.sa.Effect;
import sfd.sa.LogReason;

/** What decode says of single lines. */
class DecodeTest {

    private static final String SPIS = "4d7cbbaf52dcbd5cdd9539a8d8608b1d";

    /** A line for each reason of the closed list. */
    private static final Map<Reason, String> MALFORMED = new EnumMap<>(Map.ofEntries(
            Map.entry(Reason.EMPTY, "port=500"),
            Map.entry(Reason.TOO_SHORT, SPIS),
            Map.entry(Reason.MAJOR_VERSION, ike("00", "10", "")),
            Map.entry(Reason.LENGTH_MISMATCH, ike("00", "20", "") + "00"),
            Map.entry(Reason.PAYLOAD_HEADER_TRUNCATED, ike("2b", "20", "000000")),
            Map.entry(Reason.PAYLOAD_LENGTH_BELOW_FOUR, ike("2b", "20", "00000003")),
            Map.entry(Reason.PAYLOAD_PAST_END, ike("2b", "20", "00000005")),
            Map.entry(Reason.TRAILING_OCTETS, ike("00", "20", "00")),
            Map.entry(Reason.UNKNOWN_CRITICAL_PAYLOAD, ike("c8", "20", "00800004")),
            Map.entry(Reason.NOTIFY_TRUNCATED, ike("29", "20", "00000007010040")),
            Map.entry(Reason.NOTIFY_SPI_PAST_END, ike("29", "20", "0000000801044023")),
            Map.entry(Reason.SHORT_MARKER, "port=4500 0000"),
            Map.entry(Reason.ESP_TOO_SHORT, "port=0 39fa7626000000"),
            Map.entry(Reason.AH_TOO_SHORT, "port=0 protocol=ah 3304000039fa7626000000"),
            Map.entry(Reason.RESERVED_SPI, "port=0 000000ff00000001"),
            Map.entry(Reason.ENCRYPTED_TOO_SHORT, ike("2e", "20", "00000014" + "00".repeat(16))),
            Map.entry(Reason.FRAGMENT_NUMBER, ike("35", "20", "0000001900030002" + "00".repeat(17)))));

    private static String ike(String firstPayload, String version, String chain) {
        return SPIS + firstPayload + version + "250800000002" + "%08x".formatted(28 + chain.length() / 2) + chain;
    }

    @Test
    void everyReasonIsFound() {
        var lines = new ArrayList<>(MALFORMED.values());
        Ran ran = Ran.decode(String.join("\n", lines));
        assertEquals(Set.of(Reason.values()), MALFORMED.keySet());
        int line = 1;
        for (Reason reason : MALFORMED.keySet()) {
            JsonNode answer = ran.json(line);
            assertEquals(reason.name(), answer.path("reason").asText(), lines.get(line - 1));
            assertEquals(reason.clause(), answer.path("clause").asText());
            assertEquals(reason.explanation(), answer.path("explanation").asText());
            line++;
        }
        assertEquals(ExitCode.ALL_READ, ran.code());
        assertEquals("{\"number\":200,\"name\":\"200\"}",
                Ran.decode(MALFORMED.get(Reason.UNKNOWN_CRITICAL_PAYLOAD)).json(1).get("payload").toString());
    }

    /** The schemas have the closed lists whole. */
    @Test
    void theSchemasHaveEveryReasonAndEffect() {
        assertEquals(names(Reason.values()), listed(Schemas.DECODE.getSchemaNode().at("/$defs/reason/enum")));
        assertEquals(names(LogReason.Judged.values()),
                listed(Schemas.ANSWER.getSchemaNode().at("/$defs/judged/enum")));
        var effects = new TreeSet<String>();
        Schemas.ANSWER.getSchemaNode().at("/$defs/effects/items/oneOf")
                .forEach(it -> effects.add(it.at("/properties/effect/const").asText()));
        assertEquals(new TreeSet<>(Stream.of(Effect.class.getPermittedSubclasses()).map(Class::getSimpleName).toList()), effects);
    }

    private static Set<String> names(Enum<?>[] values) {
        return new TreeSet<>(Arrays.stream(values).map(Enum::name).toList());
    }

    private static Set<String> listed(JsonNode array) {
        var listed = new TreeSet<String>();
        array.forEach(item -> listed.add(item.asText()));
        return listed;
    }

    @Test
    void aNotificationIsShownFieldByField() {
        JsonNode answer = Ran.decode("port=4500 00000000" + ike("29", "20", "2b00000e01044023aabbccdd0102" + "00000006beef"))
                .json(1);
        assertEquals("{\"spiI\":\"4d7cbbaf52dcbd5c\",\"spiR\":\"dd9539a8d8608b1d\",\"minorVersion\":0,\"exchange\":"
                + "{\"number\":37,\"name\":\"INFORMATIONAL\"},\"initiator\":true,\"response\":false,\"versionFlag\":false,"
                + "\"reservedFlags\":\"00\",\"messageId\":2,\"length\":48}",
                answer.get("header").toString());
        assertEquals("[{\"type\":{\"number\":41,\"name\":\"N\"},\"notify\":{\"number\":16419,\"name\":"
                + "\"QUICK_CRASH_DETECTION\"},\"protocol\":1,\"spi\":\"aabbccdd\",\"data\":\"0102\","
                + "\"token\":{\"flaw\":\"SPI_SIZE\",\"clauses\":[\"QCD-4.1-2\"]},\"critical\":false,\"reserved\":\"00\"},"
                + "{\"type\":{\"number\":43,\"name\":\"V\"},\"data\":\"beef\",\"critical\":false,\"reserved\":\"00\"}]", answer.get("payloads").toString());
    }

    /** BASE-3.1-3, BASE-3.2-1: each of them may be set, and a role sees none; who reads a capture sees each. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "/header/minorVersion  | 15   | 2b 2f 25 08 00000002 00000020 00000004",
        "/header/versionFlag   | true | 2b 20 25 18 00000002 00000020 00000004",
        "/header/reservedFlags | 40   | 2b 20 25 48 00000002 00000020 00000004",
        "/header/reservedFlags | c7   | 2b 20 25 cf 00000002 00000020 00000004",
        "/payloads/0/critical  | true | 2b 20 25 08 00000002 00000020 00800004",
        "/payloads/0/reserved  | 7f   | 2b 20 25 08 00000002 00000020 007f0004",
    })
    void whatIsIgnoredIsShown(String field, String shown, String octets) {
        var plain = (ObjectNode) Ran.decode(SPIS + "2b 20 25 08 00000002 00000020 00000004").json(1);
        JsonNode answer = Ran.decode(SPIS + octets).json(1);
        assertEquals(shown, answer.at(field).asText());
        int name = field.lastIndexOf('/');
        ((ObjectNode) plain.at(field.substring(0, name))).set(field.substring(name + 1), answer.at(field));
        assertEquals(plain, answer, "and nothing else differs");
        Schemas.check(Schemas.DECODE, Ran.decode(SPIS + octets).lines().getFirst());
    }

    /** Behind a first payload the bits of the second are found, and behind the marker too. */
    @Test
    void theBitsOfEachPayloadAreItsOwn() {
        JsonNode answer = Ran.decode("port=4500 00000000" + ike("2b", "20", "2b000006beef" + "00810004")).json(1);
        assertEquals("false 00, true 01", answer.at("/payloads/0/critical").asText() + " "
                + answer.at("/payloads/0/reserved").asText() + ", " + answer.at("/payloads/1/critical").asText() + " "
                + answer.at("/payloads/1/reserved").asText());
    }

    @Test
    void aFragmentSaysWhichOfHowMany() {
        String line = ike("35", "20", "29000019" + "00020007" + "ab".repeat(17));
        assertEquals("[{\"type\":{\"number\":53,\"name\":\"SKF\"},\"firstInside\":{\"number\":41,\"name\":\"N\"},"
                + "\"fragment\":{\"number\":2,\"total\":7},\"data\":\"" + "ab".repeat(17)
                + "\",\"critical\":false,\"reserved\":\"00\"}]", Ran.decode(line).json(1).get("payloads").toString());
        Schemas.check(Schemas.DECODE, Ran.decode(line).lines().getFirst());
    }

    /** QCD-4.1-2, QCD-5-1: at both ends of what a token may have. */
    @ParameterizedTest
    @CsvSource({
        "0, 15, LENGTH QCD-4.1-2 QCD-5-1",
        "0, 16, ''",
        "0, 128, ''",
        "0, 129, LENGTH QCD-4.1-2 QCD-5-1",
        "4, 32, SPI_SIZE QCD-4.1-2",
        "1, 0, SPI_SIZE QCD-4.1-2",
    })
    void aMalformedTokenIsFlagged(int spi, int length, String flaw) {
        String line = ike("29", "20", "0000%04x01%02x4023".formatted(8 + spi + length, spi) + "5a".repeat(spi + length));
        JsonNode token = Ran.decode(line).json(1).at("/payloads/0/token");
        var found = new StringBuilder(token.path("flaw").asText());
        token.path("clauses").forEach(clause -> found.append(' ').append(clause.asText()));
        assertEquals(flaw, found.toString());
        Schemas.check(Schemas.DECODE, Ran.decode(line).lines().getFirst());
    }

    /** BASE-3.2-1: registered is not understood. The refusal would name the type. */
    @ParameterizedTest
    @CsvSource({"49, GSPM", "50, IDg", "51, GSA", "52, KD", "54, PS", "200, 200"})
    void aRefusedCriticalPayloadShowsItsType(int type, String name) {
        JsonNode answer = Ran.decode(ike("%02x".formatted(type), "20", "00800004")).json(1);
        assertEquals("UNKNOWN_CRITICAL_PAYLOAD", answer.get("reason").asText());
        assertEquals("{\"number\":" + type + ",\"name\":\"" + name + "\"}", answer.get("payload").toString());
    }

    @ParameterizedTest
    @CsvSource({
        "ff, malformed",
        "port=4500 ff, keepalive",
        "port=4500 FF, keepalive",
        "port=0 39fa762600000001, esp",
        "port=4500 39fa 7626 0000 0001, esp",
        "port=10500 39fa762600000001, esp",
        "port=0 protocol=esp 39fa762600000001, esp",
        "port=0 protocol=ah 3204000039fa762600000001, ah",
    })
    void thePortDecidesWhatItIs(String line, String kind) {
        assertEquals(kind, Ran.decode(line).json(1).get("kind").asText());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ff 0g           | column 5 is no hexadecimal digit",
        "fff             | an odd number of hexadecimal digits, 3: the last octet is half",
        "port=500 x      | column 10 is no hexadecimal digit",
        "port=65536 ff   | port= needs a port of 0 to 65535",
        "port=-1 ff      | port= needs a port of 0 to 65535",
        "port=1 port=2   | port= is given twice",
        "protocol=ah ff  | protocol= must be esp or ah, and is for packets without ports",
        "ff # comment    | column 4 is no hexadecimal digit",
        "size=9 ff       | column 1 begins none of port=, protocol= and no hexadecimal digits",
    })
    void whatIsNoDatagramIsSaidInOneSentence(String line, String sentence) {
        Ran ran = Ran.decode(line);
        assertEquals("{\"line\":1,\"error\":\"" + sentence + "\"}", ran.lines().getFirst());
        assertEquals(ExitCode.BAD_LINES, ran.code());
    }

    @Test
    void linesEndInEitherWayAndTheLastNeedNotEnd() {
        assertEquals(List.of(), Ran.decode("").lines());
        assertEquals(List.of("{\"line\":1,\"skipped\":\"blank\"}"), Ran.decode("\n").lines());
        assertEquals(Ran.decode("port=4500 ff\n\n# x\nport=4500 ff\n").lines(),
                Ran.decode("port=4500 ff\r\n\r\n# x\r\nport=4500 ff").lines());
        assertEquals(4, Ran.decode("port=4500 ff\n\n# x\nport=4500 ff").lines().size());
    }

    @Test
    void aLineOfAnyLengthIsOneLine() {
        String longest = "00".repeat(Lines.LONGEST / 2);
        Ran ran = Ran.decode(Stream.of(longest, longest + "0", longest.repeat(9), "port=4500 ff")
                .reduce("", (all, line) -> all + line + "\n"));
        assertEquals(4, ran.lines().size());
        assertEquals("MAJOR_VERSION", ran.json(1).get("reason").asText());
        assertEquals("the line has more than 262144 octets", ran.json(2).get("error").asText());
        assertEquals("the line has more than 262144 octets", ran.json(3).get("error").asText());
        assertEquals("keepalive", ran.json(4).get("kind").asText());
        assertTrue(Lines.LONGEST > 3 * 0xFFFF, "the largest datagram fits, with a blank behind each octet");
    }

    /** A line is not blank before all of it was seen to be. */
    @Test
    void blanksHideNothing() {
        Ran ran = Ran.decode(" ".repeat(Lines.LONGEST) + "ff\n" + " ".repeat(Lines.LONGEST) + "\n#" + " ".repeat(Lines.LONGEST)
                + "\nport=4500\n");
        assertEquals("the line has more than 262144 octets", ran.json(1).get("error").asText());
        assertEquals("blank", ran.json(2).get("skipped").asText());
        assertEquals("comment", ran.json(3).get("skipped").asText());
        assertEquals("EMPTY", ran.json(4).get("reason").asText());
    }

    /** What is lost is not written with status 0. */
    @Test
    void outputThatCannotBeWritten() {
        var full = new PrintStream(new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("full");
            }
        });
        var err = new ByteArrayOutputStream();
        assertEquals(ExitCode.UNWRITABLE, Decode.run(Set.of(), new Input(Optional.empty()),
                new ByteArrayInputStream("ff".getBytes()), full, new PrintStream(err)));
        assertEquals("decode: the output cannot be written", err.toString().strip());
    }

    /** As in a pipe to a program that has seen enough: of endless input not much is read. */
    @Test
    void whoeverStopsReadingStopsTheCommand() {
        var endless = new InputStream() {
            private long octets;

            @Override
            public int read() {
                octets++;
                return '\n';
            }

            @Override
            public int available() {
                return 1;
            }
        };
        var closed = new PrintStream(new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("nobody reads");
            }
        });
        assertTimeoutPreemptively(Duration.ofSeconds(20),
                () -> Decode.run(Set.of(), new Input(Optional.empty()), endless, closed, closed));
        assertTrue(endless.octets < 1_000_000, endless.octets + " lines read");
    }
}
