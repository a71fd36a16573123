package sfd.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The tree against the catalogue. */
class CoverageTest {

    private static Catalogue catalogue;
    private static Citations citations;
    private static Coverage coverage;

    @BeforeAll
    static void scan() throws IOException {
        catalogue = Catalogue.read(Project.ROOT);
        citations = Citations.scan(Project.ROOT);
        coverage = Coverage.of(catalogue, citations);
    }

    @Test
    void everyIdThatIsCitedExists() {
        assertEquals(List.of(), citations.unknown(catalogue));
    }

    @Test
    void noReasonIsContradictedByACitation() {
        assertEquals(List.of(), coverage.stale());
    }

    @Test
    void everyClauseHasAPlaceOrAReason() {
        System.out.println(coverage.report());
        for (Column column : Column.values()) {
            assertEquals(List.of(), coverage.gaps(column), column.title());
        }
    }

    /** Without it a wrong root would find nothing wrong. */
    @Test
    void theTreeWasFound() {
        for (Column column : Column.values()) {
            assertTrue(catalogue.clauses().stream().anyMatch(clause -> !citations.files(clause.id(), column).isEmpty()),
                    column.title());
        }
    }
}
