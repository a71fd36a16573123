package sfd.traces.tlc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models that a user gets wrong: one clear line each. */
class BrokenModelTest {

    @TempDir
    Path folder;

    private Model broken(String where, String with) throws IOException {
        Path sound = Models.counter("Counter").module();
        String module = Files.readString(sound);
        String config = Files.readString(sound.resolveSibling("Counter.cfg"));
        assertEquals(true, (module + config).contains(where));
        Files.writeString(folder.resolve("Counter.tla"), module.replace(where, with));
        Files.writeString(folder.resolve("Counter.cfg"), config.replace(where, with));
        return Model.of(folder.resolve("Counter.tla"), folder.resolve("Counter.cfg"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "(n + by) % Top ; (n + + by) % Top ; Counter.tla:13: unexpected by",
            "(n + by) % Top ; n + by % Top - 1 ; Counter.tla:13: Precedence conflict between ops + in block and %.",
            "n \\in 0..(Top - 1) ; m \\in 0..(Top - 1) ; Counter.tla:23: Unknown operator: `m'.",
            "EXTENDS Naturals ; EXTENDS Missing ; Counter.cfg: Cannot find source file for module Missing imported in module Counter.",
            "CONSTANT Top ; CONSTANT Topp ; ",
            "INVARIANTS InRange ; INVARIANTS InRnge ; Counter.cfg: The invariant InRnge specified in the configuration file is not defined in the specification.",
            "EXTENDS Naturals ; EXTENDS Naturals ASSUME 1 > 2 ; Counter.tla:6: Assumption is false.",
    })
    void isToldInOneLine(String where, String with, String line) throws IOException {
        Model model = broken(where, with);
        String walk = assertThrows(TlcException.class, () -> Walk.open(model)).getMessage();
        assertEquals(-1, walk.indexOf('\n'));
        if (line != null) {
            assertEquals(line, walk);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "(n + by) % Top ; IF n = 4 THEN 1 + {} ELSE (n + by) % Top ; Counter.tla:13: ",
            "n = 0 /\\ step = ; step = ; an initial state leaves n without a value",
            "/\\ n' = (n + by) % Top ; ; the successor by Add leaves n without a value",
            "by |-> by] ; by |-> 3] ; state and cause do not determine the step: from state 0 ([n |-> 0]) lead "
                    + "[action |-> \"Add\", by |-> 3] to state 1 ([n |-> 1]) and "
                    + "[action |-> \"Add\", by |-> 3] to state 2 ([n |-> 2])",
            "by |-> by] ; effects |-> by] ; state and cause do not determine the step: from state 0",
            "[action |-> \"Add\" ; [actor |-> \"Add\" ; the variable step is no label: no field action in",
            "View == [n |-> n] ; View == step ; the VIEW must not read step",
            "step' = [action |-> \"Add\", by |-> by] ; step' = [action |-> \"Add\", by |-> Nat] ; a value of TLC's kind",
    })
    void failsTheWalkInOneLine(String where, String with, String line) throws IOException {
        try (Walk walk = Walk.open(broken(where, with == null ? "" : with))) {
            String message = assertThrows(TlcException.class, () -> walk.run(Progress.NONE)).getMessage();
            assertEquals(line, message.substring(0, Math.min(message.length(), line.length())), message);
            assertEquals(-1, message.indexOf('\n'));
        }
    }

    @Test
    void theCheckerSaysWhatTheWalkSays() throws IOException {
        Model model = broken("n \\in 0..(Top - 1)", "m \\in 0..(Top - 1)");
        assertEquals(new Checked.Failed(Checked.Totals.NONE, "Counter.tla:23: Unknown operator: `m'."),
                Checker.checkAlone(model));
    }

    @Test
    void theCheckerSaysWhereItFails() throws IOException {
        Checked checked = Checker.checkAlone(broken("(n + by) % Top", "IF n = 4 THEN 1 + {} ELSE (n + by) % Top"));
        String line = assertInstanceOf(Checked.Failed.class, checked).line();
        assertEquals("Counter.tla:13: ", line.substring(0, 16), line);
    }

    @Test
    void missingFilesAreNamed() {
        Path nowhere = folder.resolve("Nowhere.tla");
        var noModule = Model.of(nowhere, Models.counter("Counter").config());
        assertEquals("no module " + nowhere, assertThrows(TlcException.class, () -> Walk.open(noModule)).getMessage());
        var noConfig = Model.of(Models.counter("Counter").module(), folder.resolve("Nowhere.cfg"));
        assertInstanceOf(Checked.Failed.class, Checker.checkAlone(noConfig));
    }

    /** TLC talks much; nothing of it may reach the output of a tool that writes for people. */
    @Test
    void tlcIsSilent() throws IOException {
        PrintStream out = System.out;
        var heard = new ByteArrayOutputStream();
        System.setOut(new PrintStream(heard, true));
        try {
            Model model = broken("EXTENDS Naturals", "EXTENDS Naturals, TLC ASSUME PrintT(\"said\")");
            try (Walk walk = Walk.open(model)) {
                walk.run(Progress.NONE);
            }
        } finally {
            System.setOut(out);
        }
        assertEquals("", heard.toString());
    }
}
