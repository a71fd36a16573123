package sfd.traces.tlc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sfd.traces.tlc.Checked.Totals;

class CheckerTest {

    /** With several workers TLC can miss this violation; with the one we use it must not. */
    @Test
    void theCanarySings() {
        assertEquals(new Checked.Violated(new Totals(2, 5, 0), "AtMostOnce", true, 5), Checker.check(Models.canary()));
    }

    /** TLC's static state must not reach from one run into the next: every verdict stands in the middle of others. */
    @Test
    void runsDoNotDisturbEachOther() {
        for (int round = 0; round < 2; round++) {
            theCanarySings();
            assertEquals(new Checked.Holds(new Totals(6, 13, 4)), Checker.check(Models.counter("Counter")));
            assertEquals(new Checked.Violated(new Totals(13, 27, 0), "RestsProp", true, 5),
                    Checker.check(Models.counter("CounterRests")));
            assertEquals(new Checked.Holds(new Totals(13, 27, 5)), Checker.check(Models.counter("CounterReturns")));
            assertEquals(new Checked.Violated(new Totals(4, 5, 3), "BelowThree", false, 3),
                    Checker.check(Models.counter("CounterInvariant")));
            assertEquals(new Checked.Violated(new Totals(6, 11, 4), "NoWrapProp", false, 4),
                    Checker.check(Models.counter("CounterAction")));
            theCanarySings();
        }
    }

    /** The same model in a JVM of its own, which had no run before. */
    @Test
    void aNewJvmSaysTheSame(@TempDir Path folder) throws IOException, InterruptedException {
        Model model = Models.counter("CounterRests");
        var command = List.of(ProcessHandle.current().info().command().orElseThrow(),
                "-Djava.io.tmpdir=" + folder, "-cp", System.getProperty("java.class.path"), "tlc2.TLC",
                "-workers", "1", "-deadlock", "-metadir", folder.toString(), "-config", Loaded.config(model),
                Loaded.name(model));
        Process process = new ProcessBuilder(command).directory(model.module().getParent().toFile())
                .redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        assertTrue(text.contains("Temporal properties were violated."), text);
        assertTrue(text.contains("27 states generated, 13 distinct states found"), text);
        assertEquals(new Checked.Violated(new Totals(13, 27, 0), "RestsProp", true, 5), Checker.check(model));
    }
}
