package sfd.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sfd.gateway.BadFileException;
import sfd.ike.CheckSpi;
import sfd.ike.IkeMessage;
import sfd.ike.IkeSpis;
import sfd.ike.Payload;
import sfd.octets.Octets;
import sfd.sa.Event;
import sfd.token.JdkDigest;
import sfd.token.Secret;
import sfd.token.TokenMethod;

/** Peers on loopback, each asked as another host would. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class PeerTest {

    private static final String SECRET = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
    private static final IkeSpis SPIS = new IkeSpis(0x4d7cbbaf52dcbd5cL, 0xdd9539a8d8608b1dL);

    /** An encrypted INFORMATIONAL request under {@link #SPIS}, long enough for an answer with a token. */
    private static final String REQUEST = "00000000" + "4d7cbbaf52dcbd5cdd9539a8d8608b1d2e202508000000070000005c" + "00000040"
            + "00".repeat(60);

    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(
            SchemaLocation.of(Path.of(System.getProperty("project.root"), "traces", "schemas", "peer.schema.json").toUri().toString()));

    @TempDir
    private Path folder;

    private Path secrets() throws IOException {
        Path file = Files.writeString(folder.resolve("secrets.txt"), SECRET + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    /** The SA of a peer that kept it with whoever asks. */
    private Path sas(Asker asker, String here, String more) throws IOException {
        return Files.writeString(folder.resolve("sas.json"), """
                [{"spiI":"4d7cbbaf52dcbd5c","spiR":"dd9539a8d8608b1d","here":"%s","peer":"%s","initiator":true%s}]
                """.formatted(here, asker.end(), more));
    }

    @Test
    void aMakerShowsTheTokenOfALostSa() throws Exception {
        try (var asker = new Asker(); var peer = new Running(new Given("maker", Optional.of(secrets()), Optional.empty()))) {
            IkeMessage answer = asker.ask(peer.shared(), REQUEST);
            assertEquals(SPIS, answer.header().spis());
            assertTrue(answer.header().response());
            assertEquals(7, answer.header().messageId());
            Octets token = TokenMethod.SPIS.token(new JdkDigest(), Secret.of(1, Octets.hex(SECRET)), SPIS, asker.end().address());
            assertEquals(List.of(token), answer.notifies(16419).stream().map(Payload.Notify::data).toList());
            assertEquals(1, answer.notifies(4).size());
            JsonNode step = peer.line(it -> it.has("effects"));
            assertTrue(step.get("because").toString().contains("QCD-4.5-1"), step.toString());
        }
    }

    @Test
    void aTakerEndsTheSaByTheTokenInOneRoundTrip() throws Exception {
        String token = "ab".repeat(32);
        try (var asker = new Asker()) {
            var files = new Given("taker", Optional.empty(), Optional.empty());
            int port = asker.freePort();
            try (var peer = new Running(files.with(sas(asker, "127.0.0.1:" + port, ",\"tokens\":[\"" + token + "\"]")).at(port))) {
                peer.tell(new Event.TrafficDue(SPIS));
                peer.line(it -> it.toString().contains("SendProtected"));
                String hint = "000000004d7cbbaf52dcbd5cdd9539a8d8608b1d2920252000000000";
                asker.send(peer.shared(), hint + "0000004c" + "2900000800000004" + "0000002801004023" + "cd".repeat(32));
                asker.send(peer.shared(), hint + "0000004c" + "2900000800000004" + "0000002801004023" + token);
                JsonNode step = peer.line(it -> it.toString().contains("IkeSaDeleted"));
                assertTrue(step.get("because").toString().contains("QCD-3-7"), step.toString());
                peer.close();
                assertEquals(1, peer.last().get("counted").get("TOKEN_MISMATCH").intValue());
            }
        }
    }

    @Test
    void aPeerYAsksWhatAHintSaysAndAPeerXDenies() throws Exception {
        try (var asker = new Asker()) {
            int port = asker.freePort();
            var y = new Given("peerY", Optional.of(secrets()), Optional.of(sas(asker, "127.0.0.1:" + port, ",\"vendorId\":true")));
            try (var peerY = new Running(y.at(port)); var peerX = new Running(new Given("peerX", Optional.of(secrets()), Optional.empty()))) {
                IkeMessage query = asker.ask(peerY.shared(), "000000004d7cbbaf52dcbd5cdd9539a8d8608b1d29202520000000000000002400000008"
                        + "00000004");
                assertTrue(CheckSpi.in(query.payloads()).toString().contains("QUERY"), query.toString());
                IkeMessage verdict = asker.ask(peerX.shared(), asker.last());
                assertEquals(CheckSpi.in(query.payloads()).toString().replace("QUERY", "NACK"),
                        CheckSpi.in(verdict.payloads()).toString().replaceAll(", LoneCookie.*", "]"));
            }
        }
    }

    @Test
    void whatIsNoneDrawsNothingAndIsCounted() throws Exception {
        try (var asker = new Asker(); var peer = new Running(new Given("maker", Optional.of(secrets()), Optional.empty()))) {
            for (String octets : List.of("", "ff", "00", "00000000", "00".repeat(1_000), REQUEST + "00")) {
                asker.send(peer.shared(), octets);
                asker.send(peer.unshared(), octets);
            }
            assertEquals(7, asker.ask(peer.shared(), REQUEST).header().messageId());
            asker.expectNothing();
            peer.close();
            assertEquals(13, peer.last().get("counted").get("received").intValue());
            assertEquals(1, peer.last().get("counted").get("sent").intValue());
            peer.lines().forEach(line -> assertEquals(List.of(), List.copyOf(SCHEMA.validate(line, InputFormat.JSON)), line));
        }
    }

    /** More steps than lines in a second: the rest is counted, and the peer goes on. */
    @Test
    void aFloodIsNoFloodOfLines() throws Exception {
        try (var asker = new Asker(); var peer = new Running(new Given("maker", Optional.of(secrets()), Optional.empty()))) {
            for (int i = 0; i < 500; i++) {
                asker.ask(peer.shared(), REQUEST);
            }
            peer.close();
            JsonNode counted = peer.last().get("counted");
            assertEquals(500, counted.get("sent").intValue());
            long steps = peer.lines().stream().filter(line -> line.contains("\"effects\"")).count();
            assertEquals(500, steps + counted.get("linesLeftOut").intValue());
            assertTrue(steps <= 50 * (2 + peer.last().get("time").asInt()), steps + " lines");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"taker", "baseline"})
    void secretsAreForWhoMakesSomething(String role) {
        assertThrows(BadFileException.class, () -> new Running(new Given(role, Optional.of(secrets()), Optional.empty())).close());
    }

    @Test
    void aPortThatIsTakenIsOneSentence() throws Exception {
        try (var peer = new Running(new Given("maker", Optional.empty(), Optional.empty()))) {
            int port = peer.shared().port();
            var e = assertThrows(BadFileException.class,
                    () -> new Running(new Given("maker", Optional.empty(), Optional.empty()).at(port)).close());
            assertTrue(e.getMessage().contains("port " + port), e.getMessage());
        }
    }
}
