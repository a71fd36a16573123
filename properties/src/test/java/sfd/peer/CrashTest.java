package sfd.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sfd.ike.IkeSpis;
import sfd.octets.Octets;
import sfd.sa.Event;
import sfd.session.Identity;
import sfd.session.Initiating;
import sfd.session.Key;
import sfd.session.Setup;

/** Two peers on loopback make an IKE SA; one loses it and comes back at the same address; the other finds out. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class CrashTest {

    @TempDir
    private Path folder;

    private Given bob;
    private Given alice;

    private Path owned(String name, String text) throws IOException {
        return Files.setPosixFilePermissions(Files.writeString(folder.resolve(name), text), PosixFilePermissions.fromString("rw-------"));
    }

    @BeforeEach
    void files() throws IOException {
        Path psk = owned("psk", "one key for both\n");
        Optional<Path> secrets = Optional.of(owned("secrets", "5a".repeat(32) + "\n"));
        int port;
        try (var asker = new Asker()) {
            port = asker.freePort();
        }
        bob = new Given("maker", secrets, Optional.empty()).at(port).with("bob.test", psk, Optional.empty());
        alice = new Given("taker", Optional.empty(), Optional.empty())
                .with("alice.test", psk, Optional.of(new sfd.ike.Endpoint(sfd.ike.Address.parse("127.0.0.1"), port)));
    }

    private static IkeSpis established(Running peer) throws InterruptedException {
        peer.line(it -> it.path("event").asText().equals("SaEstablished"));
        JsonNode sa = peer.line(it -> it.path("event").asText().equals("SaEstablished"));
        return new IkeSpis(Long.parseUnsignedLong(sa.get("spiI").textValue(), 16), Long.parseUnsignedLong(sa.get("spiR").textValue(), 16));
    }

    private static long count(Running peer, String what) throws Exception {
        peer.close();
        return peer.last().get("counted").path(what).longValue();
    }

    /** QCD-4.5-1, QCD-3-7: a check, and the answer to it. */
    @Test
    void aTakerKnowsAfterOneRoundTrip() throws Exception {
        try (var before = new Running(bob); var taker = new Running(alice)) {
            IkeSpis spis = established(taker);
            taker.tell(new Event.TrafficDue(spis));
            taker.line(it -> it.path("event").asText().equals("Protected"));
            before.close(); // No Delete: whoever comes next knows nothing but its secret.
            try (var after = new Running(bob)) {
                taker.tell(new Event.TrafficDue(spis));
                JsonNode end = taker.line(it -> it.toString().contains("IkeSaDeleted"));
                assertTrue(end.get("because").toString().contains("QCD-3-7"), end.toString());
                assertEquals(1, count(after, "received"));
                assertEquals(1, count(after, "sent"));
            }
            assertFalse(taker.lines().toString().contains("TOKEN_MISMATCH"));
        }
    }

    /** QCD-5.1-1: with another secret it cannot show the token, and the SA stands until the checks are used up. */
    @Test
    void withoutTheSecretItIsNotBelieved() throws Exception {
        try (var before = new Running(bob); var taker = new Running(alice)) {
            IkeSpis spis = established(taker);
            before.close();
            try (var after = new Running(bob.with(Optional.of(owned("others", "a5".repeat(32) + "\n"))))) {
                taker.tell(new Event.TrafficDue(spis));
                after.line(it -> it.toString().contains("QUICK_CRASH_DETECTION"));
                Thread.sleep(200);
            }
            assertEquals(1, count(taker, "TOKEN_MISMATCH"));
            assertFalse(taker.lines().toString().contains("IkeSaDeleted"));
        }
    }

    /** SIR-3.2.2: hint, question, verdict, and a new IKE SA in place of the old one. */
    @Test
    void aPeerYReplacesWhatPeerXDenies() throws Exception {
        try (var before = new Running(bob.as("peerX")); var y = new Running(alice.as("peerY").with(bob.secrets()))) {
            IkeSpis spis = established(y);
            before.close();
            try (var x = new Running(bob.as("peerX"))) {
                y.tell(new Event.TrafficDue(spis));
                y.line(it -> it.toString().contains("\"effect\":\"Initiate\""));
                JsonNode replaced = y.line(it -> it.path("event").asText().equals("SaReplaced"));
                assertTrue(replaced.toString().contains("SIR-3.6-1"), replaced.toString());
                x.line(it -> it.path("event").asText().equals("SaEstablished"));
                assertEquals(1, x.lines().stream().filter(it -> it.contains("\"SaEstablished\"")).count());
            }
        }
    }

    /** Forged words change nothing for a pair that lives. */
    @Test
    void whatAnybodySaysEndsNothing() throws Exception {
        try (var maker = new Running(bob); var taker = new Running(alice); var asker = new Asker()) {
            IkeSpis spis = established(taker);
            asker.send(taker.shared(), "00000000" + spis.toString().replace(":", "") + "2920252000000002" + "0000004c" + "2900000800000004"
                    + "0000002801004023" + "ab".repeat(32));
            taker.tell(new Event.TrafficDue(spis));
            taker.line(it -> it.path("event").asText().equals("Protected"));
            assertFalse(taker.lines().toString().contains("IkeSaDeleted"));
        }
    }

    /** BASE-2.21.4-1: whoever asks for IKE SAs by the thousand is not answered by the thousand. */
    @Test
    void answersToWhoAsksForSasAreLimited() throws Exception {
        try (var maker = new Running(bob.as("maker")); var asker = new Asker()) {
            var random = new java.util.Random(1);
            Setup setup = Setup.hosts(asker.end(), maker.shared(), Identity.fqdn("a"), Identity.fqdn("b"), Key.of(Octets.hex("00")));
            List<String> requests = IntStream.range(0, 1_000).mapToObj(i -> Initiating.begin(setup, random).sent().octets().toString()).toList();
            long start = System.nanoTime();
            for (String request : requests) {
                asker.send(maker.shared(), request);
            }
            Thread.sleep(100);
            long ticks = (System.nanoTime() - start) / 50_000_000 + 2;
            long sent = count(maker, "sent");
            assertTrue(sent >= 100 && sent <= 100 * ticks, sent + " answers in " + ticks + " ticks");
        }
    }

    /** A token of an IKE SA that lives stands in no line. */
    @Test
    void noLineShowsATokenThatIsUnderProtection() throws Exception {
        try (var maker = new Running(bob); var taker = new Running(alice)) {
            established(taker);
            JsonNode step = maker.line(it -> it.toString().contains("QUICK_CRASH_DETECTION"));
            assertEquals("", step.findValue("payloads").get(0).get("data").textValue());
        }
    }
}
