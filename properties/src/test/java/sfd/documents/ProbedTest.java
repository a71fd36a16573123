package sfd.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sfd.traces.capture.Capture;
import sfd.traces.capture.Carried;
import sfd.traces.capture.Frame;

/** What was asked of real daemons: report, capture and table belong together. */
class ProbedTest {

    private static JsonNode report(String daemon) throws IOException {
        return Committed.json("properties/daemons/probed-" + daemon + ".json");
    }

    /** The report as the tool writes it says what follows from the octets too; these are left out of what is committed. */
    @ParameterizedTest
    @ValueSource(strings = {"strongswan", "libreswan"})
    void theVerdictsAreThoseCounted(String daemon) throws IOException {
        JsonNode report = report(daemon);
        Map<String, Integer> counts = new TreeMap<>(Map.of("meets", 0, "breaks", 0, "departs", 0, "unobservable", 0));
        report.get("cases").forEach(it -> counts.merge(it.get("verdict").asText(), 1, Integer::sum));
        counts.forEach((verdict, count) -> assertEquals(report.at("/counts/" + verdict).asInt(), count, verdict));
        assertTrue(counts.get("meets") > 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"strongswan", "libreswan"})
    void everyDatagramIsInTheCapture(String daemon) throws IOException {
        Set<String> captured = new HashSet<>();
        try (var in = new BufferedInputStream(Files.newInputStream(Committed.ROOT.resolve("traces/captures/probe/" + daemon + ".pcap")),
                Capture.LONGEST)) {
            Capture capture = Capture.of(in).orElseThrow();
            for (Frame frame = capture.next(); frame != null; frame = capture.next()) {
                if (frame instanceof Frame.Captured it && Carried.by(it) instanceof Carried.Packet packet) {
                    captured.add(HexFormat.of().formatHex(packet.payload()));
                }
            }
        }
        List<JsonNode> datagrams = report(daemon).findValues("datagram");
        assertTrue(datagrams.size() > 100);
        for (JsonNode datagram : datagrams) {
            assertTrue(captured.contains(datagram.asText()), datagram.asText());
        }
    }

    /** Worst first: the cell of a clause has the first of these that occurs. */
    private static String cell(JsonNode report, String clause) {
        Map<String, Integer> seen = new LinkedHashMap<>();
        List.of("breaks", "departs", "meets", "unobservable").forEach(verdict -> seen.put(verdict, 0));
        int all = 0;
        for (JsonNode it : report.get("cases")) {
            if (it.get("clauses").findValuesAsText("id").contains(clause)) {
                seen.merge(it.get("verdict").asText(), 1, Integer::sum);
                all++;
            }
        }
        int of = all;
        return seen.entrySet().stream().filter(it -> it.getValue() > 0).findFirst()
                .map(it -> it.getKey() + ", " + it.getValue() + " of " + of).orElse("-");
    }

    @Test
    void theTableShowsTheReports() throws IOException {
        JsonNode strongswan = report("strongswan");
        JsonNode libreswan = report("libreswan");
        String page = Files.readString(Committed.ROOT.resolve("properties/daemons/README.md"));
        List<String> rows = page.substring(page.indexOf("<!-- probed -->"), page.indexOf("<!-- /probed -->")).lines()
                .filter(line -> line.matches("\\| [A-Z]+-.*")).toList();
        Set<String> clauses = new HashSet<>();
        List.of(strongswan, libreswan).forEach(report -> report.get("cases")
                .forEach(it -> clauses.addAll(it.get("clauses").findValuesAsText("id"))));
        assertEquals(clauses.size(), rows.size());
        for (String row : rows) {
            String clause = row.split(" ")[1];
            assertEquals("| " + clause + " | " + cell(strongswan, clause) + " | " + cell(libreswan, clause) + " |", row);
        }
    }
}
