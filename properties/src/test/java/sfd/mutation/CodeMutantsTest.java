package sfd.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sfd.check.BadInput;
import sfd.check.Layout;

/** What is kept of PIT's mutants adds up, and what PIT reports is read as it is. */
class CodeMutantsTest {

    private static final Layout LAYOUT = new Layout(Path.of(System.getProperty("project.root")));

    @TempDir
    Path root;

    @Test
    void theyHaveTheirForm() throws IOException {
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(LAYOUT.spec().resolve("schemas/code-mutants.schema.json")));
        assertEquals(Set.of(), schema.validate(new ObjectMapper().readTree(CodeMutants.KEPT.file(LAYOUT).toFile())));
    }

    @Test
    void allAreCountedAndOfPackagesThatThereAre() {
        for (CodeMutants.OfPackage it : CodeMutants.KEPT.read(LAYOUT).packages()) {
            assertEquals(it.mutants(), it.killed() + it.survivors().size(), it.name());
            assertTrue(CodeMutants.PACKAGES.contains(it.name()), it.name());
            it.survivors().forEach(survivor -> assertTrue(Files.isRegularFile(LAYOUT.root().resolve("reference/src/main/java")
                    .resolve(survivor.place().replaceFirst("(\\$\\w+)*\\.[^.]+$", "").replace('.', '/') + ".java")), survivor.place()));
        }
    }

    private static String mutation(String status, String mutator) {
        return "<mutation detected='" + status.equals("KILLED") + "' status='" + status + "'><mutatedClass>sfd.token.Cookie</mutatedClass>"
                + "<mutatedMethod>of</mutatedMethod><mutator>" + mutator + "</mutator><description>changed it</description></mutation>";
    }

    @Test
    void whatPitReportsIsRead() throws IOException {
        var layout = new Layout(root);
        Files.createDirectories(root.resolve("spec/schemas"));
        Files.copy(LAYOUT.schema("code-mutants"), layout.schema("code-mutants"));
        Files.writeString(root.resolve("mutations.xml"), "<?xml version='1.0'?><mutations>" + mutation("KILLED", "a.MathMutator")
                + mutation("SURVIVED", "a.NegateConditionalsMutator") + mutation("NO_COVERAGE", "a.MathMutator") + mutation("TIMED_OUT", "a.MathMutator")
                + "</mutations>");
        CodeMutants read = CodeMutants.with(layout, root, 40);
        assertEquals(List.of(new CodeMutants.OfPackage("sfd.token", 4, 2, List.of(
                new CodeMutants.Survivor("sfd.token.Cookie.of", "changed it, 2", true, true, ""),
                new CodeMutants.Survivor("sfd.token.Cookie.of", "changed it, 3", false, false, "")))), read.packages());
        CodeMutants.KEPT.write(layout, new CodeMutants(40, List.of(new CodeMutants.OfPackage("sfd.token", 4, 3, List.of(
                new CodeMutants.Survivor("sfd.token.Cookie.of", "changed it, 2", true, true, "Because."))))));
        assertEquals("Because.", CodeMutants.with(layout, root, 40).packages().getFirst().survivors().getFirst().reason());
        assertThrows(BadInput.class, () -> CodeMutants.with(layout, root.resolve("spec"), 40));
    }
}
