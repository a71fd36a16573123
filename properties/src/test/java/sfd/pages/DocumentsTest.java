package sfd.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sfd.catalogue.Catalogue;
import sfd.check.About;
import sfd.check.Described;
import sfd.check.Entry;
import sfd.check.Layout;
import sfd.check.Manifest;

/** Generated parts are as they would be generated now, and every expected violation is a finding. */
class DocumentsTest {

    private static final Layout LAYOUT = new Layout(Path.of(System.getProperty("project.root")));
    /** Sections, looked up, that the catalogue takes no clause from, or names by the section they are part of. */
    private static final Set<String> NO_CLAUSE_FROM = Set.of("RFC 7296 1.3.2", "RFC 7296 2.1", "draft-detienne-ikev2-recovery-03 2.1.1",
            "draft-nir-ike-qcd-06 3", "draft-nir-ike-qcd-06 4.5", "draft-nir-ike-qcd-06 6", "draft-nir-ike-qcd-06 9.3");
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
    void theTenAreDifferentFindings() {
        Findings findings = Findings.read(LAYOUT);
        List<String> ten = findings.foremost().stream().map(it -> findings.get(it.finding()).id()).toList();
        assertEquals(10, Set.copyOf(ten).size(), ten::toString);
    }

    /** A section that a finding leans on is one that the catalogue takes clauses from, or one that is named above. */
    @Test
    void findingsLeanOnSectionsThatTheCatalogueHas() throws IOException {
        Catalogue catalogue = Catalogue.read(LAYOUT.root());
        Set<String> known = Stream.concat(NO_CLAUSE_FROM.stream(),
                catalogue.clauses().stream().map(clause -> clause.text() + " " + clause.section())).collect(Collectors.toSet());
        List<String> unknown = Findings.read(LAYOUT).findings().stream().flatMap(it -> it.places().stream())
                .map(place -> place.text() + " " + place.section()).distinct().sorted().filter(it -> !known.contains(it)).toList();
        assertEquals(List.of(), unknown);
    }

    /** The picture of the README, and those of the findings, are there; nobody else's picture is. */
    @Test
    void everyPictureIsShown() throws IOException {
        String pages = Files.readString(LAYOUT.root().resolve("README.md")) + Files.readString(LAYOUT.spec().resolve("FINDINGS.md"));
        try (Stream<Path> files = Files.list(LAYOUT.spec().resolve("pictures"))) {
            List<Path> pictures = files.toList();
            assertEquals(Pictures.of(LAYOUT).keySet(), Set.copyOf(pictures));
            pictures.forEach(it -> assertTrue(pages.contains("](pictures/" + it.getFileName() + ")"), it::toString));
        }
        assertTrue(pages.contains("](spec/pictures/question-answered-first.svg)"));
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
                then.clausesOff(), then.assumed(), then.roles(), then.policies());
        assertEquals(1, Described.stale(LAYOUT, "QcdOffPath", now).size());
    }
}
