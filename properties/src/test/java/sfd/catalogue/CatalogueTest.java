package sfd.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the schema cannot say about the catalogue. */
class CatalogueTest {

    private static Catalogue catalogue;

    @BeforeAll
    static void read() throws IOException {
        catalogue = Catalogue.read(Project.ROOT);
    }

    @Test
    void clausesAreInOrderAndUnique() {
        assertAscending(catalogue.clauses().stream().map(Clause::id).toList());
    }

    @Test
    void readingsAreInOrderAndUnique() {
        assertAscending(catalogue.readings().stream().map(Reading::id).toList());
    }

    /** A section inside the id's one may be named; a clause of another text than its neighbours has that one's. */
    @Test
    void sectionIsTheOneInTheId() {
        for (Clause clause : catalogue.clauses()) {
            boolean foreign = clause.text().equals("draft-nir-ike-qcd-06");
            if (clause.protocol() != Clause.Protocol.WISH && !foreign) {
                String section = clause.id().split("-")[1].replaceFirst("^\\d{4}\\.", ""); // another RFC's number
                assertTrue((clause.section() + ".").startsWith(section + "."), clause.id() + " in " + clause.section());
            }
        }
    }

    @Test
    void everyReadingButTheOneOnLowerCaseDecidesSomeClause() {
        List<String> deciding = catalogue.clauses().stream().flatMap(clause -> clause.readings().stream()).toList();
        List<String> idle =
                catalogue.readings().stream().map(Reading::id).filter(id -> !deciding.contains(id)).toList();
        assertEquals(List.of("READING-16"), idle);
    }

    /** A reading that a policy can change must name a field that the policy has. */
    @Test
    void policyFieldsExist() throws IOException {
        String policy = Files.readString(Project.ROOT.resolve("spec/Policy.tla"));
        List<String> missing = catalogue.readings().stream()
                .filter(reading -> !reading.policy().isEmpty())
                .filter(reading -> !Pattern.compile("\\b" + reading.policy() + "\\s*\\|->").matcher(policy).find())
                .map(reading -> reading.id() + " wants " + reading.policy())
                .toList();
        assertEquals(List.of(), missing);
    }

    @Test
    void levelsPrintAsTheTextsWriteThem() {
        assertEquals("SHOULD NOT", Clause.Level.SHOULD_NOT.toString());
    }

    private static void assertAscending(List<String> ids) {
        for (int i = 1; i < ids.size(); i++) {
            String before = ids.get(i - 1);
            String id = ids.get(i);
            assertTrue(ORDER.compare(before, id) < 0, before + " stands before " + id);
        }
    }

    /** By protocol, then section, number by number, then the number of the clause. */
    private static final Comparator<String> ORDER = Comparator
            .comparing((String id) -> id.startsWith("READING-") ? 0 : Clause.Protocol.valueOf(part(id, 0)).ordinal())
            .thenComparing(id -> numbers(part(id, 1)), Arrays::compare)
            .thenComparing(id -> numbers(part(id, 2)), Arrays::compare);

    private static String part(String id, int index) {
        String[] parts = id.split("-");
        return index < parts.length ? parts[index] : "0";
    }

    private static int[] numbers(String section) {
        return Arrays.stream(section.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }
}
