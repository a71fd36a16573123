package sfd.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file or an option that cannot be used: one line that says why, code 2, and no answers. */
class BadFilesTest {

    private static final String SA =
            "\"spiI\": \"4d7cbbaf52dcbd5c\", \"spiR\": \"dd9539a8d8608b1d\", \"here\": \"10.77.0.1:4500\", \"peer\": \"10.77.0.2:4500\"";

    @TempDir
    private Path folder;

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("file"), content);
    }

    private void assertRefused(Ran ran, String message) {
        assertEquals(List.of("answer: " + message.replace("FILE", folder.resolve("file").toString())), ran.errors());
        assertEquals(ExitCode.UNUSABLE, ran.code());
        assertEquals(List.of(), ran.lines());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "maker    | []                                  | FILE: a policy is a JSON object",
        "maker    | {\"tries\": 0}                      | FILE: tries must be in 1..2147483647, not 0",
        "maker    | {\"tries\": 1.0}                    | FILE: tries must be a whole number below 2^31",
        "maker    | {\"tries\": 4294967297}             | FILE: tries must be a whole number below 2^31",
        "maker    | {\"maker\": \"true\"}               | FILE: maker must be true or false",
        "maker    | {\"maker\": null}                   | FILE: maker must be true or false",
        "maker    | {\"method\": 5.1}                   | FILE: method must be a string like \"5.1\"",
        "maker    | {\"method\": \"5.3\"}               | FILE: method must be one of \"5.1\", \"5.2\"",
        "maker    | {\"method\": \"1\"}                 | FILE: method must be one of \"5.1\", \"5.2\"",
        "peerY    | {\"sir\":{\"queryTo\":\"0\"}}        | FILE: queryTo must be one of \"peer\", \"source\"",
        "peerX    | {\"sir\":{\"initiatesTo\":true}}     | FILE: initiatesTo must be a JSON array of strings",
        "peerX    | {\"sir\":{\"initiatesTo\":[1]}}      | FILE: initiatesTo must be a JSON array of strings",
        "peerX    | {\"sir\":{\"initiatesTo\":[\"a\"]}}   | FILE: initiatesTo must be addresses like 192.0.2.1 or 2001:db8::1",
        "peerX    | {\"sir\":{\"initiatesTo\":[\"10.0.0.1:500\"]}} | FILE: initiatesTo must be addresses like 192.0.2.1 or 2001:db8::1",
        "peerY    | {\"sir\":{\"dampenedBy\":[\"log\"]}}  | FILE: dampenedBy must be one of \"creation\", \"recovery\", \"failure\", \"ack\", \"cookie\"",
        "peerY    | {\"sir\":{\"dampenedBy\":[null]}}    | FILE: dampenedBy must be a JSON array of strings",
        "peerY    | {\"sir\":{\"delay\":-1}}             | FILE: delay must be in 0..2147483647, not -1",
        "maker    | {\"longest\": 3, \"interval\": 4}    | FILE: longest must be in 4..2147483647, not 3",
        "maker    | {\"text\": \"RFC6290\"}             | FILE: text must be one of \"rfc6290\", \"qcd-06\"",
        "baseline | {\"taker\": true}                   | FILE: baseline has no tokens, so maker and taker must be false",
    })
    void policies(String role, String content, String message) throws IOException {
        assertRefused(Ran.answer(Ran.options(role, Optional.of(file(content)), Optional.empty(),
                Optional.empty(), "1"), "ff"), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{} {}", "{\"tries\": 1, \"tries\": 2}", "\u0000", "{\n\"a\n"})
    void whatIsNoJson(String content) throws IOException {
        Ran ran = Ran.answer(Ran.options("maker", Optional.of(file(content)), Optional.empty(),
                Optional.empty(), "1"), "ff");
        assertEquals(1, ran.errors().size(), ran.errors().toString());
        assertEquals(ExitCode.UNUSABLE, ran.code());
        assertEquals(List.of(), ran.lines());
    }

    @Test
    void anUnknownFieldIsAnsweredWithTheKnownOnes() throws IOException {
        Ran ran = Ran.answer(Ran.options("maker", Optional.of(file("{\"Tries\": 1}")), Optional.empty(),
                Optional.empty(), "1"), "ff");
        assertEquals(1, ran.errors().size());
        assertEquals(0, ran.errors().getFirst().indexOf("answer: " + folder.resolve("file")
                + ": a policy has no field Tries, only text, maker, method, generations,"));
    }

    @Test
    void aNameOutOfAFileStaysInItsLine() throws IOException {
        Ran ran = Ran.answer(Ran.options("maker", Optional.of(file("{\"a\\n\\u001b[2Jb\": 1}")), Optional.empty(),
                Optional.empty(), "1"), "ff");
        assertEquals(1, ran.errors().size());
        assertEquals(0, ran.errors().getFirst().indexOf("answer: " + folder.resolve("file")
                + ": a policy has no field a [2Jb, only text,"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "maker | {}                                                | FILE: the SAs are a JSON array",
        "maker | [1]                                               | FILE, SA 1: not a JSON object",
        "maker | [{}]                                              | FILE, SA 1: peer is missing",
        "maker | [{SA}, {SA}]                                      | FILE, SA 2: an earlier one has the same SPIs",
        "maker | [{SA, \"spi\": \"\"}]                             | FILE, SA 1: there is no field spi, only spiI, spiR, phase, here, peer, initiator, identity, children, vendorId, tokens",
        "maker | [{\"peer\": \"10.0.0.1\"}]                        | FILE, SA 1: peer needs a UDP port",
        "maker | [{\"here\": \"10.0.0.2:1\", \"peer\": \"10.0.0.1:1\", \"spiI\": \"4d\"}]    | FILE, SA 1: spiI must have 16 hexadecimal digits",
        "maker | [{\"here\": \"10.0.0.2:1\", \"peer\": \"10.0.0.1:1\", \"spiI\": \"4d7cbbaf52dcbd5c\", \"spiR\": \"0000000000000000\"}] | FILE, SA 1: spiR must be 1 or more",
        "maker | [{\"here\": \"10.0.0.2:1\", \"peer\": \"10.0.0.1:1\", \"spiI\": \"4d7cbbaf52dcbd5\uff10\"}] | FILE, SA 1: spiI: column 16 is no hexadecimal digit",
        "maker | [{SA, \"phase\": \"DEAD\"}]                       | FILE, SA 1: phase must be one of [HALF_OPEN, ESTABLISHED, LOST]",
        "maker | [{SA, \"phase\": \"LOST\"}]                       | FILE, SA 1: a gateway knows of a lost SA only with childMap in its policy",
        "maker | [{SA, \"identity\": \"\"}]                        | FILE, SA 1: identity must be a string that is not empty",
        "maker | [{SA, \"children\": {}}]                          | FILE, SA 1: children must be an array",
        "maker | [{SA, \"children\": [{\"in\": \"000000ff\"}]}]    | FILE, SA 1, children 1: in must be 256 or more",
        "maker | [{SA, \"children\": [{\"in\": \"0000ffff\"}]}]    | FILE, SA 1, children 1: out is missing",
        "maker | [{SA, \"tokens\": [\"00112233445566778899aabbccddeeff\"]}] | FILE, SA 1: only a taker keeps tokens",
        "taker | [{SA, \"tokens\": [1]}]                           | FILE, SA 1: tokens must be strings of hexadecimal digits",
        "taker | [{SA, \"tokens\": [\"0x11\"]}]                    | FILE, SA 1: tokens: column 2 is no hexadecimal digit",
        "taker | [{SA, \"tokens\": [\"00112233445566778899aabbccddee\"]}] | FILE, SA 1: a token has 16 to 128 octets, not 15",
        "taker | [{SA, \"tokens\": [\"00112233445566778899aabbccddeeff\", \"11112233445566778899aabbccddeeff\"]}] | FILE, SA 1: by the policy a taker keeps 1 tokens for an SA, not 2",
    })
    void sas(String role, String content, String message) throws IOException {
        assertRefused(Ran.answer(Ran.options(role, Optional.empty(), Optional.empty(),
                Optional.of(file(content.replace("SA", SA))), "1"), "ff"), message);
    }

    /** Which of two it would have forgotten nobody could say. */
    @Test
    void moreLostOnesThanTheChildMapRemembers() throws IOException {
        Path policy = Files.writeString(folder.resolve("policy"), "{\"childMap\": true, \"childMapLost\": 1}");
        String lost = "{" + SA + ", \"phase\": \"LOST\"}";
        Path sas = file("[" + lost + ", " + lost.replace("4d7c", "4d7d") + "]");
        assertRefused(Ran.answer(Ran.options("maker", Optional.of(policy), Optional.empty(), Optional.of(sas), "1"), "ff"),
                "FILE: by the policy the child map remembers 1 lost SAs, not 2");
        Files.writeString(policy, "{\"childMap\": true, \"childMapLost\": 2}");
        assertEquals(ExitCode.ALL_READ,
                Ran.answer(Ran.options("maker", Optional.of(policy), Optional.empty(), Optional.of(sas), "1"), "#").code());
    }

    /** Whatever it is, one line, and not for want of stack. */
    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "[[],"})
    void nestedDeep(String opening) throws IOException {
        Ran ran = Ran.answer(Ran.options("maker", Optional.empty(), Optional.empty(),
                Optional.of(file(opening.repeat(200_000))), "1"), "ff");
        assertEquals(1, ran.errors().size());
        assertEquals(ExitCode.UNUSABLE, ran.code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[", "[]]", "[] 1", "[{SA},]", "null"})
    void whatIsNoArrayOfSas(String content) throws IOException {
        Ran ran = Ran.answer(Ran.options("maker", Optional.empty(), Optional.empty(),
                Optional.of(file(content.replace("SA", SA))), "1"), "ff");
        assertEquals(1, ran.errors().size(), ran.errors().toString());
        assertEquals(ExitCode.UNUSABLE, ran.code());
        assertEquals(List.of(), ran.lines());
    }

    @Test
    void noMemoryIsOneLine() {
        var err = new ByteArrayOutputStream();
        var errors = new PrintStream(err);
        assertEquals(ExitCode.UNUSABLE, ExitCode.of("answer", errors, errors, () -> {
            throw new OutOfMemoryError();
        }));
        assertEquals(ExitCode.UNUSABLE, ExitCode.of("answer", errors, errors, () -> {
            throw new StackOverflowError();
        }));
        assertEquals(2, err.toString().lines().filter(line -> line.matches("answer: this input .*")).count());
    }

    @ParameterizedTest
    @CsvSource({"rw-------, 0", "rw-r-----, 1", "rw----r--, 1", "rw-rw-rw-, 1", "rw--w--w-, 0"})
    void secretsThatOthersMayRead(String permissions, int warnings) throws IOException {
        Path secrets = file("11".repeat(32));
        assumeTrue(Files.getFileStore(secrets).supportsFileAttributeView("posix"));
        Files.setPosixFilePermissions(secrets, PosixFilePermissions.fromString(permissions));
        Ran ran = Ran.answer(Ran.options("maker", Optional.empty(), Optional.of(secrets), Optional.empty(), "1"), "#");
        assertEquals(warnings, ran.warnings().size(), ran.warnings().toString());
        assertEquals(ExitCode.ALL_READ, ran.code());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "``       | FILE has 0 secrets, and by the policy there are 1 to 3",
        "1111     | FILE, line 1: a secret has 32 octets, not 2",
        "SS       | FILE, line 1: a secret has 32 octets, not 64",
        "SX       | FILE, line 1: column 65 is no hexadecimal digit",
        "S/S/S/S/S| FILE has 5 secrets, and by the policy there are 1 to 3",
    })
    void secretsAreNotShown(String content, String message) throws IOException {
        String secret = "5ec4e75ec4e75ec4".repeat(4);
        Ran ran = Ran.answer(Ran.options("maker", Optional.empty(),
                Optional.of(file(content.replace("S", secret).replace('/', '\n'))), Optional.empty(), "1"), "ff");
        assertRefused(ran, message);
        assertFalse(ran.errors().toString().contains("5ec4"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Maker    | 1    | --role must be one of maker, taker, baseline, peerX, peerY",
        "maker    | 0    | --tick-seconds must be a decimal number above 0, with at most nine places",
        "maker    | 0.0  | --tick-seconds must be a decimal number above 0, with at most nine places",
        "maker    | -1   | --tick-seconds must be a decimal number above 0, with at most nine places",
        "maker    | 1e-9 | --tick-seconds must be a decimal number above 0, with at most nine places",
    })
    void options(String role, String tick, String message) {
        assertRefused(Ran.answer(Ran.options(role, Optional.empty(), Optional.empty(), Optional.empty(), tick),
                "ff"), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"taker", "baseline"})
    void secretsAreForAMaker(String role) throws IOException {
        assertRefused(Ran.answer(Ran.options(role, Optional.empty(), Optional.of(file("11".repeat(32))),
                Optional.empty(), "1"), "ff"), "--secrets is for a maker, peerX or peerY only");
    }

    @Test
    void filesThatAreNotThere() {
        Path missing = folder.resolve("file");
        assertRefused(Ran.answer(Ran.options("maker", Optional.of(missing), Optional.empty(),
                Optional.empty(), "1"), "ff"), "FILE: there is no such file");
        assertRefused(Ran.answer(Ran.role("maker"), missing), "FILE: there is no such file");
        Ran directory = Ran.decode(folder);
        assertEquals(List.of("decode: " + folder + " cannot be read: Is a directory"), directory.errors());
        assertEquals(ExitCode.UNUSABLE, directory.code());
    }
}
