package sfd.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** State, time and errors from line to line. */
class AnswerTest {

    private static final String ENDS = "from=10.77.0.2:4500 to=10.77.0.1:4500 ";
    private static final String CHECK =
            "000000004d7cbbaf52dcbd5cdd9539a8d8608b1d2e202508000000020000003c" + "00000020" + "ab".repeat(28);
    private static final String HINT =
            "000000004d7cbbaf52dcbd5cdd9539a8d8608b1d292025200000000200000024" + "0000000800000004";

    @TempDir
    private Path folder;

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    /** Three answers to a tick of one second, so that a fourth datagram shows whether a tick passed. */
    private Answer.Options limited(String role) throws IOException {
        return Ran.options(role, Optional.of(file("limited", "{\"answers\": 3}")), Optional.empty(), Optional.empty(), "1");
    }

    private static String at(String now, String datagram) {
        return ENDS + "now=" + now + " " + datagram + "\n";
    }

    /** 0.3 + 0.3 + 0.4 s make one tick. */
    @Test
    void partsOfTicksAddUp() throws IOException {
        Ran ran = Ran.answer(limited("maker"),
                at("7.0", CHECK) + at("7.3", CHECK) + at("7.6", CHECK) + at("7.999999999", CHECK) + at("8", CHECK));
        assertEquals("Send", effect(ran, 3, 0));
        assertEquals("{\"effect\":\"Log\",\"reason\":\"ANSWERS_LIMITED\"}",
                ran.json(4).get("effects").get(0).toString());
        assertEquals(1, ran.json(5).get("ticks").asInt());
        assertEquals("Send", effect(ran, 5, 0));
    }

    @Test
    void theTickIsAsLongAsTheOptionSays() {
        var options = Ran.options("maker", Optional.empty(), Optional.empty(), Optional.empty(), "0.25");
        assertEquals(13, Ran.answer(options, at("0", CHECK) + at("3.3", CHECK)).json(2).get("ticks").asInt());
    }

    /** The line in error would have made a tick pass, and its datagram would have been answered. */
    @Test
    void aLineInErrorChangesNothing() throws IOException {
        Ran ran = Ran.answer(limited("maker"),
                at("5", CHECK) + at("4", CHECK) + at("9", CHECK + "0") + at("5", CHECK) + at("6", CHECK));
        assertEquals("its time is earlier than that of a line or frame before", ran.json(2).get("error").asText());
        assertTrue(ran.json(3).has("error"));
        assertEquals(0, ran.json(4).get("ticks").asInt());
        assertEquals("Send", effect(ran, 4, 0));
        assertEquals(1, ran.json(5).get("ticks").asInt());
    }

    @Test
    void anyTimeMayPassWhileNothingIsUnderWay() throws IOException {
        assertEquals(8_999_999_999L, Ran.answer(limited("maker"), at("0", CHECK) + at("8999999999", CHECK))
                .json(2).get("ticks").asLong());
    }

    /** Who never gives up has something to do at some tick, for ever. */
    @Test
    void tooMuchTimeIsAnErrorWhereSomethingIs() throws IOException {
        var options = Ran.options("taker", Optional.of(file("policy", "{\"givesUp\": false, \"interval\": 4, \"growth\": 100, \"longest\": 4}")),
                Optional.empty(), Ran.example("taker").sas(), "1");
        Ran ran = Ran.answer(options, at("0", HINT) + at("100001", "ff") + at("100000", "ff"));
        assertEquals("{\"line\":2,\"error\":\"more than 100000 ticks, or effects in them, since the last line\"}",
                ran.lines().get(1));
        assertEquals(100_000, ran.json(3).get("ticks").asInt());
        assertTrue(ran.json(3).get("atTicks").size() > 20_000);
    }

    /** Both halves of the baseline have one table: an SA that one gave up is unknown to the other. */
    @Test
    void theBaselineAnswersForAnSaThatItGaveUp() {
        Ran ran = Ran.answer(Ran.example("baseline"), at("0", CHECK) + at("0", HINT) + at("253", CHECK));
        assertEquals("IKE_SA_EXISTS", ran.json(1).get("effects").get(0).get("reason").asText());
        assertEquals("SendProtected", effect(ran, 2, 0));
        JsonNode last = ran.json(3).get("atTicks");
        assertEquals("IkeSaDeleted", last.get(last.size() - 1).get("effects").get(0).get("effect").asText());
        assertEquals("Send", effect(ran, 3, 0));
    }

    @Test
    void theBaselineForgetsItsAnswersAtATick() throws IOException {
        Ran ran = Ran.answer(limited("baseline"), at("0", CHECK).repeat(4) + at("1", CHECK));
        assertEquals("Log", effect(ran, 4, 0));
        assertEquals("Send", effect(ran, 5, 0));
    }

    @Test
    void espOutsideUdpIsAnsweredOnPort500() {
        JsonNode send = Ran.answer(Ran.role("maker"), "from=2001:db8::1 to=2001:db8::2 39fa762600000001aabbccdddeadbeef").json(1)
                .get("effects").get(0);
        assertEquals("[2001:db8::2]:500", send.get("from").asText());
        assertEquals("[2001:db8::1]:500", send.get("to").asText());
        assertEquals("ike", send.get("decoded").get("kind").asText());
    }

    /** SIR-3.4.2-1: what is unknown is the SPI of AH, and not what stands where ESP has it. */
    @Test
    void theSpiOfAhIsReported() {
        JsonNode send = Ran.answer(Ran.role("maker"), "from=10.0.0.1 to=10.0.0.2 protocol=ah 3204000039fa762600000001" + "cd".repeat(32))
                .json(1).get("effects").get(0);
        assertEquals("39fa7626", send.get("decoded").get("payloads").get(0).get("data").asText());
    }

    @Test
    void aHalfOpenIkeSaExists() throws IOException {
        Path sas = file("sas", """
                [{"spiI": "4D7CBBAF52DCBD5C", "spiR": "dd9539a8d8608b1d", "phase": "HALF_OPEN",
                  "here": "[2001:db8::2]:500", "peer": "[2001:db8::1]:500"}]""");
        Ran ran = Ran.answer(Ran.options("maker", Optional.empty(), Optional.empty(), Optional.of(sas), "1"),
                ENDS + CHECK);
        assertEquals("IKE_SA_EXISTS", ran.json(1).get("effects").get(0).get("reason").asText());
    }

    /** One token for each generation, newest first: each secret alone gives its own. */
    @Test
    void theSecretsStandNewestFirst() throws IOException {
        String newer = "11".repeat(32);
        String older = "22".repeat(32);
        Ran both = withSecrets(newer + "\n" + older + "\n");
        JsonNode payloads = both.json(1).get("effects").get(0).get("decoded").get("payloads");
        assertEquals(3, payloads.size());
        assertEquals(onlyToken(withSecrets(newer)), payloads.get(1).get("data").asText());
        assertEquals(onlyToken(withSecrets(older)), payloads.get(2).get("data").asText());
    }

    /** BASE-2.21.4-9: an answer has three times the octets of its request at most, and the oldest tokens are left out. */
    @Test
    void tokensThatDoNotFitAreLeftOut() throws IOException {
        Path policy = file("policy", "{\"generations\": 4}");
        Path secrets = file("secrets", String.join("\n", "11".repeat(32), "22".repeat(32), "33".repeat(32), "44".repeat(32)));
        Ran ran = Ran.answer(Ran.options("maker", Optional.of(policy), Optional.of(secrets), Optional.empty(), "1"),
                ENDS + CHECK);
        JsonNode send = ran.json(1).get("effects").get(1);
        assertEquals(4, send.get("decoded").get("payloads").size());
        assertTrue(send.get("datagram").asText().length() <= 3 * CHECK.length());
        assertEquals(onlyToken(withSecrets("11".repeat(32))),
                send.get("decoded").get("payloads").get(1).get("data").asText());
        assertEquals("{\"effect\":\"Log\",\"reason\":\"PAYLOADS_LEFT_OUT\"}", ran.json(1).get("effects").get(0).toString());
    }

    /** Eight octets are no ESP packet that anybody sends, and draw nothing. */
    @Test
    void whatIsTooShortForAnAnswerDrawsNone() {
        Ran ran = Ran.answer(Ran.role("maker"), ENDS + "39fa762600000001");
        assertEquals("[{\"effect\":\"Log\",\"reason\":\"ANSWER_TOO_LARGE\"}]", ran.json(1).get("effects").toString());
        assertTrue(ran.json(1).get("because").toString().contains("BASE-2.21.4-9"));
    }

    private Ran withSecrets(String secrets) throws IOException {
        return Ran.answer(Ran.options("maker", Optional.empty(), Optional.of(file("secrets", secrets)),
                Optional.empty(), "1"), ENDS + CHECK);
    }

    private static String onlyToken(Ran ran) {
        return ran.json(1).get("effects").get(0).get("decoded").get("payloads").get(1).get("data").asText();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ff                                                    | from= is missing",
        "from=10.0.0.1:500 ff                                  | to= is missing",
        "from=10.0.0.1 to=10.0.0.2:500 ff                      | from= and to= must both have a UDP port, or neither",
        "from=10.0.0.1:500 to=10.0.0.02:500 ff                 | to= needs an address like 192.0.2.1:500 or [2001:db8::1]:500",
        "from=[10.0.0.1]:500 to=10.0.0.2:500 ff                | from= needs an address like 192.0.2.1:500 or [2001:db8::1]:500",
        "from=[::1:500 to=10.0.0.2:500 ff                      | from= has a bracket that is not closed",
        "from=10.0.0.1:x to=10.0.0.2:500 ff                    | from= needs a port of 0 to 65535",
        "from=10.0.0.1:500 to=10.0.0.2:500 now=soon ff         | now= must be a decimal number of seconds, below 9 * 10^9 and with at most nine places",
        "from=10.0.0.1:500 to=10.0.0.2:500 protocol=ah ff      | protocol= must be esp or ah, and is for packets without ports",
        "from=10.0.0.1 to=10.0.0.2 protocol=51 ff              | protocol= must be esp or ah, and is for packets without ports",
        "from=10.0.0.1:500 to=10.0.0.2:500 port=500 ff         | column 35 begins none of from=, now=, protocol=, to= and no hexadecimal digits",
    })
    void aBadLineIsSaidInOneSentence(String line, String sentence) {
        Ran ran = Ran.answer(Ran.role("maker"), line);
        assertEquals(sentence, ran.json(1).get("error").asText());
        assertEquals(ExitCode.BAD_LINES, ran.code());
    }

    private static String effect(Ran ran, int line, int index) {
        return ran.json(line).get("effects").get(index).get("effect").asText();
    }
}
