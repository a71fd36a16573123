package sfd.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The readers in Python and C agree with the committed steps and with all vectors; and would not if they had a fault. */
class ReadersTest {

    private static final Path KIT = Kit.ROOT.resolve("traces/kit");

    /** @param status of the process. @param lines all that it said */
    private record Ended(int status, List<String> lines) {
    }

    @TempDir
    private Path folder;

    private static Ended run(List<String> command, List<Path> files) throws IOException {
        List<String> all = new ArrayList<>(command);
        files.forEach(file -> all.add(file.toString()));
        try {
            Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), said.lines().toList());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isThere(String... command) {
        try {
            return run(List.of(command), List.of()).status() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static void assumePython() {
        assumeTrue(isThere("python3", "-c", "import sys; sys.exit(sys.version_info < (3, 11))"),
                "the reader in Python needs python3, 3.11 or newer, which is not here");
    }

    private static List<Path> vectors() throws IOException {
        try (Stream<Path> files = Files.list(Kit.ROOT.resolve("traces/vectors"))) {
            return files.filter(it -> it.toString().endsWith(".json") && !it.toString().endsWith(".schema.json")).sorted().toList();
        }
    }

    /** Each file with a line of its own, and nothing failed in it. */
    private static void assertPassed(List<Path> files, String what, Ended ended) {
        assertEquals(0, ended.status(), () -> String.join("\n", ended.lines()));
        assertEquals(files.size(), ended.lines().stream().filter(it -> it.contains(" " + what + " passed, 0 failed")).count(),
                () -> String.join("\n", ended.lines()));
    }

    @Test
    void pythonPassesVectorsAndSteps() throws IOException {
        assumePython();
        assertPassed(Kit.files(), "steps", run(List.of("python3", "-B", KIT.resolve("python/replay.py").toString()), Kit.files()));
        assertPassed(vectors(), "cases", run(List.of("python3", "-B", KIT.resolve("python/vectors.py").toString()), vectors()));
    }

    @Test
    void cPassesVectorsAndSteps() throws IOException {
        assumeTrue(isThere("gcc", "--version") && isThere("make", "--version"),
                "the reader in C needs gcc and make, one of which is not here");
        Ended made = run(List.of("make", "-s", "-C", KIT.resolve("c").toString(), "OUT=" + folder, "CFLAGS=-O1"), List.of());
        assertEquals(0, made.status(), () -> String.join("\n", made.lines()));
        assertPassed(Kit.files(), "steps", run(List.of(folder.resolve("replay").toString()), Kit.files()));
        assertPassed(vectors(), "cases", run(List.of(folder.resolve("vectors").toString()), vectors()));
    }

    /**
     * Faults that implementers make.
     *
     * @param clause that must be named
     * @param models whose steps see it: the beginning of their names
     * @param right some text of a file of the reader in Python. @param wrong what stands there instead
     */
    private record Fault(String clause, String models, String file, String right, String wrong) {
    }

    static Stream<Fault> faults() {
        return Stream.of(
                // X says that it has no IKE SA at all, and no child SA.
                new Fault("SIR-3.2.2-8", "PeerX", "question.py", "self.verdict(packet, question, ACK)",
                        "self.verdict(packet, question, NACK)"),
                new Fault("SIR-3.4.2-4", "PeerX", "peerx.py", "check_spi_payload(ACK if has else NACK", "check_spi_payload(NACK"),
                // Tokens by the child map for an IKE SA that exists; it is bounded by nothing.
                new Fault("BASE-1.5-1", "Maker", "maker.py", "if not lost or self.exists(pair(lost)):", "if not lost:"),
                new Fault("QCD-8.2-1", "Maker", "maker.py", "lost[:max(0, len(lost) - self.policy[\"childMapLost\"])]", "[]"),
                // Behind a NAT, who has this address and another port is another one.
                new Fault("BASE-1.5-1", "", "peer.py", " and port in (None, peer[1])", ""),
                // A peer that is not listened to is; a check goes on beside a new IKE SA; an SA goes for one that does not stand.
                new Fault("SIR-4.2-1", "PeerY", "peery.py", "        if self.is_damped(sa):\n            return self.log(\"PEER_DAMPENED\","
                        + " \"SIR-4.2-1\")\n        verified", "        verified"),
                new Fault("SIR-3.5-5", "PeerY", "peery.py", "        self.end_check(pair(sa))\n        self.cite(\"SIR-3.5-5\"",
                        "        self.cite(\"SIR-3.5-5\""),
                new Fault("SIR-3.6-1", "PeerY", "recovery.py", "old, successor = self.established(pair(event[\"old\"]))",
                        "old, successor = self.sa(pair(event[\"old\"]))"),
                // A Delete may be sent again as long as the policy says.
                new Fault("none", "PeerX", "values.py", "if one[\"ticks\"] > 1]", "if one[\"ticks\"] > 9]"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultIsSeenInTheStepsAndItsClauseNamed(Fault fault) throws IOException {
        assumePython();
        try (Stream<Path> files = Files.list(KIT.resolve("python"))) {
            for (Path each : files.filter(it -> it.toString().endsWith(".py")).toList()) {
                Files.copy(each, folder.resolve(each.getFileName()));
            }
        }
        Path changed = folder.resolve(fault.file());
        String text = Files.readString(changed);
        assertTrue(text.contains(fault.right()), () -> fault.file() + " has another text by now: " + fault.right());
        Files.writeString(changed, text.replace(fault.right(), fault.wrong()));
        List<Path> steps = Kit.files().stream().filter(it -> it.getFileName().toString().startsWith(fault.models())).toList();
        Ended ended = run(List.of("python3", "-B", folder.resolve("replay.py").toString()), steps);
        assertEquals(3, ended.status(), () -> String.join("\n", ended.lines()));
        List<String> clauses = ended.lines().stream().filter(it -> it.startsWith("    clauses ")).toList();
        assertTrue(clauses.stream().anyMatch(it -> it.contains(fault.clause())), () -> fault.clause() + " is not among " + clauses);
    }
}
