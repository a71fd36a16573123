package sfd.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sfd.catalogue.Catalogue;

/** Generated parts are as they would be generated now, and every expected violation is a finding. */
class DocumentsTest {

    private static final Layout LAYOUT = new Layout(Path.of(System.getProperty("project.root")));
    private static final Manifest MANIFEST = Manifest.read(LAYOUT);

    @Test
    void pagesAreUpToDate() throws IOException {
        for (Map.Entry<Path, String> page : new Documents(LAYOUT, MANIFEST).pages().entrySet()) {
            assertEquals(page.getValue(), Files.readString(page.getKey()), page.getKey() + ": run the check with --documents");
        }
    }

    @Test
    void findingsNameWhatExists() throws IOException {
        Catalogue catalogue = Catalogue.read(LAYOUT.root());
        for (Documents.Finding finding : new Documents(LAYOUT, MANIFEST).findings()) {
            finding.clauses().forEach(id -> assertEquals(true, catalogue.ids().contains(id), finding.id() + " names " + id));
            finding.models().forEach(MANIFEST::get);
        }
    }

    @Test
    void everyViolationOfASystemIsAFinding() {
        List<Documents.Finding> findings = new Documents(LAYOUT, MANIFEST).findings();
        assertEquals(List.of(), MANIFEST.models().stream()
                .filter(model -> model.module().equals("models/Worlds.tla"))
                .filter(model -> model.expected().entrySet().stream().anyMatch(claim ->
                        !claim.getKey().startsWith("Reach") && claim.getValue().result() == Result.VIOLATED))
                .map(Entry::name)
                .filter(model -> findings.stream().noneMatch(finding -> finding.models().contains(model)))
                .toList());
    }
}
