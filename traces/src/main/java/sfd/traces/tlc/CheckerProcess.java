package sfd.traces.tlc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tlc2.TLC;
import tlc2.TLCGlobals;

/** The other end of {@link CheckerJvm}: for each {@link Question} that it reads it writes one line, see {@link Verbatim}. */
final class CheckerProcess {

    private static final String WORKERS = "1";

    private CheckerProcess() {
    }

    /** @param arguments folder for TLC's files */
    public static void main(String[] arguments) {
        int exit = 1;
        try {
            answer(arguments[0]);
            exit = 0;
        } catch (IOException | RuntimeException | Error e) {
            e.printStackTrace(System.out);
        } finally {
            System.out.flush();
            // TLC may have left threads that would keep the JVM, and the one that waits for an answer.
            Runtime.getRuntime().halt(exit);
        }
    }

    private static void answer(String scratch) throws IOException {
        var questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = questions.readLine(); line != null; line = questions.readLine()) {
            System.out.println(Verbatim.line(run(Question.read(line), scratch)));
            System.out.flush();
        }
    }

    private static Checked run(Model model, String scratch) throws IOException {
        TlcState.take();
        try (Console console = new Console()) {
            TLCGlobals.mainChecker = null;
            TLC tlc = new TLC();
            tlc.setResolver(new Modules(model));
            // TLC names its folder after the second, so two runs in one second would have the same.
            String own = Files.createTempDirectory(Path.of(scratch), "run").toString();
            String[] arguments = {"-workers", WORKERS, "-deadlock", "-cleanup", "-fp", "0", "-metadir", own,
                    "-config", Loaded.config(model), Loaded.name(model)};
            if (!tlc.handleParameters(arguments)) {
                return new Checked.Failed(Checked.Totals.NONE, Complaint.oneLine(console.text()));
            }
            // Where TLC does not know how to go on it says why, there, and ends this JVM.
            var lastWords = new Thread(() -> System.out.println(Complaint.error(console.text())));
            Runtime.getRuntime().addShutdownHook(lastWords);
            tlc.process();
            Runtime.getRuntime().removeShutdownHook(lastWords);
            return Report.of(model, console, TLCGlobals.mainChecker);
        } finally {
            TlcState.release();
        }
    }
}
