package sfd.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sfd.catalogue.Catalogue;
import sfd.catalogue.Clause;
import sfd.ike.Address;

/** The cases as data: each can be asked, and each reaction means something. */
class CasesTest {

    private static final Path ROOT = Path.of(System.getProperty("project.root"));
    private static final List<Case> CASES = Cases.read();

    @Test
    void theyHaveTheFormOfTheirSchema() {
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(SchemaLocation.of(
                ROOT.resolve("traces/schemas/probe-cases.schema.json").toUri().toString()));
        assertEquals(List.of(), List.copyOf(schema.validate(Cases.tree())));
    }

    @Test
    void noTwoHaveOneIdAndNoNameIsLeft() {
        assertEquals(CASES.size(), CASES.stream().map(Case::id).collect(Collectors.toSet()).size());
        assertFalse(CASES.toString().contains("$"), () -> CASES.stream().filter(it -> it.toString().contains("$")).toList().toString());
    }

    @Test
    void theClausesAreThoseOfTheCatalogue() throws IOException {
        Catalogue catalogue = Catalogue.read(ROOT);
        assertEquals(catalogue, Catalogue.carried());
        Set<String> cited = CASES.stream().flatMap(it -> it.outcomes().stream()).flatMap(it -> it.clauses().stream()).collect(Collectors.toSet());
        Set<String> known = catalogue.clauses().stream().map(Clause::id).collect(Collectors.toSet());
        cited.removeAll(known);
        assertEquals(Set.of(), cited);
    }

    /** One outcome always holds, none behind it can be meant, and what is judged has a clause. */
    @Test
    void everyReactionHasOneMeaning() {
        for (Case it : CASES) {
            assertTrue(it.outcomes().getLast().when().isEmpty(), it.id());
            for (Case.Outcome outcome : it.outcomes()) {
                assertTrue(outcome == it.outcomes().getLast() || !outcome.when().isEmpty(), it.id() + ": " + outcome.sentence());
                assertTrue(outcome.says().equals("unobservable") || !outcome.clauses().isEmpty(), it.id() + ": " + outcome.sentence());
            }
        }
    }

    @Test
    void conditionsAreAboutStepsThatThereAre() {
        for (Case it : CASES) {
            Set<String> steps = it.steps().stream().map(Case.Step::id).collect(Collectors.toSet());
            assertEquals(it.steps().size(), steps.size(), it.id());
            var named = new HashSet<String>();
            it.outcomes().forEach(outcome -> outcome.when().forEach(condition -> {
                named.add(condition.step());
                if (Set.of("sameTokens", "tokenOf", "sameOctets").contains(condition.word())) {
                    named.add(condition.argument());
                }
            }));
            named.removeAll(steps);
            assertEquals(Set.of(), named, it.id());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MUST, false, '', BREAKS", "MUST_NOT, false, '', BREAKS", "SHOULD, false, '', DEPARTS", "DEF, false, 'a MUST elsewhere', DEPARTS",
        "MAY, false, 'if it is (MUST): so', BREAKS", "MAY, false, 'as one likes', DEPARTS", "MUST, true, '', DEPARTS",
    })
    void itIsAsGraveAsTheWord(Clause.Level level, boolean ours, String rule, Verdict verdict) {
        var clause = new Clause("X", Clause.Protocol.BASE, level, false, ours, "", "", rule, "", List.of(), "", "", "", "", "", false);
        assertEquals(verdict, Verdict.against(List.of(clause)));
    }

    @ParameterizedTest
    @CsvSource({
        "127.9.8.7, true", "10.0.0.1, true", "172.16.0.1, true", "172.31.255.255, true", "192.168.7.7, true", "169.254.1.1, true",
        "::1, true", "fd00::1, true", "fc12::1, true", "fe80::1, true", "febf::1, true", "::ffff:10.0.0.1, true",
        "172.32.0.1, false", "172.15.0.1, false", "11.0.0.1, false", "192.169.0.1, false", "192.0.2.1, false", "::, false",
        "2001:db8::1, false", "fec0::1, false", "fe00::1, false", "::ffff:192.0.2.1, false", "::2, false",
    })
    void neighbours(String address, boolean isNear) {
        assertEquals(isNear, Neighbourhood.holds(Address.parse(address)));
    }
}
