package sfd.check;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sfd.packet.Answer;
import sfd.packet.Input;

/** The command line of {@link Answer}. */
@Command(name = "answer", sortOptions = false,
        description = "Says what a gateway does with datagrams: one JSON line for each line of input. A line is "
                + "from=ADDRESS:PORT to=ADDRESS:PORT [now=SECONDS] and a datagram in hexadecimal digits; without ports "
                + "it is ESP that is not in UDP. State is carried from line to line. Lines with # are comments. Ends "
                + "with 0 if all lines were read, 3 if not, 4 for input that cannot be used, 5 if the output cannot be "
                + "written.")
final class AnswerCommand implements Callable<Integer> {

    @Mixin
    private Help help;

    @Option(names = "--role", required = true, paramLabel = "ROLE",
            description = "maker or taker of tokens, peerX or peerY of stateless recovery, or baseline: IKEv2 alone.")
    private String role;

    @Option(names = "--policy", paramLabel = "FILE",
            description = "A JSON object with those fields of the policy that differ from the role's defaults.")
    private Path policy;

    @Option(names = "--secrets", paramLabel = "FILE",
            description = "The secrets for tokens or cookies, one a line as 64 hexadecimal digits, newest first.")
    private Path secrets;

    @Option(names = "--sas", paramLabel = "FILE", description = "The IKE SAs of the gateway, a JSON array.")
    private Path sas;

    @Option(names = "--tick-seconds", paramLabel = "SECONDS", defaultValue = "1",
            description = "Length of a tick, to which all limits of the policy refer; ${DEFAULT-VALUE} if not given.")
    private String tickSeconds;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "Where the lines are; without it, or with -, on the "
            + "standard input.")
    private Path file;

    private final Streams streams;

    AnswerCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        var options = new Answer.Options(role, Optional.ofNullable(policy), Optional.ofNullable(secrets),
                Optional.ofNullable(sas), tickSeconds);
        return Answer.run(options, Input.of(file), streams.in(), streams.out(), streams.err());
    }
}
