package sfd.check;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sfd.lockstep.SmallModel;

/** The project's own manifest, and what its schema refuses. */
class ManifestTest {

    private static final Path PROJECT = Path.of(System.getProperty("project.root"));

    @TempDir
    Path root;

    @Test
    void namesExactlyThePropertiesOfEachConfiguration() {
        Layout layout = new Layout(PROJECT);
        for (Entry entry : Manifest.read(layout).models()) {
            Configuration configuration = Configuration.read(entry.model(layout).config());
            var named = new HashSet<>(configuration.invariants());
            named.addAll(configuration.properties());
            assertEquals(named, entry.expected().keySet(), entry.name());
        }
    }

    /**
     * That nothing undue happens says something only where something happens: beside soundness each system model has a
     * {@code Reach...} that falls. These have none, and the reason.
     */
    private static final Map<String, String> NOTHING_ENDS = Map.of(
            "BaselineLossyOneSa", "Nothing but packets is lost, fewer than there are transmissions: that nothing ends is the claim.",
            "QcdChildKeptOneSa", "No fault and nobody attacks: that nothing ends is the claim.",
            "SirChildKeptOneSa", "The same: that an IKE SA ends is not what goes wrong there.",
            "QcdCluster52NoCrashOneSa", "No member loses anything: that no forged request has an effect is the claim.");

    @Test
    void whatIsSoundIsNotEmpty() {
        var empty = new TreeSet<String>();
        for (Entry entry : Manifest.read(new Layout(PROJECT)).models()) {
            boolean sound = entry.world() != null && entry.expected().entrySet().stream()
                    .anyMatch(it -> it.getKey().startsWith("Sound") && it.getValue().result() == Result.HOLDS);
            boolean ends = entry.expected().entrySet().stream().anyMatch(it -> it.getValue().result() == Result.VIOLATED
                    && List.of("ReachEnded", "ReachReplaced", "Sound").stream().anyMatch(it.getKey()::startsWith));
            if (sound && !ends) {
                empty.add(entry.name());
            }
        }
        assertEquals(new TreeSet<>(NOTHING_ENDS.keySet()), empty);
    }

    /** One replacement in a valid entry. */
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = ';', value = {
        "\"time\": \"quick\"; \"time\": \"slow\"",
        "\"says\": \"Something.\"; \"says\": \"\"",
        "\"states\": 1; \"states\": -1",
        "\"states\": 1; \"states\": null",
        "\"transitions\": 2; \"transitions\": 0.5",
        "\"result\": \"holds\"; \"result\": \"error\"",
        "\"result\": \"holds\"; \"result\": \"not-run\"",
        "\"result\": \"holds\"; \"result\": \"violated\"",
        "\"result\": \"holds\"; \"result\": \"holds\", \"steps\": 1",
        "\"assumptions\": []; \"assumptions\": [\"\"]",
        "\"assumptions\": [],;",
        "\"name\": \"Small\"; \"name\": \"small model\"",
        "\"module\": \"models/MakerModel.tla\"; \"module\": \"../MakerModel.tla\"",
        "\"time\"; \"temporal\": true, \"time\"",
        "\"time\"; \"temporal\": false, \"time\"",
        "\"time\"; \"note\": \"\", \"time\"",
    })
    void aFaultyEntryIsRefused(String part, String replacement) throws IOException {
        String valid = """
                {"models": [{"name": "Small", "module": "models/MakerModel.tla", "config": "models/Small.cfg",
                  "time": "quick", "says": "Something.", "assumptions": [], "expected": {"TypeOK": {"result": "holds"}},
                  "states": 1, "transitions": 2}]}
                """;
        SmallModel.copySpec(PROJECT, root);
        SmallModel.maker(root, "{}", "Method51");
        Layout layout = new Layout(root);
        Files.writeString(layout.manifest(), valid);
        assertDoesNotThrow(() -> Manifest.read(layout));
        String faulty = valid.replace(part, replacement == null ? "" : replacement);
        Files.writeString(layout.manifest(), faulty);
        assertThrows(BadInput.class, () -> Manifest.read(layout), faulty);
    }
}
