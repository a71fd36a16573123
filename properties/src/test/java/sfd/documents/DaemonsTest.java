package sfd.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import sfd.traces.capture.Capture;
import sfd.traces.capture.Carried;
import sfd.traces.capture.Frame;

/** What was measured of real daemons: its form, the README's table, and the captures belong together. */
class DaemonsTest {

    private static final Path CAPTURES = Committed.ROOT.resolve("traces/captures/daemons");

    private static JsonSchema schema;
    private static JsonNode measured;

    @BeforeAll
    static void read() throws IOException {
        schema = Committed.schema("traces/schemas/daemons.schema.json");
        measured = Committed.json("properties/daemons/measured.json");
    }

    @Test
    void theResultsAreValid() {
        assertEquals(Set.of(), schema.validate(measured));
    }

    @Test
    void otherFormsAreRefused() {
        for (String field : List.of("requests", "childSaDeleted", "packets", "then")) {
            JsonNode broken = measured.deepCopy();
            ((ObjectNode) broken.at("/cases/0")).remove(field);
            assertNotEquals(Set.of(), schema.validate(broken), field);
        }
        JsonNode early = measured.deepCopy();
        ((ObjectNode) early.at("/cases/0")).put("childSaDeleted", -1);
        assertNotEquals(Set.of(), schema.validate(early));
    }

    @Test
    void theReadmeShowsTheResults() throws IOException {
        String page = Files.readString(Committed.ROOT.resolve("properties/daemons/README.md"));
        List<String> shown = page.substring(page.indexOf("<!-- measured -->"), page.indexOf("<!-- /measured -->")).lines()
                .filter(line -> line.matches("\\| (strongswan|libreswan) .*")).toList();
        List<String> expected = new ArrayList<>();
        measured.get("cases").forEach(it -> expected.add(String.join(" | ", "| " + it.get("survivor").asText(),
                it.get("settings").asText(), it.get("peer").asText(), it.get("then").asText(), seconds(it.get("back")),
                seconds(it.at("/requests/0")), String.valueOf(it.get("requests").size()), seconds(it.get("childSaDeleted")),
                seconds(it.get("espAgain")), it.get("espIntoTheVoid").asText() + " |")));
        assertEquals(expected, shown);
    }

    /** The rows of the front page are those of the case whose peer is of the same kind. */
    @Test
    void theFrontPageQuotesTheResults() throws IOException {
        String page = Files.readString(Committed.ROOT.resolve("README.md"));
        List<String> shown = page.substring(page.indexOf("<!-- daemons -->"), page.indexOf("<!-- /daemons -->")).lines()
                .filter(line -> line.matches("\\| (strong|libre).*")).toList();
        List<String> expected = new ArrayList<>();
        for (String daemon : List.of("strongswan", "libreswan")) {
            for (String[] row : new String[][] {{"default", "gone"}, {"dpd", "gone"}, {"dpd", "maker"}}) {
                JsonNode it = of(daemon + "-" + row[0] + "-" + row[1] + "-" + daemon);
                String version = measured.at("/daemons/" + daemon).asText().replaceAll("-.*", "");
                expected.add("| %s %s | %s | %s | %s | %s |".formatted(daemon.replace("swan", daemon.startsWith("s") ? "Swan" : "swan"), version,
                        row[0].equals("dpd") ? "checks every 10 s" : "defaults", row[1].equals("gone") ? "nothing" : "a token maker of ours",
                        it.at("/requests/0").isMissingNode() ? "never" : seconds(it.at("/requests/0")) + " s",
                        it.get("childSaDeleted").isNull() ? "not in 200 s" : seconds(it.get("childSaDeleted")) + " s"));
            }
        }
        assertEquals(expected, shown);
    }

    private static JsonNode of(String id) {
        for (JsonNode it : measured.get("cases")) {
            if (it.get("id").asText().equals(id)) {
                return it;
            }
        }
        throw new AssertionError("no case " + id);
    }

    private static String seconds(JsonNode time) {
        return time.isNumber()
                ? new BigDecimal(time.asText()).setScale(1, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString()
                : "-";
    }

    /** Every packet of the results is in the case's capture, in the same order, and the last of the capture. */
    @Test
    void theCapturesShowThePackets() throws IOException {
        Set<String> ids = new TreeSet<>();
        for (JsonNode it : measured.get("cases")) {
            String id = it.get("id").asText();
            ids.add(id + ".pcap");
            List<String> expected = new ArrayList<>();
            it.get("packets").forEach(packet -> expected.add(packet.get("spiI").asText() + packet.get("spiR").asText()
                    + " %d %d %d".formatted(packet.get("port").asInt(), packet.get("messageId").asLong(),
                            packet.get("octets").asInt())));
            List<String> captured = datagrams(CAPTURES.resolve(id + ".pcap"));
            assertTrue(captured.size() > expected.size(), id);
            assertEquals(expected, captured.subList(captured.size() - expected.size(), captured.size()), id);
        }
        try (Stream<Path> files = Files.list(CAPTURES)) {
            assertEquals(ids, Set.copyOf(files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".pcap")).toList()));
        }
    }

    private static List<String> datagrams(Path file) throws IOException {
        List<String> found = new ArrayList<>();
        assertTrue(Files.size(file) < 60_000, file + " is larger than a capture here may be");
        try (var in = new BufferedInputStream(Files.newInputStream(file), Capture.LONGEST)) {
            Capture capture = Capture.of(in).orElseThrow();
            for (Frame frame = capture.next(); frame != null; frame = capture.next()) {
                var captured = assertInstanceOf(Frame.Captured.class, frame);
                if (Carried.by(captured) instanceof Carried.Packet packet && packet.protocol() == 17) {
                    int marker = packet.fromPort() == 4500 || packet.toPort() == 4500 ? 4 : 0;
                    String hex = HexFormat.of().formatHex(packet.payload());
                    found.add(hex.substring(2 * marker, 2 * marker + 32) + " %d %d %d".formatted(packet.toPort(),
                            Long.parseLong(hex.substring(2 * marker + 40, 2 * marker + 48), 16), packet.length()));
                }
            }
        }
        return found;
    }
}
