package sfd.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sfd.check.BadInput;
import sfd.check.Layout;
import sfd.check.Manifest;
import sfd.check.ModelFiles;

/** Mistakes in the JSON files that people edit: one line says the file, the line, the place, and what may stand there. */
class SourcesTest {

    private static final Path PROJECT = Path.of(System.getProperty("project.root"));

    @TempDir
    static Path root;

    private Path changed;

    @BeforeAll
    static void copy() throws IOException {
        for (String folder : new String[] {"spec", "properties/bench", "properties/flood"}) {
            try (Stream<Path> files = Files.walk(PROJECT.resolve(folder))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path copy = root.resolve(PROJECT.relativize(file));
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
    }

    @AfterEach
    void asItWas() throws IOException {
        if (changed != null) {
            Files.deleteIfExists(changed);
            Files.copy(PROJECT.resolve(root.relativize(changed)), changed);
        }
    }

    private static void read() {
        var layout = new Layout(root);
        Manifest manifest = Manifest.read(layout);
        ModelFiles.of(layout, manifest);
        Sources.require(layout, manifest);
    }

    private void assertRefused(String file, String text, String message) throws IOException {
        changed = root.resolve(file);
        Files.writeString(changed, text);
        assertEquals(anyOf(message), anyOf(assertThrows(BadInput.class, SourcesTest::read).getMessage()));
    }

    /** How many come before it is no matter of the test: models come and go. The line says where it is. */
    private static String anyOf(String message) {
        return message.replaceAll("\\[[0-9]+]", "[]");
    }

    private static String of(String file) throws IOException {
        return Files.readString(PROJECT.resolve(file));
    }

    @Test
    void theyAreAsTheyShouldBe() {
        read();
    }

    /** The first place in the file that the pattern finds is changed; LINE is the line of that place. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "spec/manifest.json   | \"time\": \"more\"      | \"time\": \"mroe\"   | :LINE: models[33].time is \"mroe\", and must be one of \"quick\", \"more\", \"long\"",
        "spec/manifest.json   | \"says\":              | \"syas\":          | :LINE: models[0] has a field syas, which is not known, only name, module, config, world, policy, constants, off, time, temporal, says, assumptions, expected, states, transitions; 1 more",
        "spec/manifest.json   | \"states\": 16         | \"states\": \"16\"   | :LINE: models[0].states is \"16\", and must be of the type integer, null",
        "spec/findings.json   | \"text\": \"RFC 6290\"  | \"text\": \"6290\"   | :LINE: findings[0].places[0].text is \"6290\", and must be one of \"RFC 6290\", \"RFC 7296\", \"draft-nir-ike-qcd-06\", \"draft-detienne-ikev2-recovery-03\"",
        "spec/findings.json   | \"QcdHalfOpenUnknownOneSa\" | \"QcdHalfOpen\" | , F1: there is no model QcdHalfOpen",
        "spec/findings.json   | \"QCD-9.2-1\"          | \"QCD-9.9" + "-9\"      | , F1: there is no clause QCD-9.9" + "-9",
        "spec/clauses.json    | \"level\": \"MUST\"      | \"level\": \"must\"  | :LINE: clauses[6].level is \"must\", and must be one of \"MUST\", \"MUST NOT\", \"SHOULD\", \"SHOULD NOT\", \"MAY\", \"REC\", \"DEF\"",
        "spec/mends.json      | \"kept\": [^]]*]       | \"kept\": 1        | :LINE: mends[0].kept is 1, and must be of the type array",
        "spec/situations.json | \"effect\": \"widens\"  | \"effect\": \"widen\" | :LINE: circumstances[0].effect is \"widen\", and must be one of \"widens\", \"narrows\", \"assumes\", \"otherwise\"",
        "spec/worlds.json     | \"of\": \"Single\"      | \"fo\": \"Single\"   | :LINE: sections[0].worlds[0] has a field fo, which is not known, only name, of, differs, note; 1 more",
        "spec/cutoff.json     | \"carries\": true      | \"carries\": 1     | :LINE: claims[0].carries is 1, and must be of the type boolean",
        "spec/survivors.json  | \"judged\" : \"equivalent\" | \"judged\" : \"same\" | :LINE: modules[2].survivors[0].judged is \"same\", and must be one of \"equivalent\", \"hole\", \"open\"",
    })
    void aMistake(String file, String good, String bad, String message) throws IOException {
        String text = of(file);
        Matcher place = Pattern.compile(good).matcher(text);
        assertTrue(place.find(), good);
        long line = text.substring(0, place.start()).lines().count();
        assertRefused(file, place.replaceFirst(Matcher.quoteReplacement(bad)), file + message.replace("LINE", Long.toString(line)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"spec/manifest.json", "spec/worlds.json", "spec/findings.json", "spec/mends.json", "spec/clauses.json",
        "spec/situations.json", "spec/cutoff.json", "spec/assumptions.json", "properties/bench/results.json", "properties/flood/results.json"})
    void whatIsNoJson(String file) throws IOException {
        assertRefused(file, "", file + " is empty");
        assertRefused(file, "[\n1,", file + ":2:3 is not JSON: Unexpected end-of-input within/between Array entries");
        assertRefused(file, "{\"a\": 1,\n\"a\": 2}", file + ":2:4 is not JSON: Duplicate field 'a'");
        Files.delete(changed);
        Files.createDirectory(changed);
        assertEquals(file + " is a folder", assertThrows(BadInput.class, SourcesTest::read).getMessage());
    }

    /** Before any module is written from it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "\"of\": \"Single\"            | \"of\": \"Singel\"           | spec/worlds.json, world OffPath: there is no world Singel that it could differ from",
        "\"attacker\": \"off-path\"    | \"attaker\": \"off-path\"    | spec/worlds.json, world OffPath: there is no field attaker, where attaker stands only addresses, affirms,",
        "\"faults.crash\":             | \"faults.crush\":            | spec/worlds.json, world OffPath: there is no field faults.crush, where crush stands only childRekey, crash,",
    })
    void aWorldThatTlcWouldTakeForAnother(String good, String bad, String message) throws IOException {
        changed = root.resolve("spec/worlds.json");
        Files.writeString(changed, of("spec/worlds.json").replaceFirst(good, bad));
        String line = assertThrows(BadInput.class, () -> Sources.requireWorlds(new Layout(root))).getMessage();
        assertTrue(line.startsWith(message), line);
    }

    /** The library would say it in German. */
    @Test
    void inOneLanguage() throws IOException {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertRefused("spec/findings.json", of("spec/findings.json").replaceFirst("\"clauses\": \\[[^]]*]", "\"clauses\": []"),
                    "spec/findings.json:" + (of("spec/findings.json").split("\"clauses\"")[0].lines().count())
                            + ": findings[0].clauses must have at least 1 items but found 0");
        } finally {
            Locale.setDefault(before);
        }
    }
}
