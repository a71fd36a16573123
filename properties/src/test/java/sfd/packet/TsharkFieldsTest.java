package sfd.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sfd.ike.Reason;
import sfd.traces.json.JsonValue;

/**
 * What decode says of a datagram against what tshark shows of it, field by field: header, each payload's generic header,
 * notifications, fragments. Where both see the same kind of packet all fields must agree; where they do not, the
 * difference must be one of those written down here. Where there is no tshark, nothing is compared.
 */
class TsharkFieldsTest {

    /**
     * What tshark may show instead of a malformed packet, and why decode is right all the same; where nothing is said,
     * tshark must call it malformed too.
     */
    private static final Map<Reason, Set<String>> MILDER = new EnumMap<>(Map.ofEntries(
            // No dissector is asked, or none wants so few octets.
            Map.entry(Reason.EMPTY, Set.of("none")),
            // Between ports 500 and 4500 it tries ESP where IKE is too short; a packet of port 500 is none (BASE-3.1-2).
            Map.entry(Reason.TOO_SHORT, Set.of("none", "esp", "keepalive")),
            Map.entry(Reason.SHORT_MARKER, Set.of("none")),
            // It reads any major version as it reads 1 or 2, and messages of another length as far as they go.
            Map.entry(Reason.MAJOR_VERSION, Set.of("ike", "none")),
            Map.entry(Reason.LENGTH_MISMATCH, Set.of("ike", "none")),
            // It does not miss an announced payload of which nothing is there, nor mind octets that no payload has.
            Map.entry(Reason.PAYLOAD_HEADER_TRUNCATED, Set.of("ike")),
            Map.entry(Reason.TRAILING_OCTETS, Set.of("ike")),
            // It shows packets, and refuses none.
            Map.entry(Reason.UNKNOWN_CRITICAL_PAYLOAD, Set.of("ike")),
            Map.entry(Reason.ENCRYPTED_TOO_SHORT, Set.of("ike")),
            Map.entry(Reason.RESERVED_SPI, Set.of("esp", "ah"))));

    /** Payloads and notifications that tshark takes apart inside, where the codec does not look: SA, certificates, IKEv1's. */
    private static final Pattern OPENED = Pattern.compile("payload ([1-9]|[12][0-9]|3[0-378]) .*"
            + "|payload 41 .* notify (17|16387|16403|16407|16408|16409|1641[0-9]|1642[0-9]) .*");

    /** A payload that must be refused: critical, of none of the types of RFC 7296 and no SKF. */
    private static final Pattern REFUSED = Pattern.compile("payload (?!(3[3-9]|4[0-8]|53) )[0-9]+ critical true .*");

    /** Names that a tshark has had for numbers: an older one, and one that is that of 44. */
    private static final Set<String> MISNAMED = Set.of("16429 SENDER_REQUEST_ID", "46 CHILD_SA_NOT_FOUND");
    private static final Pattern NO_NAME = Pattern.compile("(?i)(reserved|unassigned|private|unknown).*");

    @TempDir
    private Path folder;

    private static final String NOT_THERE = "tshark is not installed, so what decode says is not compared with it";

    /** A skipped test shows no reason on the console. */
    @BeforeAll
    static void say() {
        if (!Pdml.isThere()) {
            System.out.println(NOT_THERE);
        }
    }

    @BeforeEach
    void tshark() {
        assumeTrue(Pdml.isThere(), NOT_THERE);
    }

    private final List<String> differences = new ArrayList<>();
    private final Set<Reason> reasons = EnumSet.noneOf(Reason.class);
    private int messages;

    @Test
    void everyFieldOfTheSweep() throws IOException {
        var sweep = new Sweep().all();
        assertEquals(sweep.frames(), compare(Files.write(folder.resolve("sweep.pcap"), sweep.octets())));
        assertEquals(List.of(), differences);
        assertEquals(EnumSet.allOf(Reason.class), reasons, "each reason was compared");
        assertTrue(messages > 3000, "messages compared: " + messages);
    }

    @Test
    void theCapturedCrashAndTheExamples() throws IOException {
        var file = new PcapFile();
        PcapFile.crash().forEach(row -> file.udp(0, row[2], row[3], row[4]));
        try (Stream<Path> examples = Files.walk(Ran.EXAMPLES)) {
            for (Path example : examples.filter(it -> it.toString().matches(".*/(input.txt|output.jsonl)")).sorted().toList()) {
                Matcher datagram = Pattern.compile("from\\W+([0-9.]+:[0-9]+)\\W+to\\W+([0-9.]+:[0-9]+)\\W[^\n]*?\\b([0-9a-f]{40,})\\b")
                        .matcher(Files.readString(example));
                while (datagram.find()) {
                    file.udp(0, datagram.group(1), datagram.group(2), datagram.group(3));
                }
            }
        }
        compare(Files.write(folder.resolve("own.pcap"), file.octets()));
        compare(Ran.EXAMPLES.resolve("capture/capture.pcap"));
        assertEquals(List.of(), differences);
        assertTrue(messages > 30, "messages compared: " + messages);
    }

    /** What the vectors say of datagrams, in place of what decode says. Of IPv6 ends the ports count; the dissectors ask for no more. */
    @Test
    void theVectors() throws IOException {
        var file = new PcapFile();
        List<JsonNode> said = new ArrayList<>();
        JsonNode vectors = JsonValue.parse(Files.readString(Ran.ROOT.resolve("traces/vectors/datagram.json")));
        for (JsonNode group : vectors.get("groups")) {
            for (JsonNode it : group.get("cases")) {
                String datagram = it.get("datagram").asText();
                switch (group.get("protocol").asText()) {
                    case "udp" -> file.udp(said.size(), "192.0.2.1:" + port(group.get("from")), "192.0.2.2:" + port(group.get("to")), datagram);
                    case "esp" -> file.frame(said.size(), PcapFile.ip(50, "192.0.2.1", "192.0.2.2", HexFormat.of().parseHex(datagram)));
                    default -> file.frame(said.size(), PcapFile.ip(51, "192.0.2.1", "192.0.2.2", HexFormat.of().parseHex(datagram)));
                }
                said.add(it.has("decoded") ? it.get("decoded")
                        : JsonNodeFactory.instance.objectNode().put("kind", "malformed").set("reason", it.get("reason")));
            }
        }
        List<Pdml> packets = Pdml.packets(folder, Files.write(folder.resolve("vectors.pcap"), file.octets()));
        assertEquals(said.size(), packets.size());
        for (int i = 0; i < said.size(); i++) {
            compare("vector " + (i + 1) + ": ", said.get(i), packets.get(i));
        }
        assertEquals(List.of(), differences);
        assertEquals(EnumSet.allOf(Reason.class), reasons, "each reason was compared");
        assertTrue(messages > 60, "messages compared: " + messages);
    }

    private static String port(JsonNode end) {
        return end.asText().replaceAll(".*:", "");
    }

    /** @return how many frames */
    private int compare(Path capture) throws IOException {
        List<Pdml> packets = Pdml.packets(folder, capture);
        Ran ran = Ran.decode(capture);
        assertEquals(packets.size(), ran.lines().size());
        for (int i = 0; i < packets.size(); i++) {
            // The others are no packets of IPsec, or not whole.
            if (ran.json(i + 1).has("kind")) {
                compare("frame " + (i + 1) + " of " + capture.getFileName() + ": ", ran.json(i + 1), packets.get(i));
            }
        }
        return packets.size();
    }

    private void compare(String frame, JsonNode answer, Pdml packet) {
        Seen ours = Seen.byDecode(answer);
        Seen theirs = Seen.byTshark(packet);
        switch (ours.kind()) {
            case "malformed" -> {
                Reason reason = Reason.valueOf(ours.fields().getFirst());
                reasons.add(reason);
                check(theirs.kind().equals("malformed") || MILDER.getOrDefault(reason, Set.of()).contains(theirs.kind()),
                        frame + reason + ", tshark: " + theirs);
                check((reason == Reason.UNKNOWN_CRITICAL_PAYLOAD) == theirs.fields().stream().anyMatch(it -> REFUSED.matcher(it).matches()),
                        frame + reason + " of a critical payload, tshark: " + theirs);
            }
            case "ike" -> {
                messages++;
                check(ours.fields().equals(theirs.fields()), frame + ours + ", tshark: " + theirs);
                check(theirs.kind().equals("ike") || OPENED.matcher(ours.fields().getLast()).matches(), frame + theirs);
                packet.first("isakmp").ifPresent(it -> compareNames(frame, answer, it));
            }
            // Its length field says more than is there; of AH the codec wants no more than the SPI (BASE-4302.2-1).
            case "ah" -> check(ours.equals(theirs) || packet.first("ah").isPresent() && theirs.kind().equals("malformed"),
                    frame + ours + ", tshark: " + theirs);
            default -> check(ours.equals(theirs), frame + ours + ", tshark: " + theirs);
        }
    }

    private void compareNames(String frame, JsonNode answer, Pdml message) {
        compareName(frame, answer.at("/header/exchange/name"), message.first("isakmp.exchangetype").orElseThrow());
        List<Pdml> payloads = message.all("isakmp.typepayload").toList();
        for (int i = 0; i < payloads.size(); i++) {
            JsonNode name = answer.at("/payloads/" + i + "/notify/name");
            payloads.get(i).first("isakmp.notify.msgtype").ifPresent(it -> compareName(frame, name, it));
        }
    }

    private void compareName(String frame, JsonNode name, Pdml theirs) {
        String shown = theirs.valueName();
        int number = Integer.parseInt(theirs.show());
        check(isNobodys(theirs.name(), number) || NO_NAME.matcher(shown).matches() || name.asText().equals(shown)
                || MISNAMED.contains(number + " " + shown), frame + name + ", tshark: " + shown);
    }

    /** Exchange types of IKEv1, and notify types of private use: tshark has names for them that no registry of IKEv2 has. */
    private static boolean isNobodys(String field, int number) {
        return field.equals("isakmp.exchangetype") ? number < 34 : number >= 8192 && number < 16384 || number >= 40960;
    }

    private void check(boolean agreed, String difference) {
        if (!agreed) {
            differences.add(difference);
        }
    }
}
