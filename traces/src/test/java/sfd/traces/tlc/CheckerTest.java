package sfd.traces.tlc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sfd.traces.graph.Trace;
import sfd.traces.tlc.Checked.Totals;

/** All that holds is in {@link WalkTest}, where the walk must agree with it. */
class CheckerTest {

    /** With several workers TLC misses this violation in some schedules of its threads; with the one we use, in none. */
    @Test
    void theCanarySings() {
        assertEquals(new Checked.Violated(new Totals(2, 5, 0), "AtMostOnce", true, 5, Optional.empty()),
                plain(Checker.checkAlone(Models.canary())));
    }

    @Test
    void temporalPropertiesAreJudged() {
        assertEquals(new Checked.Violated(new Totals(13, 27, 0), "RestsProp", true, 5, Optional.empty()),
                plain(Checker.checkAlone(Models.counter("CounterRests"))));
        assertEquals(new Checked.Holds(new Totals(13, 27, 5)), Checker.checkAlone(Models.counter("CounterReturns")));
    }

    private static Checked plain(Checked checked) {
        return checked instanceof Checked.Violated it
                ? new Checked.Violated(it.totals(), it.property(), it.temporal(), it.length(), Optional.empty()) : checked;
    }

    /** Whatever lasso TLC shows, the walk finds its steps, and they close. */
    @Test
    void aTemporalViolationHasALassoThatTheModelHas() {
        Model model = Models.counter("CounterRests");
        var violated = (Checked.Violated) Checker.checkAlone(model);
        Lasso lasso = violated.lasso().orElseThrow();
        assertEquals(lasso, Lasso.of(lasso.text()));
        try (Walk walk = Walk.open(model)) {
            Trace trace = walk.along(lasso);
            assertEquals(lasso.states().getFirst(), trace.steps().getFirst().state());
            assertEquals(lasso.states().get(lasso.back()), trace.last().state());
            assertThrows(TlcException.class, () -> walk.along(new Lasso(lasso.states().reversed(), 0)));
        }
    }

    @Test
    void safetyViolationsHaveNameAndLength() {
        assertEquals(new Checked.Violated(new Totals(4, 5, 3), "BelowThree", false, 3, Optional.empty()),
                Checker.checkAlone(Models.counter("CounterInvariant")));
        assertEquals(new Checked.Violated(new Totals(6, 11, 4), "NoWrapProp", false, 4, Optional.empty()),
                Checker.checkAlone(Models.counter("CounterAction")));
    }

    /** Neither a violation, of a temporal property or not, nor a model that cannot be read changes what is said of the next one. */
    @Test
    void oneAfterTheOtherAsAlone() {
        List<Model> models = List.of(Models.counter("CounterInvariant"), Models.counter("CounterStarts"),
                Models.counter("CounterRests"), Models.counter("CounterAction"), Models.canary(), Models.counter("CounterReturns"),
                Models.counter("NoSuchModel"), Models.counter("CounterInvariant"), Models.counter("CounterRests"),
                Models.toggle(), Models.counter("CounterReturns"), Models.canary(), Models.counter("CounterStarts"));
        try (var checker = new Checker()) {
            models.forEach(it -> assertEquals(plain(Checker.checkAlone(it)), plain(checker.check(it)), it.name()));
        }
    }

    /** With buffers that two files share one of these reads beyond the end of its graph, sooner or later. */
    @Test
    void noRunReadsWhatAnotherWrote() {
        try (var checker = new Checker()) {
            assertInstanceOf(Checked.Holds.class, checker.check(Models.ofSpec("AbstractModel", "Abstract")));
            Stream.of("OneSa", "StandbyOneSa", "LostOneSa", "ClusterOneSa", "AfterTheMiddleOneSa", "OneSa", "StandbyOneSa")
                    .map(it -> Models.ofSpec("Worlds", "BaselineDetects" + it))
                    .forEach(it -> assertInstanceOf(Checked.Holds.class, checker.check(it), it.name()));
        }
    }

    /** What a violated temporal property leaves behind in a JVM adds up, so after ten of them it is not asked again. */
    @Test
    void aJvmWearsOut() {
        try (CheckerJvm jvm = CheckerJvm.start(CheckerJvm.QUICK_START)) {
            for (int i = 0; i < 10; i++) {
                assertFalse(jvm.isWornOut(), "after " + i);
                assertInstanceOf(Checked.Violated.class, jvm.check(Models.canary()));
                assertInstanceOf(Checked.Violated.class, jvm.check(Models.counter("CounterAction")));
            }
            assertTrue(jvm.isWornOut());
        }
    }

    @Test
    void aModelIsOneLine() {
        Model model = Models.counter("CounterInvariant");
        assertEquals(model.config().toAbsolutePath(), Question.read(Question.line(model)).config());
        assertThrows(IllegalArgumentException.class,
                () -> Question.line(new Model("a", Path.of("a\tb.tla"), model.config())));
        assertThrows(IllegalArgumentException.class,
                () -> Question.line(new Model("a\nb", model.module(), model.config())));
    }

    @Test
    void nothingIsLeftBehind() throws IOException {
        Path models = Models.canary().module().getParent();
        long before = files(models);
        Checker.checkAlone(Models.canary());
        assertEquals(before, files(models));
    }

    private static long files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.count();
        }
    }
}
