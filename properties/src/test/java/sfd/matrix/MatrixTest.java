package sfd.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import sfd.catalogue.Catalogue;
import sfd.check.Described;
import sfd.check.Entry;
import sfd.check.Expectation;
import sfd.check.Layout;
import sfd.check.Manifest;
import sfd.check.Result;

/** Every model has its place, every verdict is the manifest's, and what is implied is so wherever a model of its own can tell. */
class MatrixTest {

    private static final Layout LAYOUT = new Layout(Path.of(System.getProperty("project.root")));
    private static final Manifest MANIFEST = Manifest.read(LAYOUT);
    private static final Described DESCRIBED = Described.read(LAYOUT);
    private static Matrix matrix;

    @BeforeAll
    static void compute() {
        matrix = Matrix.of(LAYOUT, MANIFEST, Entry::expected);
    }

    private static Matrix with(UnaryOperator<Axis> protocols, UnaryOperator<List<Axis>> attackers, List<Modelled> models) {
        Situations it = matrix.situations();
        return new Matrix(new Situations(it.protocols().stream().map(protocols).toList(), it.deployments(), attackers.apply(it.attackers()),
                it.claims(), it.circumstances(), it.reasons(), it.same(), it.asides()), models);
    }

    @Test
    void everySystemModelIsInACellOrNamed() {
        assertEquals(List.of(), Problems.leftOut(matrix));
        assertEquals(List.of(), Problems.misplaced(matrix, DESCRIBED));
    }

    @Test
    void everyVerdictIsTheManifests() {
        for (Cell cell : matrix.cells()) {
            cell.deciding().forEach(it -> {
                Expectation expected = MANIFEST.get(it.model()).expected().get(it.property());
                assertEquals(new Expectation(cell.fails() ? Result.VIOLATED : Result.HOLDS, it.steps()), expected, cell.place() + " " + it);
                assertTrue(cell.holds() || cell.fails(), cell.place()::toString);
            });
            assertEquals(cell.holds() || cell.fails(), !cell.deciding().isEmpty(), cell.place()::toString);
            cell.aside().forEach(it -> assertEquals(it.holds() ? Result.HOLDS : Result.VIOLATED,
                    MANIFEST.get(it.model()).expected().get(it.property()).result()));
        }
    }

    /** Each kind of unfairness is told by its own name. */
    @Test
    void whatIsUnfairIsNamed() {
        List<Circumstance> kinds = matrix.situations().circumstances().stream().filter(it -> it.effect() == Circumstance.Effect.OTHERWISE
                && it.when().stream().anyMatch(when -> when.field().equals("unfair"))).toList();
        for (Modelled model : matrix.models()) {
            boolean fair = model.world().field("unfair").elements().isEmpty();
            assertEquals(fair ? 0 : 1, kinds.stream().filter(it -> it.mattersIn(model.world(), "detection")).count(), model.name());
        }
    }

    @Test
    void nothingIsDecidedBothWays() {
        assertEquals(List.of(), Problems.contradictions(matrix));
    }

    /** What implication leans on, asked of the models themselves: with more that may happen nothing begins to hold, or fails later. */
    @Test
    void modelsThatHaveAllOfAnothersBehavioursAgreeWithIt() {
        assertTrue(Problems.pairs(matrix.models()).size() > 50);
        assertEquals(List.of(), Problems.disagreements(matrix.models()));
    }

    @Test
    void whatReasonsNameIsThere() throws IOException {
        Situations all = matrix.situations();
        Set<String> clauses = Catalogue.read(LAYOUT.root()).ids();
        all.reasons().stream().map(Reason::clause).filter(it -> it != null).forEach(it -> assertTrue(clauses.contains(it), it));
        all.same().forEach(it -> assertTrue(clauses.contains(it.clause()), it.clause()));
        all.asides().forEach(it -> MANIFEST.get(it.model()));
        Set<String> ids = new HashSet<>();
        List.of(all.protocols(), all.deployments(), all.attackers()).forEach(axis -> axis.forEach(it -> assertTrue(ids.add(it.id()), it.id())));
        Set<String> circumstances = all.circumstances().stream().map(Circumstance::id).collect(Collectors.toSet());
        all.deployments().forEach(it -> assertTrue(circumstances.containsAll(it.expects()), it.id()));
        all.reasons().forEach(it -> List.of(orNone(it.protocols()), orNone(it.deployments()), orNone(it.attackers()))
                .forEach(named -> assertTrue(ids.containsAll(named), it.because())));
        all.same().forEach(it -> assertTrue(ids.contains(it.deployment()) && ids.contains(it.as()) && ids.containsAll(it.protocols())));
    }

    private static List<String> orNone(List<String> ids) {
        return ids == null ? List.of() : ids;
    }

    @Test
    void aWrongConditionIsNoticed() {
        Matrix noSir = with(it -> it.id().equals("sir") ? new Axis(it.id(), it.words(), qcd(it), it.expects()) : it, it -> it, matrix.models());
        assertFalse(Problems.leftOut(noSir).isEmpty());
        assertFalse(Problems.misplaced(noSir, DESCRIBED).isEmpty());
        Matrix everybody = with(it -> it, attackers -> attackers.stream().map(it -> it.id().equals("onPath")
                ? new Axis(it.id(), it.words(), List.of(new Condition("attacker", null, List.of(new TextNode("none")), null)), List.of()) : it).toList(),
                matrix.models());
        assertFalse(Problems.misplaced(everybody, DESCRIBED).isEmpty());
        assertFalse(Problems.contradictions(everybody).isEmpty());
    }

    private static List<Condition> qcd(Axis axis) {
        return axis.when().stream().map(it -> it.field().equals("protocol")
                ? new Condition("protocol", List.of(new TextNode("qcd")), null, null) : it).toList();
    }

    @Test
    void aFalseImplicationIsNoticed() {
        assertFalse(Problems.contradictions(with(it -> it, List::reversed, matrix.models())).isEmpty());
    }

    @Test
    void aFalseVerdictIsNoticed() {
        List<Modelled> models = new ArrayList<>(matrix.models());
        models.replaceAll(it -> it.name().equals("QcdChildMappedOneSa") ? verdict(it, "SoundGoneProp", new Expectation(Result.VIOLATED, 3)) : it);
        assertFalse(Problems.contradictions(with(it -> it, it -> it, models)).isEmpty());
        assertFalse(Problems.disagreements(models).isEmpty());
    }

    private static Modelled verdict(Modelled model, String property, Expectation verdict) {
        Map<String, Expectation> verdicts = new TreeMap<>(model.verdicts());
        verdicts.put(property, verdict);
        return new Modelled(model.name(), model.world(), verdicts, model.leansOn());
    }
}
