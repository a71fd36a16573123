package sfd.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sfd.catalogue.Catalogue;

/** Generated parts are as they would be generated now, and every expected violation is a finding. */
class DocumentsTest {

    private static final Layout LAYOUT = new Layout(Path.of(System.getProperty("project.root")));
    private static final Manifest MANIFEST = Manifest.read(LAYOUT);

    @Test
    void pagesAreUpToDate() throws IOException {
        Described described = Described.read(LAYOUT);
        for (Map.Entry<Path, String> page : new Documents(LAYOUT, MANIFEST, described).pages().entrySet()) {
            assertEquals(page.getValue(), Files.readString(page.getKey()), page.getKey() + ": run the check with --documents");
        }
    }

    /** The output shown in the README is one run's; what does not depend on the machine must be so today. */
    @Test
    void theReadmeShowsTodaysTotals() throws IOException {
        List<Entry> models = MANIFEST.models().stream().filter(model -> model.time() == Entry.Time.QUICK).toList();
        int properties = models.stream().mapToInt(model -> model.expected().size()).sum();
        long states = models.stream().map(Entry::states).filter(Objects::nonNull).mapToLong(it -> it).sum();
        long transitions = models.stream().map(Entry::transitions).filter(Objects::nonNull).mapToLong(it -> it).sum();
        String totals = String.format(Locale.ROOT, "%d models, %d properties, %d as expected; %,d states, %,d transitions; ",
                models.size(), properties, properties, states, transitions);
        assertTrue(Files.readString(LAYOUT.root().resolve("README.md")).contains(totals), "README.md lacks: " + totals);
    }

    @Test
    void findingsNameWhatExists() throws IOException {
        Catalogue catalogue = Catalogue.read(LAYOUT.root());
        for (Findings.Situation finding : Findings.read(LAYOUT).findings()) {
            finding.clauses().forEach(id -> assertTrue(catalogue.ids().contains(id), finding.id() + " names " + id));
            finding.models().forEach(MANIFEST::get);
        }
    }

    @Test
    void findingsAreNumberedInTheirOrder() {
        List<String> ids = Findings.read(LAYOUT).findings().stream().map(Findings.Situation::id).toList();
        assertEquals(IntStream.rangeClosed(1, ids.size()).mapToObj(number -> "F" + number).toList(), ids);
    }

    @Test
    void everyExpectedViolationIsAFinding() {
        Findings findings = Findings.read(LAYOUT);
        assertEquals(List.of(), MANIFEST.models().stream()
                .filter(model -> !findings.name(model.name()))
                .flatMap(model -> Claims.violated(model).stream().map(property -> model.name() + " " + property))
                .toList());
    }

    @Test
    void everyModelIsDescribed() {
        assertEquals(MANIFEST.models().stream().map(Entry::name).toList(),
                List.copyOf(Described.read(LAYOUT).models().keySet()), "run the check with --documents");
    }

    @Test
    void aModelThatChangedWhatItSaysIsFound() {
        About then = Described.read(LAYOUT).get("QcdOffPath");
        assertEquals(List.of(), Described.stale(LAYOUT, "QcdOffPath", then));
        About now = new About(then.kind(), then.protocol(), then.deployment(), "none", then.parameters(), then.bounds(),
                then.clausesOff(), then.roles(), then.policies());
        assertEquals(1, Described.stale(LAYOUT, "QcdOffPath", now).size());
    }
}
