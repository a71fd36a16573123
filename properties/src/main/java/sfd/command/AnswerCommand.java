package sfd.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sfd.check.Status;
import sfd.packet.Answer;
import sfd.packet.Input;

/** The command line of {@link Answer}. */
@Command(name = "answer", sortOptions = false,
        description = {
            "Says what a gateway does with what reaches it: one JSON line for each line or frame of input. State is carried "
                    + "from one to the next.",
            "A capture (pcap or pcapng) needs --self: packets from there are shown as seen and not offered, those to "
                    + "others are passed over. To tell events between its frames make text of it, by decode --lines.",
            "In text a line is from=ADDRESS:PORT to=ADDRESS:PORT [now=SECONDS] and a datagram in hexadecimal digits; "
                    + "without ports it is ESP that is not in UDP, or with protocol=ah AH. Or it is another event, as a "
                    + "JSON object with the name and the fields that the event has in the alphabet: {\"event\":\"Tick\"}, or {\"event\":\"Protected\","
                    + "\"now\":12.5,\"spiI\":\"4d7cbbaf52dcbd5c\",\"spiR\":\"dd9539a8d8608b1d\",\"exchange\":\"INFORMATIONAL\","
                    + "\"response\":true,\"payloads\":[]}; traces/schemas/answer.schema.json has them all. Lines with # are "
                    + "comments.",
            "What this cannot know: whether an encrypted packet verifies, for it has no keys. Such a packet about an IKE SA "
                    + "of the gateway counts as one from anybody, and its line says so; tell Protected or ProtectedEsp "
                    + "instead, or take them all as verified with --assume-verified. Without either a check stays "
                    + "unanswered, and an IKE SA that is given up for that is given up in doubt, which is said too.",
            Status.OF_LINES})
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

    @Option(names = "--tick-seconds", paramLabel = "SECONDS", defaultValue = "0.1",
            description = "Length of a tick, to which all limits of the policy refer; ${DEFAULT-VALUE} if not given.")
    private String tickSeconds;

    @Option(names = "--self", paramLabel = "ADDRESS", description = "An address of the gateway; may be repeated.")
    private List<String> own = new ArrayList<>();

    @Option(names = "--assume-verified", description = "Takes encrypted packets about an IKE SA of the gateway, if they come "
            + "from its peer's address, as verified, with nothing known inside; their lines say so.")
    private boolean assumeVerified;

    @Option(names = "--port", paramLabel = "PORT", description = "In a capture: a UDP port with IKE or ESP, beside 500 and "
            + "4500; may be repeated.")
    private Set<Integer> ports = new TreeSet<>();

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "Where they are; without it, or with -, on the "
            + "standard input.")
    private Path file;

    private final Streams streams;

    AnswerCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        var options = new Answer.Options(role, Optional.ofNullable(policy), Optional.ofNullable(secrets),
                Optional.ofNullable(sas), tickSeconds, own, ports, assumeVerified);
        return Answer.run(options, Input.of(file), streams.in(), streams.out(), streams.err());
    }
}
