package sfd.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import sfd.check.Status;
import sfd.lockstep.RoleFunctions;
import sfd.qcd.MakerState;
import sfd.sa.Effect;
import sfd.sa.Step;
import sfd.token.JdkDigest;

/** How simulate ends, and that the command which it prints shows the failure again. */
class SimulateCommandTest {

    private static final RoleFunctions RIGHT = RoleFunctions.reference(new JdkDigest());
    private static final String COMMAND = "again: java -jar properties/target/sfd.jar simulate ";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Streams streams = new Streams(new ByteArrayInputStream(new byte[0]), new PrintStream(out), new PrintStream(out));

    @Test
    void itCountsAndEndsWell() {
        assertEquals(Status.DONE, Sfd.run(streams, "simulate", "--exchanges", "2000", "--protocol", "all", "--seed", "5"));
        List<String> lines = out.toString().lines().toList();
        for (String protocol : List.of("qcd: ", "sir: ", "baseline: ")) {
            assertEquals(1, lines.stream().filter(it -> it.startsWith(protocol)).count(), out::toString);
        }
    }

    @Test
    void badOptions() {
        assertEquals(Status.UNUSABLE, Sfd.run(streams, "simulate", "--protocol", "ikev1"));
        assertEquals(Status.UNUSABLE, Sfd.run(streams, "simulate", "--exchanges", "0"));
        assertEquals(2, out.toString().lines().count(), out::toString);
    }

    @Test
    void aFailureComesAgainByItsCommand() {
        List<String> first = failing("--protocol", "qcd", "--exchanges", "100000");
        String command = first.stream().filter(it -> it.startsWith(COMMAND)).findFirst().orElseThrow();
        assertEquals(first, failing(command.substring(COMMAND.length()).split(" ")));
        assertTrue(first.getFirst().startsWith("UnansweredBoundInv is broken in the run of seed "), first::toString);
    }

    /** A maker that never answers. @return the lines from the failure on */
    private List<String> failing(String... arguments) {
        out.reset();
        RoleFunctions wrong = RIGHT.withMaker((policy, state, event) -> {
            Step<MakerState> step = RIGHT.maker().step(policy, state, event);
            return new Step<>(step.next(), step.effects().stream().filter(it -> !(it instanceof Effect.Send)).toList(), step.because());
        });
        assertEquals(Status.UNEXPECTED, new CommandLine(new SimulateCommand(streams, wrong)).execute(arguments));
        return out.toString().lines().dropWhile(it -> !it.contains(" is broken ")).toList();
    }
}
