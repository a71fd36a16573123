package sfd.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sfd.lockstep.SmallModel;
import sfd.traces.json.JsonValue;
import sfd.worlds.Section;
import sfd.worlds.Worlds;

/** What somebody writes by hand comes into the data, and nothing else changes. */
class ImportingTest {

    private static final Path PROJECT = Path.of(System.getProperty("project.root"));

    @TempDir
    Path root;

    private Layout layout;

    @BeforeEach
    void copy() throws IOException {
        SmallModel.copySpec(PROJECT, root);
        layout = new Layout(root);
        for (String file : new String[] {"manifest.json", "worlds.json"}) {
            Files.copy(PROJECT.resolve("spec").resolve(file), layout.spec().resolve(file));
        }
        GeneratedFiles.write(ModelFiles.of(layout, Manifest.read(new Layout(PROJECT))));
    }

    private String imported() {
        var told = new ByteArrayOutputStream();
        new Importing(layout, new PrintStream(told, true, StandardCharsets.UTF_8)).run();
        return told.toString(StandardCharsets.UTF_8);
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new HashMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.filter(it -> it.toString().matches(".*\\.(cfg|tla)")).toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return files;
    }

    @Test
    void nothingIsNewWhereNothingIs() throws IOException {
        assertEquals("", imported());
        assertEquals(Files.readString(PROJECT.resolve("spec/worlds.json")), Files.readString(layout.spec().resolve("worlds.json")));
        assertEquals(Files.readString(PROJECT.resolve("spec/manifest.json")), Files.readString(layout.manifest()));
    }

    /** From the modules and configurations of all models back to the data, and from these to the same files. */
    @Test
    void everyModelComesBackFromItsFiles() throws IOException {
        Map<String, String> before = files(layout.spec().resolve("models"));
        String manifest = Files.readString(layout.manifest());
        Files.writeString(layout.manifest(), manifest.replaceAll("\\s+\"(policy|constants)\": .*", ""));
        String worlds = Files.readString(layout.spec().resolve("worlds.json"));
        // A section of each module stays, so that it is known as a module of worlds.
        Worlds all = Worlds.read(layout.spec());
        new Worlds(all.groups(), all.words(), all.sections().stream().map(it -> new Section(it.module(), it.title(),
                it.worlds().subList(0, 1))).toList()).write(layout.spec());
        imported();
        assertEquals(JsonValue.parse(manifest), JsonValue.parse(Files.readString(layout.manifest())));
        assertEquals(worlds, Files.readString(layout.spec().resolve("worlds.json")));
        GeneratedFiles.write(ModelFiles.of(layout, Manifest.read(layout)));
        assertEquals(before, files(layout.spec().resolve("models")));
    }

    @Test
    void aWorldAndAConfigurationWrittenByHandAreTakenIn() throws IOException {
        Path module = layout.spec().resolve("models/Worlds.tla");
        Files.writeString(module, Files.readString(module).replaceFirst("\n=+\\s*$", """

                \\\\* Two crashes, and a name for it.
                TwiceOneSa == [OneSa(Detects) EXCEPT !.faults = [OneCrash EXCEPT !.crash = 2]]
                ====
                """));
        Files.writeString(layout.spec().resolve("models/QcdTwiceOneSa.cfg"), """
                SPECIFICATION FairSpec
                CONSTANTS
                  Off = {"QCD-5.3-1"}
                  World <- TwiceOneSa
                PROPERTY DetectedProp
                """);
        String role = Files.readString(layout.spec().resolve("models/Maker51.cfg"));
        Files.writeString(layout.spec().resolve("models/MakerFew.cfg"), role.replace("\"all\"", "\"few\""));
        String told = imported();
        assertTrue(told.contains("TwiceOneSa is new: Detects with {faults.crash=2, pairs=<<1>>}"), told);
        Worlds worlds = Worlds.read(layout.spec());
        assertEquals("Two crashes, and a name for it.", worlds.find("TwiceOneSa").orElseThrow().note());
        Manifest manifest = Manifest.read(layout);
        Entry entry = manifest.get("QcdTwiceOneSa");
        assertEquals("TwiceOneSa", entry.world());
        assertTrue(entry.temporal() && entry.off().equals(List.of("QCD-5.3-1")) && entry.expected().isEmpty());
        assertEquals("\"few\"", manifest.get("MakerFew").constants().get("Offers").toString());
        // A second time there is nothing new, and what the person looked for is still there to be looked for.
        assertEquals("", imported());
        assertEquals(Set.of(), ModelFiles.of(layout, manifest).keySet().stream()
                .filter(it -> it.toString().matches(".*(QcdTwiceOneSa|MakerFew).*")).collect(Collectors.toSet()));
    }

    @Test
    void aWorldThatIsOtherwiseNowIsTakenSo() throws IOException {
        Path module = layout.spec().resolve("models/SirWorlds.tla");
        Files.writeString(module, Files.readString(module).replace("SirSoonLost == [", "SirSoonLost == [OneSa(SirSoon) EXCEPT !.counts = TRUE]\nOld == ["));
        String told = imported();
        assertTrue(told.startsWith("SirSoonLost is otherwise: SirSoon with {pairs=<<1>>}"), told);
    }

    @Test
    void whatTlcRefusesIsSaidInALine() throws IOException {
        Path module = layout.spec().resolve("models/Worlds.tla");
        Files.writeString(module, Files.readString(module).replace("OnPath == [OffPath", "OnPath == [OfPath"));
        String said = assertThrows(BadInput.class, this::imported).getMessage();
        assertTrue(said.contains("Worlds.tla:") && said.contains("OfPath") && !said.contains("\n"), said);
    }

    @Test
    void aConfigurationThatSaysWhatTheDataCannotIsSaidInALine() throws IOException {
        Files.writeString(layout.spec().resolve("models/Odd.cfg"), "SPECIFICATION Spec\nSYMMETRY Perms\n");
        String said = assertThrows(BadInput.class, this::imported).getMessage();
        assertTrue(said.contains("SYMMETRY") && !said.contains("\n"), said);
    }

    @Test
    void aModuleThatDoesNotSayWhatIsByHandIsNotWritten() throws IOException {
        Path module = layout.spec().resolve("models/Worlds.tla");
        Files.writeString(module, Files.readString(module).replace("From here on", "From there on"));
        String said = assertThrows(BadInput.class, () -> ModelFiles.of(layout, Manifest.read(layout))).getMessage();
        assertTrue(said.startsWith("spec/models/Worlds.tla lacks the line") && !said.contains("\n"), said);
    }

    /** TLC passes over it without a word, and the world would be the one that it differs from. */
    @Test
    void aFieldThatNoWorldHasIsNotPassedOver() throws IOException {
        Path module = layout.spec().resolve("models/Worlds.tla");
        Files.writeString(module, Files.readString(module).replace("OnPath == [OffPath EXCEPT", "OnPath == [OffPath EXCEPT !.bob.sir.dely = 1,"));
        assertEquals("OnPath changes the field bob.sir.dely, which no world has", assertThrows(BadInput.class, this::imported).getMessage());
    }
}
