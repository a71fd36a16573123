package sfd.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A living peer and one forged hint: who cannot verify must not end the SA without a word. */
class VerifiedTest {

    private static final String SPIS = "\"spiI\":\"4d7cbbaf52dcbd5c\",\"spiR\":\"dd9539a8d8608b1d\"";

    private static final String ANSWER_NAME = "IKE";
    private static final String ESP_NAME = "ESP";

    private static final String HINT = "from=203.0.113.66:4500 to=10.77.0.1:4500 now=10 "
            + "000000004d7cbbaf52dcbd5cdd9539a8d8608b1d2920252000000002000000240000000800000004\n";
    private static final String ANSWER = "from=10.77.0.2:4500 to=10.77.0.1:4500 now=%d "
            + "000000004d7cbbaf52dcbd5cdd9539a8d8608b1d2e20252800000001000000380000001c" + "ab".repeat(24) + "\n";
    private static final String ESP = "from=10.77.0.2:4500 to=10.77.0.1:4500 now=%d 39fa762600000001" + "cd".repeat(20) + "\n";
    private static final String AH = "from=10.77.0.2 to=10.77.0.1 protocol=ah now=%d 3204000039fa762600000001" + "cd".repeat(32)
            + "\n";
    private static final String LATER = "{\"event\":\"Tick\",\"now\":400}\n";

    @TempDir
    private Path folder;

    private static Ran taker(boolean assumeVerified, String input) {
        Answer.Options files = Ran.example("taker");
        Ran ran = Ran.answer(new Answer.Options("taker", files.policy(), files.secrets(), files.sas(), "0.1", List.of(),
                Set.of(), assumeVerified), input);
        ran.lines().forEach(line -> Schemas.check(Schemas.ANSWER, line));
        assertEquals(ExitCode.ALL_READ, ran.code(), ran.lines().toString());
        return ran;
    }

    private static boolean deleted(Ran ran) {
        return ran.lines().stream().anyMatch(line -> line.contains("IkeSaDeleted"));
    }

    @Test
    void theHintStartsACheck() {
        assertTrue(taker(false, HINT).lines().getFirst().contains("SendProtected"));
    }

    @Test
    void silenceEndsTheSaWithoutDoubt() {
        Ran ran = taker(false, HINT + LATER);
        assertTrue(deleted(ran));
        assertFalse(ran.lines().toString().contains("cannotKnow"));
    }

    /** An answer before the check is none to it. */
    @Test
    void whatCameBeforeTheCheckIsNoDoubt() {
        Ran ran = taker(false, ANSWER.formatted(5) + HINT + LATER);
        assertTrue(ran.json(1).has("cannotKnow"));
        assertFalse(ran.lines().get(2).contains("cannotKnow"));
    }

    @ParameterizedTest
    @ValueSource(strings = {ANSWER_NAME, ESP_NAME})
    void anUnverifiedAnswerIsADoubt(String kind) {
        String packet = kind.equals(ANSWER_NAME) ? ANSWER : ESP;
        Ran ran = taker(false, HINT + packet.formatted(11) + packet.formatted(12) + LATER);
        assertEquals(Doubts.OF_PACKET, ran.json(2).get("cannotKnow").asText());
        assertTrue(deleted(ran));
        var ticks = ran.json(4).get("atTicks");
        String doubt = ticks.get(ticks.size() - 1).get("cannotKnow").get(0).asText();
        assertTrue(doubt.contains("2 packets") && doubt.contains("line 3"), doubt);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"event\":\"Protected\",\"now\":12.5," + SPIS + ",\"exchange\":\"INFORMATIONAL\",\"response\":true}",
        "{\"event\":\"ProtectedEsp\",\"now\":\"12.5\",\"spi\":\"39fa7626\"}",
    })
    void aVerifiedOneKeepsTheSa(String event) {
        Ran ran = taker(false, HINT + ANSWER.formatted(11) + event + "\n" + LATER);
        assertFalse(deleted(ran), ran.lines().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {ANSWER_NAME, ESP_NAME})
    void assumedToBeVerified(String kind) {
        String packet = kind.equals(ANSWER_NAME) ? ANSWER : ESP;
        Ran ran = taker(true, HINT + packet.formatted(11) + LATER);
        assertEquals("that this packet verifies; what is inside is not known", ran.json(2).get("assumed").asText());
        assertFalse(ran.json(2).has("cannotKnow"));
        assertFalse(deleted(ran), ran.lines().toString());
    }

    @Test
    void assumedToBeVerifiedWithAh() {
        assertFalse(deleted(taker(true, HINT + AH.formatted(11) + LATER)));
        assertTrue(deleted(taker(false, HINT + AH.formatted(11) + LATER)));
    }

    /** RFC 7383, 2.6: there is no message before its last fragment came. */
    @Test
    void aMessageInFragmentsIsOne() {
        Ran ran = taker(true, HINT + fragment(1) + fragment(2) + LATER);
        assertFalse(ran.json(2).has("assumed"));
        assertTrue(ran.json(3).has("assumed"));
        assertFalse(deleted(ran));
        assertTrue(deleted(taker(true, HINT + fragment(1) + LATER)));
    }

    private static String fragment(int number) {
        return "from=10.77.0.2:4500 to=10.77.0.1:4500 now=11 000000004d7cbbaf52dcbd5cdd9539a8d8608b1d352025280000000100"
                + "00003c00000020000" + number + "0002" + "ab".repeat(24) + "\n";
    }

    /** Not from anywhere: that would be the attack again. */
    @Test
    void whatComesFromElsewhereIsNotAssumed() {
        Ran ran = taker(true, HINT + ANSWER.formatted(11).replace("from=10.77.0.2", "from=203.0.113.66") + LATER);
        assertTrue(ran.json(2).has("cannotKnow"));
        assertTrue(deleted(ran));
    }

    /** Y waits for a word of X before it replaces an IKE SA: the same doubt. */
    @ParameterizedTest
    @ValueSource(strings = {"", ANSWER_NAME, "{\"event\":\"Protected\"," + SPIS + ",\"exchange\":37,\"response\":true}"})
    void whoWaitsBeforeReplacingDoubtsToo(String meanwhile) throws IOException {
        Answer.Options files = Ran.example("peerY");
        List<String> example = Files.readAllLines(Ran.EXAMPLES.resolve("peerY/input.txt"));
        Path policy = Files.writeString(folder.resolve("policy"), "{\"sir\": {\"delay\": 30}}");
        String between = meanwhile.equals(ANSWER_NAME) ? ANSWER.formatted(11) : meanwhile + "\n";
        Ran ran = Ran.answer(Ran.options("peerY", Optional.of(policy), files.secrets(), files.sas(), "0.1"),
                example.get(1) + "\n" + example.get(7) + "\n" + between + LATER);
        String last = ran.lines().getLast();
        Schemas.check(Schemas.ANSWER, last);
        assertTrue(last.contains("\"Initiate\""), last);
        assertEquals(meanwhile.equals(ANSWER_NAME), last.contains("whether the peer was silent"), last);
    }
}
