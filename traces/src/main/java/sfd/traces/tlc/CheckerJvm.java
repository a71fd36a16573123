package sfd.traces.tlc;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tlc2.TLC;

/** A JVM in which TLC's own model checker runs: it is asked about one model after the other. Not thread-safe. */
final class CheckerJvm implements AutoCloseable {

    /** Without the optimising compiler a run of a few seconds costs half the CPU time. */
    static final String QUICK_START = "-XX:TieredStopAtLevel=1";

    private static final int MEGABYTE = 1 << 20;
    /** Some tens of megabytes each stay behind, and a JVM that begins anew takes seconds until it is fast. */
    private static final int MOST_LEFT_BEHIND = 10;

    private final Path scratch;
    private final Process process;
    private final PrintStream questions;
    private final BufferedReader answers;
    private int leftBehind;

    private CheckerJvm(Path scratch, Process process) {
        this.scratch = scratch;
        this.process = process;
        this.questions = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /** @param options for the JVM, beside those that it always needs */
    static CheckerJvm start(String... options) {
        try {
            Path scratch = Files.createTempDirectory("tlc");
            var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC", "-Xmx" + Runtime.getRuntime().maxMemory() / MEGABYTE + "m",
                    "-Djava.io.tmpdir=" + scratch));
            command.addAll(List.of(options));
            command.addAll(List.of("-cp", Stream.of(Checker.class, TLC.class, JsonFactory.class)
                    .map(it -> Home.of(it).toString()).distinct().collect(Collectors.joining(File.pathSeparator)),
                    CheckerProcess.class.getName(), scratch.toString()));
            return new CheckerJvm(scratch, new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return also {@code Failed} where the JVM ended instead of answering: it cannot be asked again then */
    Checked check(Model model) {
        try {
            Loaded.requireFiles(model);
        } catch (TlcException e) {
            return new Checked.Failed(Checked.Totals.NONE, e.getMessage());
        }
        questions.println(Question.line(model));
        var lines = new ArrayList<String>();
        try {
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                Optional<Checked> answer = Verbatim.read(line);
                if (answer.isPresent()) {
                    if (answer.get() instanceof Checked.Violated violated && violated.temporal()) {
                        leftBehind++;
                    }
                    return answer.get();
                }
                lines.add(line);
            }
            int exit = process.waitFor();
            return new Checked.Failed(Checked.Totals.NONE, model.config().getFileName()
                    + ": TLC ended with exit code " + exit + ": " + Complaint.oneLine(String.join(" ", lines)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while TLC checks " + model.name(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return whether so much has been left behind in it that another one had better be asked */
    boolean isWornOut() {
        return leftBehind >= MOST_LEFT_BEHIND;
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            // It must be gone before its folder goes.
            process.waitFor();
            remove(scratch);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }
}
