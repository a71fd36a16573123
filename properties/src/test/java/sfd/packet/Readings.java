package sfd.packet;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import sfd.alphabet.BadLineException;
import sfd.alphabet.EndpointText;
import sfd.alphabet.EventJson;
import sfd.alphabet.OneLine;
import sfd.gateway.BadFileException;
import sfd.gateway.GatewayRole;
import sfd.gateway.PolicyFile;
import sfd.gateway.SaEntry;
import sfd.gateway.SasFile;
import sfd.gateway.SecretsFile;
import sfd.ike.Endpoint;
import sfd.sa.ChildSa;
import sfd.sa.Policy;
import sfd.sa.SaTable;
import sfd.sa.SirPolicy;
import sfd.token.JdkDigest;
import sfd.token.Secrets;

/** The readers of what people give to the commands, for who throws arbitrary octets at them. */
public final class Readings {

    private Readings() {
    }

    /** What a reader made of a file: the value, or the one sentence that the user gets. */
    public record Read<T>(Optional<T> value, Optional<String> refusal) {
    }

    private interface Reader<T> {
        T read() throws BadFileException;
    }

    private static <T> Read<T> read(Reader<T> reader) {
        try {
            return new Read<>(Optional.of(reader.read()), Optional.empty());
        } catch (BadFileException e) {
            return new Read<>(Optional.empty(), Optional.of(OneLine.of(e.getMessage())));
        }
    }

    /** @param role by its place */
    public static Read<Policy> policy(Path file, int role) {
        return read(() -> PolicyFile.read(file, role(role)));
    }

    /** @return the SPIs of the SAs */
    public static Read<List<String>> sas(Path file, int role, Policy policy) {
        return read(() -> SasFile.read(file, role(role), policy).stream().map(it -> it.spis().toString()).toList());
    }

    public static Read<Secrets> secrets(Path file, Policy policy) {
        return read(() -> SecretsFile.read(file, policy));
    }

    public static Optional<Endpoint> endpoint(String text) {
        try {
            return Optional.of(EndpointText.parse("it", text));
        } catch (BadLineException e) {
            return Optional.empty();
        }
    }

    /** What {@code decode} says to this input. */
    public static String decoded(byte[] input) {
        return said(out -> {
            int code = Decode.run(Set.of(), new Input(Optional.empty()), new ByteArrayInputStream(input), out, out);
            if (code != ExitCode.ALL_READ && code != ExitCode.BAD_LINES) {
                throw new AssertionError("decode ends with " + code);
            }
        });
    }

    /** What a role starts with. */
    private record Start(GatewayRole role, Policy policy, List<SaEntry> sas, Secrets secrets) {

        static Start ofExample(GatewayRole role) {
            try {
                Path example = Ran.EXAMPLES.resolve(role.toString());
                Policy policy = PolicyFile.read(example.resolve("policy.json"), role);
                return new Start(role, policy, SasFile.read(example.resolve("sas.json"), role, policy),
                        role == GatewayRole.MAKER || role.isOfSir() ? SecretsFile.read(example.resolve("secrets.txt"), policy)
                                : Secrets.NONE);
            } catch (BadFileException e) {
                throw new IllegalStateException(e);
            }
        }

        Conversation begin() {
            return new Conversation(role.start(policy, new JdkDigest(), secrets, new GatewayRole.Sas(SaTable.EMPTY, sas)), Clock.before(100_000_000),
                    new Conversation.Ends(Set.of(), Set.of(), false));
        }
    }

    private static final Map<GatewayRole, Start> STARTS = new EnumMap<>(GatewayRole.class);

    /** What {@code answer} says to these lines, after the files of the role's example. */
    public static String answered(int role, byte[] lines) {
        Start start = STARTS.computeIfAbsent(role(role), Start::ofExample);
        return said(out -> {
            try {
                LineByLine.answer(Entries.of(new BufferedInputStream(new ByteArrayInputStream(lines))), out, start.begin());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Words that these readers know: what would take a fuzzer long to find letter by letter. */
    public static Set<String> words() {
        var words = new TreeSet<>(EventJson.BY_NAME.keySet());
        EventJson.BY_NAME.values().forEach(type -> words.addAll(EventJson.names(type)));
        Stream.of(Policy.class, SirPolicy.class, SaEntry.class, ChildSa.class)
                .forEach(type -> Stream.of(type.getRecordComponents()).forEach(it -> words.add(it.getName())));
        words.addAll(List.of("spiI", "spiR", "notify", "type", "data", "generation", "octets", "true", "false", "null", "UDP", "ESP", "AH",
                "-1", "[]", "{}", "INFORMATIONAL", "IKE_AUTH", "INVALID_SPI", "QUICK_CRASH_DETECTION", "HALF_OPEN", "LOST", "192.0.2.1:500", "192.0.2.1",
                "[2001:db8::1]:4500", "from=", "to=", "now=", "port=", "protocol=ah"));
        return words;
    }

    private interface Speaker {
        void speak(PrintStream out);
    }

    private static String said(Speaker speaker) {
        var octets = new ByteArrayOutputStream();
        speaker.speak(new PrintStream(octets));
        return octets.toString(StandardCharsets.UTF_8);
    }

    private static GatewayRole role(int number) {
        return GatewayRole.values()[Math.floorMod(number, GatewayRole.values().length)];
    }
}
