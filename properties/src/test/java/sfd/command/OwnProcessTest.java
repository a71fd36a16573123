package sfd.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sfd.check.Status;

/** The tool in a process of its own, where its streams are pipes and devices. None is waited for without end. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OwnProcessTest {

    private static final int LINES = 100_000;

    @TempDir
    private Path folder;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
    }

    private Process start(ProcessBuilder builder) throws IOException {
        Process process = builder.start();
        started.add(process);
        return process;
    }

    private static ProcessBuilder sfd(String memory, Class<?> main, String... arguments) {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + memory,
                "-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(Arrays.asList(arguments));
        return new ProcessBuilder(command);
    }

    private static int status(Process process) throws InterruptedException {
        assertTrue(process.waitFor(50, TimeUnit.SECONDS));
        return process.exitValue();
    }

    /** A line is answered as soon as it is there: the next one may depend on the answer. */
    @Test
    void eachLineIsAnsweredAtOnce() throws IOException, InterruptedException {
        Process process = start(sfd("64m", Sfd.class, "decode", "-"));
        try (BufferedReader answers = process.inputReader(); var lines = process.outputWriter()) {
            for (int number = 1; number <= 3; number++) {
                lines.write("ff\n");
                lines.flush();
                assertTrue(answers.readLine().startsWith("{\"line\":" + number + ","));
            }
        }
        assertEquals(Status.DONE, status(process));
    }

    /** However many lines there are, no more memory is needed. */
    @Test
    void manyLinesNeedNoMemory() throws IOException, InterruptedException {
        Path input = folder.resolve("input");
        Files.write(input, ("port=4500 000000004d7cbbaf52dcbd5cdd9539a8d8608b1d29202520000000020000004c2900000800000004000000280100"
                + "4023e4360f5b8b1708e65e956c4972e0e53047db36ce4bc09d6abf9a4a75ccccb3e8\n").repeat(LINES).getBytes());
        Path output = folder.resolve("output");
        Process process = start(sfd("24m", Sfd.class, "decode", input.toString()).redirectOutput(output.toFile())
                .redirectErrorStream(true));
        assertEquals(Status.DONE, status(process));
        try (var lines = Files.lines(output)) {
            assertEquals(LINES, lines.count());
        }
    }

    @Test
    void aFullDevice() throws IOException, InterruptedException {
        File full = new File("/dev/full");
        assumeTrue(full.exists());
        Process process = start(sfd("64m", Sfd.class, "decode").redirectOutput(full));
        process.getOutputStream().write("ff\n".getBytes());
        process.getOutputStream().close();
        assertEquals(List.of("decode: the output cannot be written"), process.errorReader().lines().toList());
        assertEquals(Status.UNWRITABLE, status(process));
    }

    @Test
    void whoeverStopsReading() throws IOException, InterruptedException {
        Path input = folder.resolve("input");
        Files.write(input, "ff\n".repeat(LINES).getBytes());
        Process process = start(sfd("64m", Sfd.class, "decode", input.toString()));
        process.getInputStream().read();
        process.getInputStream().close();
        assertEquals(List.of("decode: the output cannot be written"), process.errorReader().lines().toList());
        assertEquals(Status.UNWRITABLE, status(process));
    }

    /** Started by Maven nothing can be piped in: that is said, for no lines would look like no input. */
    @Test
    void underMaven() throws IOException, InterruptedException {
        Process process = start(sfd("64m", CheckCommand.class, "decode", "-"));
        process.getOutputStream().close();
        List<String> errors = process.errorReader().lines().toList();
        assertEquals(1, errors.size(), errors.toString());
        assertTrue(errors.getFirst().startsWith("decode: the standard input cannot be read: Maven keeps it"), errors.toString());
        assertEquals(Status.UNUSABLE, status(process));
    }

    /** What is left for the build is how the check ended, and nothing where all is well. */
    @Test
    void theBuildLearnsTheStatus() throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("spec"));
        Files.createFile(folder.resolve("spec/manifest.json"));
        Path left = folder.resolve("target/check/failed");
        ProcessBuilder refused = sfd("64m", CheckCommand.class, "--list");
        refused.command().add(1, "-Dproject.root=" + folder);
        assertEquals(Status.UNUSABLE, status(start(refused)));
        assertEquals("4", Files.readString(left));
        ProcessBuilder fine = sfd("64m", CheckCommand.class, "--help");
        fine.command().add(1, "-Dproject.root=" + folder);
        assertEquals(Status.DONE, status(start(fine)));
        assertTrue(Files.notExists(left));
    }
}
