package sfd.traces.tlc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tlc2.TLC;
import tlc2.TLCGlobals;

/**
 * TLC's own model checker: one worker, no check for deadlock, nothing left behind.
 *
 * <p>One worker, because with more this version misses violations of temporal properties (tlaplus issue 971).
 */
public final class Checker {

    private static final String WORKERS = "1";

    private Checker() {
    }

    /**
     * Checks all that the configuration names, temporal properties included.
     *
     * @throws IllegalStateException where this thread has a walk open
     */
    public static Checked check(Model model) {
        TlcState.take();
        try (Console console = new Console()) {
            Loaded.requireFiles(model);
            Path scratch = Files.createTempDirectory("tlc");
            try {
                return run(model, console, scratch);
            } finally {
                remove(scratch);
            }
        } catch (TlcException e) {
            return new Checked.Failed(Checked.Totals.NONE, e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            TlcState.release();
        }
    }

    private static Checked run(Model model, Console console, Path scratch) {
        TLC tlc = new TLC();
        tlc.setResolver(new Modules(model));
        String[] arguments = {"-workers", WORKERS, "-deadlock", "-cleanup", "-fp", "0", "-metadir", scratch.toString(),
                "-config", Loaded.config(model), Loaded.name(model)};
        if (!tlc.handleParameters(arguments)) {
            return new Checked.Failed(Checked.Totals.NONE, Complaint.oneLine(console.text()));
        }
        tlc.process();
        return Report.of(model, console, TLCGlobals.mainChecker);
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
