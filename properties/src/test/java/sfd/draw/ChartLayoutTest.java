package sfd.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.NodeList;
import sfd.draw.Chart.Arrow;
import sfd.draw.Chart.Note;
import sfd.traces.graph.Label;
import sfd.traces.graph.Trace;
import sfd.traces.itf.Itf;

/** Charts tell what their trace tells: each message that arrives, each SA that is given up, who forged what. */
class ChartLayoutTest {

    private static final Path FOLDER = Path.of(System.getProperty("project.root")).resolve("traces/itf");

    static Stream<Path> traces() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList().stream();
        }
    }

    private static Chart chart(String trace) throws IOException {
        return ChartLayout.of(Itf.read(FOLDER.resolve(trace)), "A title", "An ending.");
    }

    @Test
    void theAttackFromThePath() throws IOException {
        Chart chart = chart("SirOnPathOneSa.SoundUnservedProp.itf.json");
        assertEquals(List.of("Alice", "Attacker", "Bob"), chart.columns());
        assertEquals(List.of(
                new Note(0, 2, 0, "Alice and Bob have an IKE SA", false),
                new Arrow(1, 0, 1, 1, "I do not know this SA", "INVALID_IKE_SPI", true, false),
                new Arrow(0, 2, 2, -1, "Do you have this SA?", "CHECK_SPI(QUERY) with a cookie", false, true),
                new Arrow(1, 0, 3, 3, "as Bob: No, I do not have it", "CHECK_SPI(NACK) with that cookie", true, false),
                new Note(0, 0, 4, "replaces the SA", true)), chart.marks());
    }

    @Test
    void whatArrivesLaterIsDrawnFromWhereItWasSent() throws IOException {
        Chart chart = chart("QcdStandbyIsolatedQuietOneSa.SoundUnservedProp.itf.json");
        assertEquals(List.of("Alice", "Bob 1", "Bob 2"), chart.columns());
        assertTrue(chart.marks().contains(new Arrow(2, 0, 5, 8, "Unknown SA: its token", "INVALID_IKE_SPI, QCD_TOKEN", false, false)),
                chart.marks()::toString);
    }

    @ParameterizedTest
    @MethodSource("traces")
    void eachMessageThatArrivesAndEachSaGivenUpIsDrawn(Path file) throws IOException {
        Trace trace = Itf.read(file);
        Chart chart = ChartLayout.of(trace, "A title", "An ending.");
        List<Label> labels = trace.steps().stream().skip(1).map(Trace.Step::label).toList();
        List<Arrow> arrows = chart.marks().stream().filter(Arrow.class::isInstance).map(Arrow.class::cast).toList();
        assertEquals(labels.stream().filter(ChartLayoutTest::arrives).count(),
                arrows.stream().filter(it -> it.arrives() >= 0 && it.to() != chart.attacker()).count());
        assertEquals(labels.stream().filter(it -> Sequence.HOSTILE.contains(it.action())).count(),
                arrows.stream().filter(Arrow::forged).count());
        assertEquals(labels.stream().flatMap(it -> it.effects().stream()).flatMap(it -> it.items().stream()).filter(Plain::givesUp).count(),
                chart.marks().stream().filter(it -> it instanceof Note note && note.loss()).count());
        arrows.forEach(it -> assertTrue(it.from() >= 0 && it.to() >= 0 && it.from() != it.to() && !it.says().isEmpty(), it::toString));
        assertTrue(arrows.stream().allMatch(it -> it.arrives() < chart.rows() && it.sent() < chart.rows()));
    }

    private static boolean arrives(Label label) {
        return label.event().map(event -> event.field("type").text()).filter(List.of("Received", "Protected")::contains).isPresent();
    }

    @ParameterizedTest
    @MethodSource("traces")
    void picturesAreXmlWithTheirWordsAsText(Path file) throws Exception {
        Chart chart = ChartLayout.of(Itf.read(file), "<A & B>", "An ending.");
        NodeList texts = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(Svg.of(chart).getBytes(StandardCharsets.UTF_8))).getElementsByTagName("text");
        List<String> words = IntStream.range(0, texts.getLength()).mapToObj(it -> texts.item(it).getTextContent()).toList();
        assertTrue(words.contains("<A & B>") && words.contains("An ending.") && words.containsAll(chart.columns()), words::toString);
        chart.marks().forEach(mark -> assertTrue(words.contains(switch (mark) {
            case Arrow arrow -> arrow.says();
            case Note note -> note.text();
        }), mark::toString));
    }
}
