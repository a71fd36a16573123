package sfd.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Looking for ids, in small trees made for it. */
class CitationsTest {

    @TempDir
    private Path root;

    @Test
    void findsIdsWithFileAndLine() throws IOException {
        write("spec/Maker.tla", "first", "(* QCD-3-4, QCD-4.5-1. *) READING-6", "SIR-3.2.2-10 and WISH-3");
        assertEquals(
                List.of("QCD-3-4 in spec/Maker.tla:2", "QCD-4.5-1 in spec/Maker.tla:2", "READING-6 in spec/Maker.tla:2",
                        "SIR-3.2.2-10 in spec/Maker.tla:3", "WISH-3 in spec/Maker.tla:3"),
                strings(Citations.scan(root).all()));
    }

    @Test
    void leavesAloneWhatIsNoId() throws IOException {
        write("spec/Maker.tla", "draft-nir-ike-qcd-06 QCD-06 QCD-4.5 BASE-3 XQCD-3-4 QCD-3-4x READING WISH- qcd-3-4");
        assertEquals(List.of(), Citations.scan(root).all());
    }

    /** Neither what was built, nor what belongs to no module, nor octets, nor what judges the catalogue. */
    @ParameterizedTest
    @CsvSource({
        "reference/target/classes/A.java",
        "traces/.cache/a.json",
        "other/A.java",
        "spec/a.png",
        "properties/src/main/java/sfd/catalogue/A.java",
        "properties/src/test/java/sfd/catalogue/ATest.java",
    })
    void isNotLookedAt(String file) throws IOException {
        write(file, "QCD-3-4");
        assertEquals(List.of(), Citations.scan(root).all());
    }

    @ParameterizedTest
    @CsvSource(nullValues = "none", value = {
        "spec/Maker.tla, MODELLED",
        "spec/models/MakerModel.tla, MODELLED",
        "spec/models/deep/MakerModel.tla, MODELLED",
        "spec/models/Maker51.cfg, none",
        "spec/clauses.json, none",
        "spec/FINDINGS.md, none",
        "reference/src/main/java/sfd/qcd/Maker.java, ENFORCED",
        "reference/src/test/java/sfd/qcd/MakerTest.java, TESTED",
        "traces/src/test/java/sfd/traces/WalkTest.java, TESTED",
        "traces/src/test/resources/a.json, TESTED",
        "traces/src/main/java/sfd/traces/Walk.java, none",
        "traces/src/main/resources/a.json, none",
        "traces/qcd/detected.itf.json, TESTED",
        "traces/schemas/trace.schema.json, none",
        "traces/captures/README.md, none",
        "properties/src/main/java/sfd/check/Check.java, TESTED",
        "properties/src/test/java/sfd/lockstep/MakerTest.java, TESTED",
    })
    void countsInOneColumnAtMost(String file, Column column) throws IOException {
        write(file, "QCD-3-4");
        Citations citations = Citations.scan(root);
        assertEquals(1, citations.all().size());
        for (Column each : Column.values()) {
            assertEquals(each == column ? Set.of(file) : Set.of(), citations.files("QCD-3-4", each));
        }
    }

    @Test
    void namesIdsThatTheCatalogueLacks() throws IOException {
        write("spec/Maker.tla", "QCD-3-4", "QCD-3-99");
        assertEquals(List.of("QCD-3-99 in spec/Maker.tla:2"),
                strings(Citations.scan(root).unknown(Catalogue.read(Project.ROOT))));
    }

    @Test
    void coverageTellsCitedFromMissingFromStale() throws IOException {
        write("spec/Maker.tla", "A-citation: QCD-1-1, QCD-1-2, SIR-1-1");
        var catalogue = new Catalogue(Set.of(Clause.Protocol.SIR),
                List.of(clause("QCD-1-1", ""), clause("QCD-1-2", "because"), clause("QCD-1-3", ""),
                        clause("QCD-1-4", "because"), clause("SIR-1-2", ""), clause("WISH-1", "")),
                List.of());
        Coverage coverage = Coverage.of(catalogue, Citations.scan(root));
        assertEquals(List.of("QCD-1-3"), coverage.gaps(Column.MODELLED));
        assertEquals(List.of("QCD-1-1", "QCD-1-2", "QCD-1-3", "QCD-1-4"), coverage.gaps(Column.TESTED));
        assertEquals(
                List.of(new Coverage.Stale("QCD-1-2", Column.MODELLED, sorted("spec/Maker.tla"))), coverage.stale());
        String report = coverage.report();
        assertTrue(report.contains("spec        2 cited,   2 excused,   1 missing: QCD-1-3"), report);
        assertTrue(report.contains("SIR    1 clauses, no coverage demanded"), report);
    }

    private static SortedSet<String> sorted(String file) {
        return new TreeSet<>(Set.of(file));
    }

    private static Clause clause(String id, String notModelled) {
        return new Clause(id, Clause.Protocol.valueOf(id.split("-")[0]), Clause.Level.MUST, false, false, "", "", "",
                "", List.of(), notModelled, "", "", "", "", false);
    }

    private void write(String file, String... lines) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.write(path, List.of(lines));
    }

    private static List<String> strings(List<Citations.Citation> citations) {
        return citations.stream().map(Citations.Citation::toString).toList();
    }
}
