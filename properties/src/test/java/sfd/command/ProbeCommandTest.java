package sfd.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sfd.check.Status;
import sfd.peer.Askable;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.Step;
import sfd.shell.Daemon;

/** The command as it is called: what it prints, what it leaves, and how it ends. */
class ProbeCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    /** Sends everything back: what was never to be answered, too. */
    private static final class Echo implements Daemon {
        @Override
        public boolean wants(Event.Received datagram) {
            return true;
        }

        @Override
        public Event came(Event.Received datagram) {
            return datagram;
        }

        @Override
        public Turn after(Event event, Step<?> step) {
            return new Turn(event instanceof Event.Received it ? List.of(new Effect.Send(it.to(), it.from(), it.datagram())) : List.of(),
                    List.of());
        }
    }

    private int probe(Askable peer, String... arguments) {
        String[] all = Stream.concat(Stream.of("probe", "127.0.0.1", "--ports", peer.ends().getFirst().port() + "," + peer.ends().getLast().port(),
                "--a-second", "1000", "--wait-millis", "200"), Stream.of(arguments)).toArray(String[]::new);
        out.reset();
        return Sfd.run(new Streams(new ByteArrayInputStream(new byte[0]), new PrintStream(out), new PrintStream(out)), all);
    }

    @Test
    void nothingBrokenIsALineForEachAndTheCounts() throws Exception {
        Path psk = Files.setPosixFilePermissions(Files.writeString(folder.resolve("psk"), "0x" + Askable.KEY),
                PosixFilePermissions.fromString("rw-------"));
        Path json = folder.resolve("report.json");
        Path capture = folder.resolve("all.pcap");
        try (Askable peer = Askable.real("maker", folder)) {
            assertEquals(Status.DONE, probe(peer, "--only", "liveness", "--only", "tokens-differ", "--psk", psk.toString(), "--id", "10.1.2.3",
                    "--json", json.toString(), "--capture", capture.toString()));
        }
        List<String> lines = out.toString().lines().toList();
        assertEquals(3, lines.size(), out::toString);
        assertTrue(lines.getLast().startsWith("meets 2, breaks 0, departs 0, unobservable 0; 2 cases, "), out::toString);
        var report = new ObjectMapper().readTree(json.toFile());
        assertEquals("meets", report.get("cases").get(0).get("verdict").textValue());
        out.reset();
        assertEquals(Status.DONE, Sfd.run(new Streams(new ByteArrayInputStream(new byte[0]), new PrintStream(out), new PrintStream(out)),
                "decode", capture.toString()));
        long sent = report.get("sent").longValue();
        assertTrue(out.toString().lines().count() > sent, () -> sent + " sent, and captured are " + out);
    }

    @Test
    void whatIsBrokenIsItsStatus() throws Exception {
        try (Askable peer = Askable.faulty("maker", daemon -> new Echo())) {
            assertEquals(Status.UNEXPECTED, probe(peer, "--only", "unknown-response.plain-37-initiator-4500"));
            assertTrue(out.toString().startsWith("breaks "), out::toString);
            assertEquals(Status.DONE, probe(peer, "--only", "keepalive"), "a definition is departed from, and no MUST broken");
            assertTrue(out.toString().startsWith("departs "), out::toString);
        }
    }
}
