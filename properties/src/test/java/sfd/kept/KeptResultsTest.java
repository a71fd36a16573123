package sfd.kept;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sfd.check.Entry;
import sfd.check.Examined;
import sfd.check.Known;
import sfd.check.Layout;
import sfd.check.Manifest;
import sfd.traces.tlc.Walk;

/** A result stands until something changes that it depends on, and never longer. */
class KeptResultsTest {

    private static final String CODE = "this code";

    /** As it was when the result was kept. */
    @TempDir
    static Path before;
    private static SmallProject kept;

    /** What a test may change. */
    @TempDir
    Path root;
    private SmallProject project;

    @BeforeAll
    static void keep() throws IOException {
        kept = SmallProject.in(before, "HalfOpenUnknown", "\"result\": \"violated\", \"steps\": 2");
        Examined first = kept.check(KeptResults.of(kept.layout(), CODE));
        assertTrue(first.asExpected() && !first.kept(), () -> first.problems().toString());
    }

    @BeforeEach
    void copy() throws IOException {
        try (Stream<Path> files = Files.walk(before)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = root.resolve(before.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        project = new SmallProject(new Layout(root));
    }

    private KeptResults results(String code) {
        return KeptResults.of(project.layout(), code);
    }

    private Examined check() {
        return project.check(results(CODE));
    }

    private boolean isKnown() {
        return results(CODE).of(project.entry()).isPresent();
    }

    @Test
    void whatIsKeptIsWhatWasFound() {
        Examined second = check();
        Examined first = project.check(Known.NOTHING);
        assertTrue(second.kept() && second.asExpected() && !first.kept());
        assertEquals(new Examined(first.entry(), first.about(), first.modules(), first.findings(), first.states(), first.transitions(),
                first.initial(), first.replay().map(KeptModel.Replayed::of).map(KeptModel.Replayed::replay), first.problems(),
                second.seconds(), true), second);
        assertTrue(Files.isRegularFile(root.resolve("target/check/traces/Small-NoTokenForExistingSaProp.itf.json")));
    }

    /** Of the modules all that TLC reads, whatever extends or instantiates them. */
    static Stream<String> ingredients() {
        var files = new ArrayList<String>();
        Layout project = new Layout(Path.of(System.getProperty("project.root")));
        Entry maker = Manifest.read(project).get("Maker51");
        try (Walk walk = Walk.open(maker.model(project))) {
            walk.modules().forEach(module -> maker.model(project).find(module + ".tla")
                    .ifPresent(file -> files.add(project.root().relativize(file).toString())));
        }
        assertTrue(files.containsAll(List.of("spec/models/MakerModel.tla", "spec/Maker.tla", "spec/Hints.tla", "spec/Secrets.tla")));
        files.addAll(List.of("spec/models/Small.cfg", "spec/manifest.json", "spec/models/models.json"));
        return files.stream();
    }

    @ParameterizedTest
    @MethodSource("ingredients")
    void whatChangesIsCheckedAgain(String file) throws IOException {
        Path changed = root.resolve(file);
        String text = Files.readString(changed);
        Files.writeString(changed, switch (changed.getFileName().toString()) {
            case "manifest.json" -> text.replace("A small one.", "Another one.");
            case "models.json" -> text.replace("\"single\"", "\"standby\"");
            default -> text.endsWith("cfg") ? text + "\n" : text.replaceFirst("\n", "\n\n");
        });
        assertFalse(isKnown());
        Files.writeString(changed, text);
        assertTrue(isKnown());
    }

    @Test
    void otherCodeChecksAgain() {
        assertFalse(results("other code").of(project.entry()).isPresent());
    }

    /** What the model does not read changes nothing for it. */
    @ParameterizedTest
    @ValueSource(strings = {"spec/models/TakerModel.tla", "spec/models/QcdWorlds.tla"})
    void whatIsNotReadChangesNothing(String file) throws IOException {
        Files.writeString(root.resolve(file), "nothing");
        assertTrue(isKnown());
    }

    /** The committed attack is looked for in the graph: another one, or none, has to be looked for again. */
    @Test
    void committedTracesAreIngredients() throws IOException {
        Path trace = Files.createDirectories(root.resolve("traces/itf")).resolve("Small.NoTokenForExistingSaProp.itf.json");
        Files.copy(root.resolve("target/check/traces/Small-NoTokenForExistingSaProp.itf.json"), trace);
        assertFalse(isKnown());
    }

    /** A module of the spec that stands in for a standard one, or a class for a module's operators. */
    @ParameterizedTest
    @ValueSource(strings = {"Naturals.tla", "Maker.class"})
    void whatComesToStandBeforeAnotherOne(String file) throws IOException {
        Files.writeString(root.resolve("spec").resolve(file), "---- MODULE Naturals ----\n====\n");
        assertFalse(isKnown());
    }

    @Test
    void whatIsNotAsExpectedIsNotKept() throws IOException {
        String expected = Files.readString(root.resolve("spec/manifest.json"));
        project.manifest(expected.replace("\"violated\", \"steps\": 2", "\"holds\""));
        for (int time = 0; time < 2; time++) {
            Examined found = check();
            assertFalse(found.asExpected() || found.kept());
        }
        project.manifest(expected);
        assertFalse(isKnown());
    }

    /** Whether TLC read the text before or after nobody knows. */
    @Test
    void whatIsSavedWhileItIsCheckedIsNotKept() throws IOException {
        KeptResults begun = results("other code");
        Path maker = root.resolve("spec/Maker.tla");
        String text = Files.readString(maker);
        Files.writeString(maker, text.replaceFirst("\n", "\n\n"));
        assertFalse(project.check(begun).kept());
        assertFalse(results("other code").of(project.entry()).isPresent());
        Files.writeString(maker, text);
        assertFalse(results("other code").of(project.entry()).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"kept.json", "NoTokenForExistingSaProp.itf.json"})
    void whatCannotBeReadIsNotKnown(String file) throws IOException {
        Path half = root.resolve("target/kept/Small").resolve(file);
        Files.writeString(half, Files.readString(half).substring(0, 100));
        assertFalse(isKnown());
        Files.delete(half);
        assertFalse(isKnown());
    }

    @Test
    void partsDoNotRunTogether() {
        assertFalse(new Sha().add("ab").add("c").hex().equals(new Sha().add("a").add("bc").hex()));
        assertFalse(new Sha().add("ab").hex().equals(new Sha().add("ab").add("").hex()));
    }
}
