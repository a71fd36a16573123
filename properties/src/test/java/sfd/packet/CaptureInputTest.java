package sfd.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both commands on captures: the same as on text, with frame and time. */
class CaptureInputTest {

    private static final String KEEPALIVE = "ff";
    private static final String ESP = "39fa762600000001aabbccdd";

    private static byte[] crash() {
        var file = new PcapFile();
        for (String[] row : PcapFile.crash()) {
            file.udp(nanos(row[1]), row[2], row[3], row[4]);
        }
        return file.octets();
    }

    private static long nanos(String seconds) {
        return new BigDecimal(seconds).movePointRight(9).longValueExact();
    }

    private static Answer.Options options(String role, Set<String> own, boolean assumeVerified) {
        Answer.Options files = Ran.example(role);
        return new Answer.Options(role, files.policy(), files.secrets(), files.sas(), "1", List.copyOf(own), Set.of(),
                assumeVerified);
    }

    @Test
    void decodeSaysTheSameOfACaptureAsOfItsText() {
        Ran captured = Ran.decode(crash());
        Ran text = Ran.decode(Ran.EXAMPLES.resolve("decode/input.txt"));
        List<String[]> rows = PcapFile.crash();
        assertEquals(ExitCode.ALL_READ, captured.code());
        assertEquals(rows.size(), captured.lines().size());
        for (int i = 0; i < rows.size(); i++) {
            Schemas.check(Schemas.DECODE, captured.lines().get(i));
            var frame = (ObjectNode) captured.json(i + 1);
            assertEquals(i + 1, frame.remove("frame").asInt());
            assertTrue(frame.remove("time").asText().startsWith("1970-01-01T00:0"));
            assertEquals(rows.get(i)[2], frame.remove("from").asText());
            assertEquals(rows.get(i)[3], frame.remove("to").asText());
            var line = (ObjectNode) text.json(i + 2);
            line.remove(List.of("line", "port"));
            assertEquals(line, frame);
        }
    }

    @Test
    void timesHaveTheCapturesPrecision() {
        Ran ran = Ran.decode(new PcapFile().udp(1_700_000_000_123_456_789L, "10.0.0.1:4500", "10.0.0.2:4500", KEEPALIVE)
                .octets());
        assertEquals("{\"frame\":1,\"time\":\"2023-11-14T22:13:20.123456789Z\",\"from\":\"10.0.0.1:4500\","
                + "\"to\":\"10.0.0.2:4500\",\"kind\":\"keepalive\"}", ran.lines().getFirst());
    }

    /** Neither more nor less than a line for each frame, whatever it holds. */
    @Test
    void everyFrameHasALine() {
        byte[] fragment = PcapFile.ip(17, "10.0.0.1", "10.0.0.2", new byte[16]);
        fragment[6] = 0x20;
        byte[] esp = PcapFile.ip(50, "10.0.0.1", "10.0.0.2", HexFormat.of().parseHex(ESP));
        byte[] ah = PcapFile.ip(51, "10.0.0.1", "10.0.0.2", HexFormat.of().parseHex("3204000039fa762600000001aabbccdd"));
        byte[] ike = PcapFile.ip(17, "10.0.0.1", "10.0.0.2", HexFormat.of().parseHex("01f401f40028000011111111"));
        Ran ran = Ran.decode(new PcapFile().frame(0, fragment).frame(0, PcapFile.ip(6, "10.0.0.1", "10.0.0.2", new byte[20]))
                .frame(0, esp).frame(0, Arrays.copyOf(esp, 28)).frame(0, ah).frame(0, ike).frame(0, new byte[3])
                .udp(0, "10.0.0.1:53", "10.0.0.2:5353", "00").octets());
        assertEquals(ExitCode.BAD_LINES, ran.code());
        ran.lines().forEach(line -> Schemas.check(Schemas.DECODE, line));
        String ends = "\"from\":\"10.0.0.1\",\"to\":\"10.0.0.2\",";
        assertEquals(List.of("\"skipped\":\"fragment\"", "\"skipped\":\"other\"",
                ends + "\"kind\":\"esp\",\"spi\":\"39fa7626\"", ends + "\"kind\":\"esp\",\"spi\":\"39fa7626\"",
                ends + "\"kind\":\"ah\",\"spi\":\"39fa7626\"",
                "\"error\":\"its UDP header says 40 octets, and the IP packet has 12\"",
                "\"error\":\"its IP header has neither version 4 nor 6\"", "\"skipped\":\"other\""),
                ran.lines().stream().map(line -> line.replaceAll(".*Z\",(.*)}", "$1")).toList());
    }

    /** Of ESP the SPI is enough; of IKE all must be there. */
    @Test
    void whatWasNotCaptured() {
        byte[] whole = PcapFile.ip(17, "10.0.0.1", "10.0.0.2",
                HexFormat.of().parseHex("01f401f40024" + "0000" + "11".repeat(28)));
        assertEquals("only 20 of its 28 octets were captured", Ran.decode(new PcapFile().frame(0, Arrays.copyOf(whole, 48))
                .octets()).json(1).get("error").asText());
    }

    @Test
    void otherPorts() {
        byte[] capture = new PcapFile().udp(0, "10.0.0.1:10500", "10.0.0.2:10500", KEEPALIVE)
                .udp(0, "10.0.0.1:10500", "10.0.0.2:500", KEEPALIVE).octets();
        assertEquals("other", Ran.decode(capture).json(1).get("skipped").asText());
        assertEquals("keepalive", Ran.decode(capture, 10500).json(1).get("kind").asText());
        assertEquals("malformed", Ran.decode(capture).json(2).get("kind").asText());
        assertEquals(List.of("decode: --port must be 1 to 65535"), Ran.decode(capture, 65536).errors());
    }

    /** There is no marker where either port is 500: seen with a phone that listens on 10500. */
    @ParameterizedTest
    @CsvSource({"10.0.0.1:500, 10.0.0.2:10500", "10.0.0.1:10500, 10.0.0.2:500"})
    void noMarkerWithPort500(String from, String to) {
        String ike = PcapFile.crash().getFirst()[4];
        assertEquals("ike", Ran.decode(new PcapFile().udp(0, from, to, ike).octets()).json(1).get("kind").asText());
    }

    @Test
    void answerNeedsToKnowWhichEndIsTheGateway() {
        Ran ran = Ran.answer(options("maker", Set.of(), false), crash());
        assertEquals(List.of("answer: a capture needs --self ADDRESS: which of its ends the gateway is"), ran.errors());
        assertEquals(ExitCode.UNUSABLE, ran.code());
        assertEquals(List.of("answer: --self needs an address like 192.0.2.1 or 2001:db8::1"),
                Ran.answer(options("maker", Set.of("gateway"), false), crash()).errors());
    }

    /** As lines of text a capture says the same. */
    @Test
    void linesForAnswer() {
        Ran lines = Ran.lines(crash());
        assertEquals(PcapFile.crash().size(), lines.lines().size());
        List<String> text = Ran.answer(options("maker", Set.of("10.77.0.2"), false), String.join("\n", lines.lines())).lines();
        List<String> frames = Ran.answer(options("maker", Set.of("10.77.0.2"), false), crash()).lines();
        assertEquals(frames.stream().map(it -> it.replaceAll("\"frame\":(\\d+),\"time\":[^,]*,(\"from\".*?,\"to\".*?,)?", "\"line\":$1,")
                .replace("in frame", "in line")).toList(), text);
        byte[] ah = PcapFile.ip(51, "10.0.0.1", "10.0.0.2", HexFormat.of().parseHex("3204000039fa762600000001"));
        assertEquals(List.of("from=10.0.0.1 to=10.0.0.2 protocol=ah now=1.000000000 3204000039fa762600000001",
                "# frame 2 cannot be read: the frame ends within its IP header", "# frame 3: other"),
                Ran.lines(new PcapFile().frame(1_000_000_000, ah).frame(0, new byte[0])
                        .frame(0, PcapFile.ip(1, "10.0.0.1", "10.0.0.2", new byte[8])).octets()).lines());
        assertEquals(List.of("decode: --lines is for captures only"), Ran.lines("ff\n".getBytes()).errors());
    }

    /** What came to the restarted gateway is answered as in the example; what it sent itself is only shown. */
    @Test
    void answerOffersWhatCameToTheGateway() {
        Ran ran = Ran.answer(options("maker", Set.of("10.77.0.2"), false), crash());
        assertEquals(ExitCode.ALL_READ, ran.code());
        List<String[]> rows = PcapFile.crash();
        for (int i = 0; i < rows.size(); i++) {
            Schemas.check(Schemas.ANSWER, ran.lines().get(i));
            assertEquals(rows.get(i)[2].startsWith("10.77.0.2"), ran.json(i + 1).has("seen"), ran.lines().get(i));
            assertEquals(rows.get(i)[2].startsWith("10.77.0.1"), ran.json(i + 1).has("effects"), ran.lines().get(i));
        }
        String first = "from=" + rows.get(10)[2] + " to=" + rows.get(10)[3] + " " + rows.get(10)[4];
        assertEquals(Ran.answer(Ran.example("maker"), first).json(1).get("effects"), ran.json(11).get("effects"));
    }

    @Test
    void whatIsNotForTheGatewayIsElsewhere() {
        byte[] capture = new PcapFile().udp(0, "10.0.0.1:4500", "10.0.0.2:4500", KEEPALIVE).octets();
        assertEquals("elsewhere", Ran.answer(options("maker", Set.of("10.0.0.9", "2001:db8::1"), false), capture).json(1)
                .get("skipped").asText());
        assertFalse(Ran.answer(options("maker", Set.of("10.0.0.9", "10.0.0.2"), false), capture).json(1).has("skipped"));
    }

    /** A frame that comes before the one before it is an error of its own, and of no other. */
    @Test
    void timesThatGoBack() {
        Ran ran = Ran.answer(options("maker", Set.of("10.0.0.2"), false),
                new PcapFile().udp(5_000_000_000L, "10.0.0.1:4500", "10.0.0.2:4500", KEEPALIVE)
                        .udp(4_999_999_999L, "10.0.0.1:4500", "10.0.0.2:4500", KEEPALIVE)
                        .udp(6_000_000_000L, "10.0.0.1:4500", "10.0.0.2:4500", KEEPALIVE).octets());
        assertEquals("its time is earlier than that of a line or frame before", ran.json(2).get("error").asText());
        assertEquals(1, ran.json(3).get("ticks").asInt());
        assertEquals(ExitCode.BAD_LINES, ran.code());
    }
}
