package sfd.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sfd.ike.ExchangeTypes;
import sfd.ike.Framing;
import sfd.ike.IkeMessage;
import sfd.ike.NotifyTypes;
import sfd.ike.Payload;
import sfd.ike.Wire;
import sfd.octets.Octets;
import sfd.traces.capture.Capture;
import sfd.traces.capture.Carried;
import sfd.traces.capture.Frame;

/** The captures of a maker that crashed, against what the page beside them says. */
class CrashCapturesTest {

    private static final Path FOLDER = Committed.ROOT.resolve("traces/captures/crash");

    private static List<IkeMessage> messages(String name) throws IOException {
        var messages = new ArrayList<IkeMessage>();
        try (var in = new BufferedInputStream(Files.newInputStream(FOLDER.resolve(name)), Capture.LONGEST)) {
            Capture capture = Capture.of(in).orElseThrow();
            for (Frame frame = capture.next(); frame != null; frame = capture.next()) {
                // Port unreachable, after the end, carries IKE too and is none.
                if (frame instanceof Frame.Captured it && Carried.by(it) instanceof Carried.Packet packet && packet.protocol() == 17
                        && Wire.decode(Framing.udp(packet.toPort(), packet.fromPort()), Octets.of(packet.payload())) instanceof IkeMessage m) {
                    messages.add(m);
                }
            }
        }
        return messages;
    }

    @ParameterizedTest
    @ValueSource(strings = {"maker-taker.pcap", "maker-strongswan.pcap", "maker-libreswan.pcap"})
    void theCheckOfTheDeadSaIsAnsweredWithItsToken(String name) throws IOException {
        List<IkeMessage> messages = messages(name);
        assertEquals(ExchangeTypes.IKE_SA_INIT, messages.getFirst().header().exchange());
        assertEquals(2, messages.stream().filter(it -> it.header().exchange() == ExchangeTypes.IKE_AUTH)
                .map(it -> it.header().response()).distinct().count());
        int shown = 0;
        Set<Octets> tokens = new TreeSet<>((one, other) -> one.toString().compareTo(other.toString()));
        for (int i = 1; i < messages.size(); i++) {
            IkeMessage answer = messages.get(i);
            if (!answer.notifies(NotifyTypes.QUICK_CRASH_DETECTION).isEmpty()) {
                shown++;
                IkeMessage check = messages.get(i - 1);
                assertTrue(check.endsEncrypted() && !check.header().response());
                assertEquals(check.header().reply(), answer.header()); // QCD-4.5-1, BASE-1.5-3
                assertEquals(1, answer.notifies(NotifyTypes.INVALID_IKE_SPI).size());
                tokens.addAll(answer.notifies(NotifyTypes.QUICK_CRASH_DETECTION).stream().map(Payload.Notify::data).toList());
            }
        }
        assertTrue(shown > 0);
        assertEquals(1, tokens.size(), "the same token each time (QCD-1.1-1)");
    }

    /** QCD-3-7, QCD-4.5-7: one round trip, and silence. */
    @Test
    void theTakerIsDoneAfterOneRoundTrip() throws IOException {
        List<IkeMessage> messages = messages("maker-taker.pcap");
        assertEquals(8, messages.size());
        assertEquals(1, messages.getLast().notifies(NotifyTypes.QUICK_CRASH_DETECTION).size());
    }

    @Test
    void thePageNamesEachFile() throws IOException {
        String page = Files.readString(FOLDER.resolve("README.md"));
        try (Stream<Path> files = Files.list(FOLDER)) {
            Set<String> captures = files.map(it -> it.getFileName().toString()).filter(it -> it.endsWith(".pcap")).collect(Collectors.toSet());
            assertEquals(3, captures.size());
            captures.forEach(name -> assertTrue(page.contains("`" + name + "`"), name));
        }
    }
}
