package sfd.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sfd.check.Status;

/** The tool as it is called: its commands, how it ends, and that all that goes wrong is one line. */
class SfdTest {

    /** In two parts: to explain a clause is no test of it. */
    private static final String CLAUSE = "QCD" + "-3-5";

    private static final String PROJECT = System.getProperty("project.root");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private int run(String... arguments) {
        out.reset();
        err.reset();
        return Sfd.run(new Streams(new ByteArrayInputStream("ff\n".getBytes()), new PrintStream(out), new PrintStream(err)),
                arguments);
    }

    private void assertRefused(String line, String... arguments) {
        assertEquals(Status.UNUSABLE, run(arguments));
        assertEquals(List.of(line), err.toString().lines().toList());
        assertEquals("", out.toString());
    }

    @Test
    void withoutArgumentsItShowsItsCommands() {
        assertEquals(Status.DONE, run());
        String help = out.toString();
        for (String command : Sfd.COMMANDS) {
            assertTrue(help.lines().anyMatch(line -> line.startsWith("  " + command + " ")), help);
        }
        assertEquals(Status.DONE, run("--help"));
        assertEquals(help, out.toString());
        assertEquals("", err.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"decode", "answer", "explain", "simulate", "probe", "check", "bench", "kit"})
    void eachShowsItsOptions(String command) {
        assertEquals(Status.DONE, run(command, "--help"));
        assertTrue(out.toString().startsWith("Usage: sfd " + command + " "), out::toString);
        assertEquals(Status.UNUSABLE, run(command, "--no-such-option"));
        assertEquals(1, err.toString().lines().count(), err::toString);
    }

    @Test
    void helpIsACommandToo() {
        run();
        String commands = out.toString();
        assertEquals(Status.DONE, run("help"));
        assertEquals(commands, out.toString());
        assertEquals(Status.DONE, run("help", "decode"));
        assertTrue(out.toString().startsWith("Usage: sfd decode "), out::toString);
        assertEquals(Status.UNUSABLE, run("help", "encode"));
    }

    @Test
    void listsWhatIsAskedFor() {
        assertEquals(Status.DONE, run("check", "--list", "--model", "Maker51", "--project", PROJECT));
        assertEquals(List.of("Maker51"), out.toString().lines().filter(it -> !it.startsWith(" ")).map(it -> it.split(" ")[0]).toList());
        assertRefused("check: no model Nope in spec/manifest.json; --list shows all", "check", "--list", "--model", "Nope", "--project", PROJECT);
    }

    /** What is wrong with a file is said of that file, once, and before anything is asked. */
    @Test
    void filesAtAWrongPlace() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertRefused("vectors: " + file + ": it is there already, and is no folder", "vectors", file.toString());
        assertRefused("probe: " + folder + " is a folder, and no file with a pre-shared key", "probe", "127.0.0.1", "--psk", folder.toString());
        assertRefused("probe: " + folder + "/no: there is no such file", "probe", "127.0.0.1", "--psk", folder + "/no");
        assertRefused("probe: " + folder + "/no/json: there is no such file", "probe", "127.0.0.1", "--only", "hint", "--json", folder + "/no/json");
    }

    @Test
    void aFileOrNothingOrADash() throws IOException {
        Path file = Files.writeString(folder.resolve("in"), "ff\n");
        for (String[] arguments : new String[][] {{"decode"}, {"decode", "-"}, {"decode", file.toString()}}) {
            assertEquals(Status.DONE, run(arguments));
            assertTrue(out.toString().startsWith("{\"line\":1,\"port\":500,"), out::toString);
        }
    }

    @Test
    void unknownCommands() {
        String all = String.join(", ", Sfd.COMMANDS);
        assertRefused("sfd: there is no command encode, only " + all, "encode");
        assertRefused("sfd: there is no command , only " + all, "");
        assertEquals(Status.UNUSABLE, run("--model", "X"));
        assertEquals(1, err.toString().lines().count(), err::toString);
    }

    /** Whatever is given wrongly: at most one line of errors, a status that is documented, and never where it broke. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "decode FOLDER", "decode /no/such/file", "decode --port 0 -", "decode --port x -", "decode - -", "decode CAPTURE",
        "decode --lines CAPTURE", "decode --lines -", "decode BROKEN", "answer -", "answer --role maker CAPTURE",
        "answer --role maker --self 10.0.0.1 BROKEN", "answer --role maker --self x -", "answer --role nobody -",
        "answer --role maker --policy FOLDER -", "answer --role maker --policy BROKEN -", "answer --role maker --sas BROKEN -",
        "answer --role maker --sas /dev/zero -", "answer --role maker --secrets BROKEN -",
        "answer --role maker --tick-seconds 1e99 -", "answer --role maker --role taker -", "explain", "explain a b",
        "explain --project FOLDER F1", "check --model", "check --model Nope --project PROJECT", "check --draw a --project PROJECT",
        "check decode", "check --off --project PROJECT", "check --clause F1 --off --project PROJECT", "check --clause F1 --project PROJECT",
        "probe", "probe 192.0.2.1", "probe 127.0.0.1 --ports 1",
        "probe 127.0.0.1 --ports 0,1", "probe 127.0.0.1 --psk FOLDER", "probe 127.0.0.1 --only nope", "probe 127.0.0.1 --from ::1",
        "probe 127.0.0.1 --wait-millis 0", "probe 127.0.0.1 --from 192.0.2.1", "probe 127.0.0.1 --only keepalive --json FOLDER",
        "probe 127.0.0.1 --only keepalive --capture FOLDER", "bench --row nope --project PROJECT", "bench --project FOLDER", "-x", "nothing",
        "distribute --project PROJECT", "distribute Nope --project PROJECT", "distribute Maker51 --project PROJECT",
        "distribute QcdMoved --join 127.0.0.1", "distribute QcdMoved --address 192.0.2.1 --project PROJECT", "distribute --join ::1 --port 0",
    })
    void everyBadInputIsOneLine(String arguments) throws IOException {
        Path broken = Files.write(folder.resolve("broken"), HexFormat.of().parseHex("0a0d0d0a000000100000001000000010ffff"));
        Path capture = Files.copy(Path.of(PROJECT, "traces/examples/capture/capture.pcap"), folder.resolve("capture"));
        Files.write(capture, new byte[] {1, 2, 3}, StandardOpenOption.APPEND);
        int status = run(arguments.replace("FOLDER", folder.toString()).replace("CAPTURE", capture.toString())
                .replace("BROKEN", broken.toString()).replace("PROJECT", PROJECT).split(" "));
        assertTrue(status == Status.UNEXPECTED || status == Status.UNUSABLE, () -> status + " " + err);
        assertEquals(status == Status.UNUSABLE ? 1 : 0, err.toString().lines().count(), err::toString);
        assertFalse((out.toString() + err).contains("\tat "), err::toString);
    }

    /** A name with an at sign is the name of a file, and not of one with options: its lines would be shown. */
    @Test
    void aSecretIsNoOption() throws IOException {
        Path secrets = Files.writeString(folder.resolve("secrets"), "5ec4e75ec4e7\n");
        assertEquals(Status.UNUSABLE, run("answer", "--role", "maker", "--secrets", "@" + secrets));
        assertEquals("answer: @" + secrets + ": there is no such file", err.toString().strip());
        assertFalse((out.toString() + err).contains("5ec4"));
    }

    @Test
    void outsideTheProject() {
        assertRefused("check: --project: " + folder + " has no spec/manifest.json", "check", "--project", folder.toString());
        assertRefused("explain: --project: " + folder + " has no spec/manifest.json", "explain", CLAUSE, "--project",
                folder.toString());
    }

    /** A folder in which nothing can be left: said before anything is checked. */
    @Test
    void aProjectThatCannotBeWritten() throws IOException {
        Files.createSymbolicLink(folder.resolve("spec"), Path.of(PROJECT, "spec"));
        Files.createFile(folder.resolve("target"));
        assertEquals(Status.UNUSABLE, run("check", "--project", folder.toString(), "--model", "Maker51"));
        assertEquals(1, err.toString().lines().count(), err::toString);
        assertTrue(err.toString().contains(folder.resolve("target").toString()), err::toString);
        assertEquals("", out.toString());
    }

    @ParameterizedTest
    @CsvSource({"decode", "explain CLAUSE --project PROJECT", "check --list --project PROJECT", "--help", "decode --help"})
    void outputThatIsLost(String arguments) {
        var full = new PrintStream(new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("full");
            }
        });
        String[] split = arguments.replace("PROJECT", PROJECT).replace("CLAUSE", CLAUSE).split(" ");
        assertEquals(Status.UNWRITABLE, Sfd.run(new Streams(new ByteArrayInputStream("ff\n".getBytes()), full,
                new PrintStream(err)), split));
        String name = split[0].startsWith("-") ? "sfd" : split[0];
        assertEquals(name + ": the output cannot be written", err.toString().strip());
    }

    @Test
    void explainsAClause() {
        assertEquals(Status.DONE, run("explain", CLAUSE.toLowerCase(), "--project", PROJECT));
        String text = out.toString();
        for (String part : List.of(CLAUSE + ", MUST, RFC 6290, section 3", "READING" + "-5", "reference/src/main/java/sfd/qcd/Taker.java:",
                "spec/Taker.tla:", "draft-nir-ike-qcd-06")) {
            assertTrue(text.contains(part), () -> part + "\n" + text);
        }
        assertTrue(text.lines().allMatch(line -> line.length() <= 100), text);
    }

    @ParameterizedTest
    @CsvSource({"READING:1, halfOpenExists", "F1, QcdHalfOpenUnknownOneSa", "READING:1, F1", "WISH:1, crash", "F1, violated in ",
        "F1, N(QCD_TOKEN", "M8, what it costs", "M8, SirWaits", "QcdOffPath, holds", "F26, the shortest attack among them"})
    void explainsReadingsAndFindings(String id, String part) {
        assertEquals(Status.DONE, run("explain", id.replace(':', '-'), "--project", PROJECT));
        assertTrue(out.toString().contains(part), out::toString);
    }

    @Test
    void showsWhatFallsWithoutAClause() {
        assertEquals(Status.DONE, run("check", "--clause", "QCD" + "-9.2-2", "--off", "--model", "QcdClusterListedOnPathOneSa", "--model", "QcdDetects52OneSa",
                "--project", PROJECT));
        String text = out.toString();
        for (String part : List.of("with the clause: holds", "N(QCD_TOKEN", "QcdDetects52OneSa: not asked, for it has temporal properties",
                "properties come out otherwise in 1 models")) {
            assertTrue(text.contains(part), () -> part + "\n" + text);
        }
    }

    @Test
    void searchesWithWorkers() {
        assertEquals(Status.DONE, run("distribute", "QcdInventedOneSa", "--workers", "1", "--port", "21997", "--project", PROJECT));
        assertTrue(out.toString().contains("LiveTokenSecretInv") && !out.toString().contains("SoundGoneProp"), out::toString);
        assertTrue(out.toString().lines().toList().getLast().matches("QcdInventedOneSa: .* hold; (\\d+) states, expected \\1"), out::toString);
    }

    @Test
    void namesTheNearestIds() {
        assertEquals(Status.UNUSABLE, run("explain", CLAUSE + "x", "--project", PROJECT));
        assertTrue(err.toString().startsWith("explain: nothing has the id " + CLAUSE + "x; the nearest are " + CLAUSE + ", "),
                err::toString);
        assertEquals(1, err.toString().lines().count(), err::toString);
    }
}
