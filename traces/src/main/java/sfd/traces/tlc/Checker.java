package sfd.traces.tlc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tlc2.TLC;

/**
 * TLC's own model checker: one worker, no check for deadlock, nothing left behind.
 *
 * <p>One worker, because with more this version misses violations of temporal properties (tlaplus issue 971). A JVM for
 * each model, because in one JVM a run that found such a violation makes all later runs blind for them and leaves
 * threads behind, and because TLC ends its JVM when it does not know how to go on. It costs about one CPU second.
 */
public final class Checker {

    /** Without the optimising compiler a run of a few seconds costs half the CPU time, and a longer one no more. */
    private static final String QUICK_START = "-XX:TieredStopAtLevel=1";

    private static final int MEGABYTE = 1 << 20;

    private Checker() {
    }

    /** Checks all that the configuration names, temporal properties included. It may run beside a walk. */
    public static Checked check(Model model) {
        try {
            Loaded.requireFiles(model);
        } catch (TlcException e) {
            return new Checked.Failed(Checked.Totals.NONE, e.getMessage());
        }
        try {
            Path scratch = Files.createTempDirectory("tlc");
            try {
                return run(model, scratch);
            } finally {
                remove(scratch);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Checked run(Model model, Path scratch) throws IOException {
        Process process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", QUICK_START,
                "-Xmx" + Runtime.getRuntime().maxMemory() / MEGABYTE + "m", "-Djava.io.tmpdir=" + scratch,
                "-cp", home(Checker.class) + System.getProperty("path.separator") + home(TLC.class),
                CheckerProcess.class.getName(), model.name(), model.module().toAbsolutePath().toString(),
                model.config().toAbsolutePath().toString(), scratch.toString())
                .redirectErrorStream(true).start();
        try {
            process.getOutputStream().close();
            List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines().toList();
            int exit = process.waitFor();
            return lines.stream().map(Verbatim::read).flatMap(Optional::stream).findAny()
                    .orElseGet(() -> new Checked.Failed(Checked.Totals.NONE, model.config().getFileName()
                            + ": TLC ended with exit code " + exit + ": " + Complaint.oneLine(String.join(" ", lines))));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while TLC checks " + model.name(), e);
        } finally {
            process.destroyForcibly();
        }
    }

    /** @return the jar or folder that a class comes from */
    private static Path home(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
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
