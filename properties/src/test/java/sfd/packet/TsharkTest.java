package sfd.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Captures as tshark reads them: number, time, ends and SPIs of every frame. Where there is no tshark, nothing is compared. */
class TsharkTest {

    private static final Path CAPTURE = Ran.EXAMPLES.resolve("capture/capture.pcap");
    private static final List<String> FIELDS = List.of("frame.number", "frame.time_epoch", "ip.src", "ipv6.src", "ip.dst",
            "ipv6.dst", "udp.srcport", "udp.dstport", "isakmp.ispi", "isakmp.rspi", "isakmp.messageid", "esp.spi", "ah.spi",
            "udpencap.nat_keepalive");

    @TempDir
    private Path folder;

    @BeforeEach
    void tshark() {
        boolean there = Arrays.stream(System.getenv("PATH").split(":")).anyMatch(it -> Path.of(it, "tshark").toFile().canExecute())
                && Arrays.stream(System.getenv("PATH").split(":")).anyMatch(it -> Path.of(it, "editcap").toFile().canExecute());
        assumeTrue(there, "tshark is not installed, so captures are not compared with it");
    }

    private static List<String> run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        return process.inputReader().lines().toList();
    }

    private static List<String> fields(Path capture) throws IOException {
        var command = new ArrayList<>(List.of("tshark", "-r", capture.toString(), "-o", "ip.defragment:FALSE", "-o",
                "ipv6.defragment:FALSE", "-T", "fields", "-E", "separator=|"));
        FIELDS.forEach(field -> command.addAll(List.of("-e", field)));
        return run(command);
    }

    private static void compare(Path capture) throws IOException {
        List<String> expected = fields(capture);
        Ran ran = Ran.decode(capture);
        assertEquals(expected.size(), ran.lines().size());
        var kinds = new TreeSet<String>();
        for (int i = 0; i < expected.size(); i++) {
            kinds.add(compare(expected.get(i).split("\\|", -1), ran.json(i + 1)));
        }
        assertTrue(kinds.containsAll(Set.of("ah", "esp", "fragment", "other")), kinds.toString());
    }

    /** @return what it is */
    private static String compare(String[] fields, JsonNode ours) {
        String line = ours.toString();
        assertEquals(fields[0], ours.get("frame").asText(), line);
        String[] time = fields[1].split("\\.");
        Instant instant = Instant.parse(ours.get("time").asText());
        assertEquals(Long.parseLong(time[0]), instant.getEpochSecond(), line);
        assertEquals(Integer.parseInt(time[1]), instant.getNano(), line);
        if (!ours.has("kind")) {
            boolean other = ours.path("skipped").asText().equals("other");
            assertTrue(!other || (fields[8] + fields[11] + fields[12]).isEmpty(), line);
            return ours.has("error") ? "error" : ours.get("skipped").asText();
        }
        assertEquals(end(fields[2] + fields[3], fields[6]), ours.get("from").asText());
        assertEquals(end(fields[4] + fields[5], fields[7]), ours.get("to").asText());
        String kind = ours.get("kind").asText();
        switch (kind) {
            case "ike" -> {
                assertEquals(fields[8], ours.get("header").get("spiI").asText(), line);
                assertEquals(fields[9], ours.get("header").get("spiR").asText(), line);
                assertEquals(Long.decode(fields[10]), ours.get("header").get("messageId").asLong(), line);
            }
            case "esp" -> assertEquals(fields[11], "0x" + ours.get("spi").asText(), line);
            case "ah" -> assertEquals(fields[12], "0x" + ours.get("spi").asText(), line);
            default -> assertEquals("", fields[8] + fields[11] + fields[12], line);
        }
        return kind;
    }

    private static String end(String address, String port) {
        return port.isEmpty() ? address : (address.contains(":") ? "[" + address + "]" : address) + ":" + port;
    }

    @Test
    void theExample() throws IOException {
        compare(CAPTURE);
    }

    @ParameterizedTest
    @CsvSource({"pcapng", "nsecpcap", "pcap"})
    void otherFormats(String format) throws IOException {
        Path converted = folder.resolve("converted");
        run(List.of("editcap", "-F", format, CAPTURE.toString(), converted.toString()));
        compare(converted);
    }

    @Test
    void notCapturedToTheirEnds() throws IOException {
        Path cut = folder.resolve("cut");
        run(List.of("editcap", "-s", "60", CAPTURE.toString(), cut.toString()));
        compare(cut);
    }
}
