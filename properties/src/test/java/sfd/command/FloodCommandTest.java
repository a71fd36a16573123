package sfd.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import sfd.check.Status;
import sfd.flood.roles.Plan;
import sfd.flood.roles.Results;

/** How a flood at the roles ends. */
class FloodCommandTest {

    private static final Results KEPT = Results.read(Path.of(System.getProperty("project.root")));

    @Test
    void endsWithThreeIfABoundIsBroken() {
        assertEquals(Status.DONE, FloodCommand.status(KEPT));
        Plan plan = KEPT.plan();
        var narrow = new Plan(plan.sas(), plan.sources(), plan.peers(), plan.rates(), plan.small(), plan.ticks(), plan.drawn(), 1, plan.seed());
        assertEquals(Status.UNEXPECTED, FloodCommand.status(
                new Results(KEPT.command(), KEPT.machine(), KEPT.jdk(), narrow, KEPT.floods(), KEPT.waiting())));
    }

    @Test
    void refusesWhatDoesNotBelongTogether() {
        assertRefused("are for --roles", "flood", "--quick");
        assertRefused("are for --roles", "flood", "--roles", "--per-second", "5");
        assertRefused("there is no kind soup", "flood", "--roles", "--kind", "soup");
    }

    private static void assertRefused(String words, String... arguments) {
        var err = new ByteArrayOutputStream();
        var streams = new Streams(new ByteArrayInputStream(new byte[0]), new PrintStream(new ByteArrayOutputStream()), new PrintStream(err));
        assertEquals(Status.UNUSABLE, Sfd.run(streams, arguments));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains(words), err::toString);
    }
}
