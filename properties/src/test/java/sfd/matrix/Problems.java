package sfd.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import sfd.check.About;
import sfd.check.Described;
import sfd.check.Expectation;
import sfd.check.Result;

/** What is wrong with a matrix, a line each. */
final class Problems {

    private Problems() {
    }

    /** System models that are in no cell, and are not named as such; or are both. */
    static List<String> leftOut(Matrix matrix) {
        Set<String> named = matrix.situations().asides().stream().map(Situations.Aside::model).collect(Collectors.toSet());
        Set<String> placed = matrix.cells().stream().flatMap(it -> matrix.evidence(it.place()).stream()).map(Evidence::model)
                .collect(Collectors.toSet());
        return matrix.models().stream().map(Modelled::name).filter(it -> named.contains(it) == placed.contains(it)).toList();
    }

    /** Models in a cell of a protocol or against an attacker that they say they are not about. */
    static List<String> misplaced(Matrix matrix, Described described) {
        Map<String, String> attackers = Map.of("none", "none", "blind", "off-path", "offPath", "off-path", "onPath", "on-path",
                "inTheMiddle", "in-the-middle");
        List<String> misplaced = new ArrayList<>();
        matrix.cells().forEach(cell -> matrix.evidence(cell.place()).forEach(it -> {
            About about = described.get(it.model());
            if (!cell.place().protocol().startsWith(about.protocol()) || !attackers.get(cell.place().attacker()).equals(about.attacker())) {
                misplaced.add(it.model() + " in " + cell.place());
            }
        }));
        return misplaced;
    }

    /** Cells whose own models decide otherwise than each other, or than what another cell implies; or that have a reason to be empty. */
    static List<String> contradictions(Matrix matrix) {
        List<String> wrong = new ArrayList<>();
        for (Cell cell : matrix.cells()) {
            List<Evidence> own = matrix.evidence(cell.place());
            boolean fails = !Matrix.deciding(own, Cell.Kind.FAILS).isEmpty();
            boolean holds = !Matrix.deciding(own, Cell.Kind.HOLDS).isEmpty();
            if (fails && (holds || matrix.implied(cell.place(), Cell.Kind.HOLDS).isPresent())
                    || holds && matrix.implied(cell.place(), Cell.Kind.FAILS).isPresent()) {
                wrong.add("decided both ways: " + cell.place() + own);
            }
            if (cell.kind() == Cell.Kind.NOT_APPLICABLE && !own.isEmpty()
                    || !own.isEmpty() && matrix.situations().reason(cell.place(), Reason.Kind.NOT_APPLICABLE).isPresent()) {
                wrong.add("not applicable, and modelled: " + cell.place() + own);
            }
        }
        return wrong;
    }

    /** Pairs of models of which one has every behaviour of the other, and whose verdicts do not go together. */
    static List<String> disagreements(List<Modelled> models) {
        List<String> wrong = new ArrayList<>();
        pairs(models).forEach(it -> it.wide().verdicts().forEach((property, wide) -> {
            Expectation narrow = it.narrow().verdicts().get(property);
            boolean counts = property.startsWith("ReachBound") || property.startsWith("Unanswered");
            if (narrow != null && !counts && (wide.result() == Result.HOLDS && narrow.result() == Result.VIOLATED
                    || wide.steps() != null && narrow.steps() != null && wide.steps() > narrow.steps())) {
                wrong.add(property + ": " + it.wide().name() + " " + wide + ", " + it.narrow().name() + " " + narrow);
            }
        }));
        return wrong;
    }

    record Pair(Modelled wide, Modelled narrow) {
    }

    static List<Pair> pairs(List<Modelled> models) {
        return models.stream().flatMap(wide -> models.stream().filter(it -> it != wide && Wider.isWider(wide.world(), it.world()))
                .map(it -> new Pair(wide, it))).toList();
    }
}
