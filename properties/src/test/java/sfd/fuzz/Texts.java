package sfd.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sfd.packet.Readings;
import sfd.sa.Policy;
import sfd.token.Secrets;

/** What people give to the commands: a value, or one sentence that says what is wrong; a line of JSON for each line. */
final class Texts {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Policy MANY = Policy.RFC6290;
    private static final Pattern DIGITS = Pattern.compile("[0-9a-fA-F]{8,}");
    private static Path file;

    private Texts() {
    }

    /** One file of this process, written anew for each input; in an archive that stays in memory, which is faster. */
    private static Path file(byte[] octets) {
        try {
            if (file == null) {
                Path archive = Files.createTempDirectory("fuzz").resolve("inputs.zip");
                archive.getParent().toFile().deleteOnExit();
                file = FileSystems.newFileSystem(archive, Map.of("create", "true", "noCompression", "true")).getPath("/given");
            }
            return Files.write(file, octets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first octet is the role. */
    static void policy(byte[] input) {
        Path given = file(given(input, AnyJson::policy));
        Readings.Read<Policy> read = Readings.policy(given, first(input));
        refused(given, read);
        Claim.that(read.equals(Readings.policy(given, first(input))), "another policy when read again");
    }

    /** The first octet is the role; of a maker with a child map, or of a taker that keeps three tokens, for all of them. */
    static void sas(byte[] input) {
        Path given = file(given(input, AnyJson::sas));
        Readings.Read<List<String>> read = Readings.sas(given, first(input), PERMISSIVE);
        refused(given, read);
        read.value().ifPresent(spis -> Claim.that(new HashSet<>(spis).size() == spis.size(), "two SAs of the same SPIs"));
    }

    private static final Policy PERMISSIVE = new Policy(MANY.text(), true, MANY.method(), 4, true, 3, true, true, 1, 1, 0, 3, 0, 0,
            true, 4, 3, false, false, 0, 0, 1, 1, 1, 100, 1, true, false, false, MANY.sir());

    static void secrets(byte[] input) {
        Path given = file(input);
        Readings.Read<Secrets> read = Readings.secrets(given, MANY);
        refused(given, read);
        read.value().ifPresent(secrets -> Claim.that(!secrets.isEmpty() && secrets.generations().size() <= MANY.generations(),
                () -> secrets.generations().size() + " secrets"));
        // QCD-9.1-3: who looks over the shoulder learns nothing.
        String said = read.refusal().orElse(String.valueOf(read.value())).replace(given.toString(), "");
        Matcher digits = DIGITS.matcher(new String(input, StandardCharsets.ISO_8859_1));
        while (digits.find()) {
            Claim.that(!said.contains(digits.group()), "a secret is shown: " + said);
        }
    }

    private static void refused(Path given, Readings.Read<?> read) {
        read.refusal().ifPresent(sentence -> {
            Claim.that(sentence.startsWith(given.toString()), () -> "the file is not named: " + sentence);
            Claim.that(sentence.length() > given.toString().length() + 5 && sentence.lines().count() == 1
                    && sentence.chars().noneMatch(Character::isISOControl), () -> "no one line: " + sentence);
        });
    }

    /** Lines, or a capture. */
    static void decode(byte[] input) {
        answers(input, Readings.decoded(input));
    }

    /** Lines for {@code answer}: datagrams and events; the first octet is the role. */
    static void events(byte[] input) {
        byte[] lines = given(input, AnyJson::events);
        answers(lines, Readings.answered(first(input), lines));
    }

    private static void answers(byte[] input, String said) {
        List<String> lines = said.lines().toList();
        String place = "frame";
        if (lines.isEmpty() ? input.length > 0 : lines.getFirst().startsWith("{\"line\"")) {
            place = "line";
            long expected = new String(input, StandardCharsets.ISO_8859_1).chars().filter(it -> it == '\n').count()
                    + (input.length > 0 && input[input.length - 1] != '\n' ? 1 : 0);
            // A capture may have no frame at all.
            Claim.that(lines.size() == expected || lines.isEmpty() && input.length >= 24,
                    () -> lines.size() + " answers to " + expected + " lines");
        }
        for (int i = 0; i < lines.size(); i++) {
            JsonNode answer = json(lines.get(i));
            Claim.that(answer.path(place).asInt() == i + 1, () -> "out of order: " + said);
            Claim.that(answer.size() > 1, () -> "nothing said: " + said);
        }
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + line, e);
        }
    }

    private static int first(byte[] input) {
        return input.length == 0 ? 0 : input[0] & 0xFF;
    }

    /** What is behind the first octet: text, or where that octet is 128 or more a program that makes it. */
    private static byte[] given(byte[] input, Function<Program, byte[]> made) {
        byte[] behind = input.length == 0 ? input : Arrays.copyOfRange(input, 1, input.length);
        return first(input) < 128 ? behind : made.apply(new Program(behind));
    }
}
