package sfd.packet;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import sfd.alphabet.OneLine;
import sfd.gateway.BadFileException;
import sfd.gateway.GatewayRole;
import sfd.gateway.PolicyFile;
import sfd.gateway.SaEntry;
import sfd.gateway.SasFile;
import sfd.gateway.SecretsFile;
import sfd.ike.Address;
import sfd.sa.Policy;
import sfd.sa.SaTable;
import sfd.token.JdkDigest;
import sfd.token.Secrets;

/**
 * The command {@code answer}: what a gateway in one of the roles does with what reaches it. The input is a capture, or
 * text. A line of text holds {@code from=ADDRESS:PORT}, {@code to=ADDRESS:PORT}, at will {@code now=SECONDS}, and one
 * datagram in hexadecimal digits; or another event as a JSON object, see {@link EventJson}. The gateway carries its state
 * from line to line. The answer to a line or frame is of the form of {@code traces/schemas/answer.schema.json}.
 */
public final class Answer {

    private Answer() {
    }

    /**
     * The options as given.
     *
     * @param role maker, taker, peerX, peerY or baseline
     * @param policy file; without it the defaults of the role
     * @param secrets file, for a maker, peerX or peerY only; without it there is no secret yet
     * @param sas file; without it there are no SAs
     * @param tickSeconds length of a tick in seconds
     * @param own addresses of the gateway; a capture needs some
     * @param ports of a capture that have IKE or ESP, beside 500 and 4500
     * @param assumeVerified encrypted packets of an IKE SA from its peer's address verify
     */
    public record Options(String role, Optional<Path> policy, Optional<Path> secrets, Optional<Path> sas,
            String tickSeconds, List<String> own, Set<Integer> ports, boolean assumeVerified) {
    }

    /**
     * Answers every line.
     *
     * @param input where the lines come from
     * @return {@link ExitCode}
     */
    public static int run(Options options, Input input, InputStream standardInput, PrintStream out,
            PrintStream err) {
        return ExitCode.of("answer", out, err, () -> {
            Conversation conversation = start(options);
            options.secrets().flatMap(SecretsFile::warning).ifPresent(it -> err.println("answer: " + OneLine.of(it)));
            return input.read(standardInput, in -> {
                Entries entries = Entries.of(in);
                if (entries.isCapture() && options.own().isEmpty()) {
                    throw new BadFileException("a capture needs --self ADDRESS: which of its ends the gateway is");
                }
                return LineByLine.answer(entries, out, conversation);
            });
        });
    }

    private static Conversation start(Options options) throws BadFileException {
        GatewayRole role = GatewayRole.named(options.role());
        Clock clock = Clock.before(tick(options.tickSeconds()));
        Policy policy = options.policy().isPresent()
                ? PolicyFile.read(options.policy().get(), role)
                : role.defaults();
        if (options.secrets().isPresent() && !role.hasSecrets(policy)) {
            throw new BadFileException("--secrets is for a maker, peerX or peerY only");
        }
        Secrets secrets = options.secrets().isPresent()
                ? SecretsFile.read(options.secrets().get(), policy)
                : Secrets.NONE;
        List<SaEntry> sas = options.sas().isPresent()
                ? SasFile.read(options.sas().get(), role, policy)
                : List.of();
        return new Conversation(role.start(policy, new JdkDigest(), secrets, new GatewayRole.Sas(SaTable.EMPTY, sas)), clock,
                new Conversation.Ends(own(options.own()), Ports.checked(options.ports()), options.assumeVerified()));
    }

    private static Set<Address> own(List<String> texts) throws BadFileException {
        var own = new HashSet<Address>();
        for (String text : texts) {
            try {
                own.add(Address.parse(text));
            } catch (IllegalArgumentException e) {
                throw new BadFileException("--self needs an address like 192.0.2.1 or 2001:db8::1");
            }
        }
        return own;
    }

    private static long tick(String seconds) throws BadFileException {
        OptionalLong nanos = Seconds.nanos(seconds);
        if (nanos.isEmpty() || nanos.getAsLong() == 0) {
            throw new BadFileException("--tick-seconds must be a decimal number above 0, with at most nine places");
        }
        return nanos.getAsLong();
    }
}
