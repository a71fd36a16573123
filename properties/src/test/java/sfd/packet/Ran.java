package sfd.packet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A command that has run.
 *
 * @param lines of its output
 * @param errors of its error stream, without its warnings
 */
record Ran(int code, List<String> lines, List<String> errors, List<String> warnings) {

    static final Path ROOT = Path.of(System.getProperty("project.root"));
    static final Path EXAMPLES = ROOT.resolve("traces").resolve("examples");

    private static final ObjectMapper JSON = new ObjectMapper();

    private interface Command {
        int run(ByteArrayInputStream in, PrintStream out, PrintStream err);
    }

    static Ran decode(String input) {
        return run(input.getBytes(StandardCharsets.ISO_8859_1), (in, out, err) ->
                Decode.run(Set.of(), new Input(Optional.empty()), in, out, err));
    }

    static Ran answer(Answer.Options options, String input) {
        return run(input.getBytes(StandardCharsets.ISO_8859_1), (in, out, err) ->
                Answer.run(options, new Input(Optional.empty()), in, out, err));
    }

    static Ran decode(byte[] capture, Integer... ports) {
        return run(capture, (in, out, err) -> Decode.run(Set.of(ports), new Input(Optional.empty()), in, out, err));
    }

    static Ran lines(byte[] capture) {
        return run(capture, (in, out, err) -> Decode.lines(Set.of(), new Input(Optional.empty()), in, out, err));
    }

    static Ran answer(Answer.Options options, byte[] capture) {
        return run(capture, (in, out, err) -> Answer.run(options, new Input(Optional.empty()), in, out, err));
    }

    static Ran decode(Path file) {
        return run(new byte[0], (in, out, err) -> Decode.run(Set.of(), new Input(Optional.of(file)), in, out, err));
    }

    static Ran answer(Answer.Options options, Path file) {
        return run(new byte[0], (in, out, err) -> Answer.run(options, new Input(Optional.of(file)), in, out, err));
    }

    private static Ran run(byte[] input, Command command) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int code = command.run(new ByteArrayInputStream(input), new PrintStream(out), new PrintStream(err));
        Map<Boolean, List<String>> said = lines(err).stream().collect(Collectors.partitioningBy(it -> it.contains(": warning: ")));
        return new Ran(code, lines(out), said.get(false), said.get(true));
    }

    private static List<String> lines(ByteArrayOutputStream octets) {
        return octets.toString(StandardCharsets.UTF_8).lines().toList();
    }

    JsonNode json(int line) {
        try {
            return JSON.readTree(lines.get(line - 1));
        } catch (JsonProcessingException e) {
            throw new AssertionError(lines.get(line - 1), e);
        }
    }

    static Answer.Options role(String role) {
        return options(role, Optional.empty(), Optional.empty(), Optional.empty(), "0.1");
    }

    /** With the files that stand in the example of the role. */
    static Answer.Options example(String role) {
        return options(role, existing(role, "policy.json"), existing(role, "secrets.txt"),
                existing(role, "sas.json"), "0.1");
    }

    /** For text that all is for the gateway. */
    static Answer.Options options(String role, Optional<Path> policy, Optional<Path> secrets, Optional<Path> sas,
            String tickSeconds) {
        return new Answer.Options(role, policy, secrets, sas, tickSeconds, List.of(), Set.of(), false);
    }

    private static Optional<Path> existing(String example, String name) {
        return Optional.of(EXAMPLES.resolve(example).resolve(name)).filter(Files::exists);
    }
}
