package sfd.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples are what the commands really give, and what the crash of the capture asks for. */
class ExamplesTest {

    @Test
    void decodeGivesItsExample() throws IOException {
        Path folder = Ran.EXAMPLES.resolve("decode");
        check(Ran.decode(folder.resolve("input.txt")), folder);
        Ran.decode(folder.resolve("input.txt")).lines().forEach(line -> Schemas.check(Schemas.DECODE, line));
    }

    @Test
    void decodeGivesItsExampleOfACapture() throws IOException {
        Path folder = Ran.EXAMPLES.resolve("capture");
        Ran ran = Ran.decode(folder.resolve("capture.pcap"));
        check(ran, folder);
        ran.lines().forEach(line -> Schemas.check(Schemas.DECODE, line));
    }

    @Test
    void answerGivesItsExampleOfALivingPeer() throws IOException {
        Path folder = Ran.EXAMPLES.resolve("alive");
        Ran ran = Ran.answer(Ran.options("taker", Optional.of(folder.resolve("policy.json")), Optional.empty(),
                Optional.of(folder.resolve("sas.json")), "0.1"), folder.resolve("input.txt"));
        check(ran, folder);
        ran.lines().forEach(line -> Schemas.check(Schemas.ANSWER, line));
        checkFiles(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"maker", "taker", "baseline", "peerX", "peerY"})
    void answerGivesItsExample(String role) throws IOException {
        Path folder = Ran.EXAMPLES.resolve(role);
        Ran ran = Ran.answer(Ran.example(role), folder.resolve("input.txt"));
        check(ran, folder);
        ran.lines().forEach(line -> Schemas.check(Schemas.ANSWER, line));
        checkFiles(folder);
    }

    private static void checkFiles(Path folder) throws IOException {
        Schemas.check(Schemas.SAS, Files.readString(folder.resolve("sas.json")));
        Schemas.check(Schemas.POLICY, Files.readString(folder.resolve("policy.json")));
    }

    private static void check(Ran ran, Path folder) throws IOException {
        assertEquals(Files.readAllLines(folder.resolve("output.jsonl")), ran.lines());
        assertEquals(List.of(), ran.errors());
        assertEquals(ExitCode.ALL_READ, ran.code());
    }

    /** The examples' input is the capture's: all of it, and what reaches the restarted gateway. */
    @Test
    void theInputIsTheCapture() throws IOException {
        List<String[]> frames = Files.readAllLines(Ran.ROOT.resolve("traces/captures/strongswan-dpd/datagrams.tsv"))
                .stream().skip(1).map(line -> line.split("\t")).toList();
        assertEquals(
                frames.stream().map(it -> "port=" + it[3].split(":")[1] + " " + it[4]).toList(),
                Files.readAllLines(Ran.EXAMPLES.resolve("decode/input.txt")).stream().skip(1).toList());
        String maker = Files.readString(Ran.EXAMPLES.resolve("maker/input.txt"));
        assertEquals(6, frames.stream()
                .filter(it -> Integer.parseInt(it[0]) >= 11)
                .filter(it -> maker.contains("from=%s to=%s now=%s %s\n"
                        .formatted(it[2], it[3], it[1].replaceAll("0+$", ""), it[4])))
                .count());
    }

    /** Frame 11 is answered with INVALID_IKE_SPI and a token, and that very datagram ends the taker's IKE SA. */
    @Test
    void theMakersAnswerEndsTheTakersIkeSa() {
        JsonNode answer = Ran.answer(Ran.example("maker"), Ran.EXAMPLES.resolve("maker/input.txt")).json(2);
        JsonNode send = answer.get("effects").get(0);
        assertEquals("Send", send.get("effect").asText());
        assertEquals(List.of("INVALID_IKE_SPI", "QUICK_CRASH_DETECTION"),
                StreamSupport.stream(send.get("decoded").get("payloads").spliterator(), false)
                        .map(payload -> payload.get("notify").get("name").asText())
                        .toList());
        JsonNode taken = Ran.answer(Ran.example("taker"), "from=" + send.get("from").asText() + " to="
                + send.get("to").asText() + " " + send.get("datagram").asText()).json(1);
        assertEquals("IkeSaDeleted", taken.get("effects").get(0).get("effect").asText());
        assertEquals("4d7cbbaf52dcbd5c", taken.get("effects").get(0).get("spiI").asText());
        assertTrue(taken.get("because").toString().contains("\"QCD-3-7\""));
    }

    /** The two examples of SIR are one recovery: what one sends reaches the other, and Y ends by starting a new IKE SA. */
    @Test
    void whatXAndYSendIsWhatTheOtherGets() throws IOException {
        Ran x = Ran.answer(Ran.example("peerX"), Ran.EXAMPLES.resolve("peerX/input.txt"));
        Ran y = Ran.answer(Ran.example("peerY"), Ran.EXAMPLES.resolve("peerY/input.txt"));
        assertTrue(Files.readString(Ran.EXAMPLES.resolve("peerY/input.txt")).contains(datagram(x.json(2))));
        assertTrue(Files.readString(Ran.EXAMPLES.resolve("peerX/input.txt")).contains(datagram(y.json(2))));
        assertTrue(Files.readString(Ran.EXAMPLES.resolve("peerY/input.txt")).contains(datagram(x.json(4))));
        assertEquals("NACK", x.json(4).at("/effects/0/decoded/payloads/0/checkSpi/subtype").asText());
        assertEquals("COOKIE_INVALID", y.json(7).at("/effects/0/reason").asText());
        assertEquals("Initiate", y.json(11).at("/atTicks/0/effects/0/effect").asText());
    }

    private static String datagram(JsonNode answer) {
        return " " + answer.at("/effects/0/datagram").asText() + "\n";
    }

    @ParameterizedTest
    @ValueSource(strings = {"maker", "peerX", "peerY"})
    void noSecretIsShown(String role) throws IOException {
        String secret = Files.readAllLines(Ran.EXAMPLES.resolve(role).resolve("secrets.txt")).getLast();
        assertEquals(64, secret.length());
        Ran ran = Ran.answer(Ran.example(role), Ran.EXAMPLES.resolve(role).resolve("input.txt"));
        assertFalse(ran.lines().toString().contains(secret.substring(0, 16)));
    }
}
