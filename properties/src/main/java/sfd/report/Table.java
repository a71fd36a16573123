package sfd.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import sfd.matrix.Axis;
import sfd.matrix.Cell;
import sfd.matrix.Circumstance;
import sfd.matrix.Claim;
import sfd.matrix.Evidence;
import sfd.matrix.Matrix;
import sfd.matrix.Situations;
import sfd.matrix.Square;

/**
 * The part of the matrix about one claim: deployments down, protocols across.
 *
 * @param columns protocols of which there is something to say
 * @param notes why there is nothing elsewhere
 * @param asides what models show in further circumstances
 */
record Table(String id, String words, List<String> columns, List<Row> rows, List<String> notes, List<Aside> asides) {

    /** @param boxes one for each protocol */
    record Row(String deployment, List<Box> boxes) {
    }

    /** @param silent that there is nothing, and the mark of the note that says why; else empty */
    record Box(List<Chip> chips, String silent) {
    }

    /** @param marked holds, fails, or aside @param link the counterexample or the model; empty where this run does not have it */
    record Chip(String marked, String sign, String words, String small, String link) {
    }

    record Aside(String cell, String circumstances, Chip chip) {
    }

    static List<Table> of(Matrix matrix, List<Shown> models) {
        var made = new Maker(matrix, models.stream().collect(Collectors.toMap(Shown::name, it -> it)));
        return matrix.situations().claims().stream().map(made::table).toList();
    }

    /** What a reader sees of cells. @param run the models that the run has */
    private record Maker(Matrix matrix, Map<String, Shown> run) {

        Table table(Claim claim) {
            Situations all = matrix.situations();
            List<Axis> shown = all.protocols().stream().filter(it -> !matrix.isSilent(it.id(), claim.id())).toList();
            Map<String, String> marks = new LinkedHashMap<>();
            List<Row> rows = all.deployments().stream().map(deployment -> new Row(deployment.words(), shown.stream()
                    .map(it -> box(matrix.square(it.id(), deployment.id(), claim.id()), marks)).toList())).toList();
            List<String> notes = new ArrayList<>();
            marks.forEach((because, mark) -> notes.add(mark + ": " + because));
            all.protocols().stream().filter(it -> !shown.contains(it)).forEach(it -> notes.add(it.words() + ": "
                    + matrix.silence(it.id(), claim.id()).kind() + ". " + matrix.silence(it.id(), claim.id()).words()));
            return new Table(claim.id(), Models.capital(claim.words()), shown.stream().map(Axis::words).toList(), rows, notes, asides(claim));
        }

        private Box box(Square square, Map<String, String> marks) {
            if (square.silent().isPresent()) {
                Cell cell = square.silent().get();
                return new Box(List.of(), cell.kind() + " " + marks.computeIfAbsent(cell.words(), it -> "(" + (char) ('a' + marks.size()) + ")"));
            }
            List<Chip> chips = new ArrayList<>();
            square.strongestHolding().ifPresent(it -> chips.add(chip(it, "holds" + against(it))));
            square.weakestFailing().ifPresent(it -> chips.add(chip(it, "fails" + against(it))));
            square.open().stream().filter(it -> it.kind() == Cell.Kind.IN_CIRCUMSTANCES).forEach(it ->
                    chips.add(new Chip("aside", "–", "only in circumstances" + against(it), "", "")));
            List<Cell> undecided = square.open().stream().filter(it -> it.kind() != Cell.Kind.IN_CIRCUMSTANCES).toList();
            if (!undecided.isEmpty()) {
                chips.add(new Chip("aside", "–", "no model", undecided.stream().map(this::attacker).collect(Collectors.joining("; ")), ""));
            }
            return new Box(chips, "");
        }

        private Chip chip(Cell cell, String words) {
            Evidence shown = cell.deciding().stream().filter(it -> run.containsKey(it.model())).findFirst().or(cell::first).orElseThrow();
            Set<String> assumed = Set.copyOf(cell.assumed());
            return chip(shown, words, (cell.isImplied() ? "as implied by " : "") + shown.model()
                    + (assumed.isEmpty() ? "" : ", if " + String.join(" and ", assumed)));
        }

        private Chip chip(Evidence it, String words, String small) {
            String length = it.holds() ? "" : it.steps() == null ? " in the long run" : " in " + it.steps() + " steps";
            return new Chip(it.holds() ? "holds" : "fails", it.holds() ? "✓" : "✗", words + length, small, link(it));
        }

        private String link(Evidence it) {
            Shown model = run.get(it.model());
            return model == null ? "" : model.claims().stream().anyMatch(claim -> claim.property().equals(it.property()) && claim.attack() != null)
                    ? "attack-" + it.model() + "-" + it.property() : "model-" + it.model();
        }

        private String attacker(Cell cell) {
            return Situations.words(matrix.situations().attackers(), cell.place().attacker());
        }

        private String against(Cell cell) {
            return cell.place().attacker().equals("none") ? ", nobody attacking" : ", he " + attacker(cell);
        }

        private List<Aside> asides(Claim claim) {
            Map<String, Aside> asides = new LinkedHashMap<>();
            for (Cell cell : matrix.cells()) {
                if (cell.place().claim().equals(claim.id()) && !matrix.isSame(cell.place())) {
                    cell.aside().stream().filter(it -> !it.circumstances().isEmpty()).forEach(it -> asides.put(cell.place() + it.model(),
                            new Aside(Situations.words(matrix.situations().protocols(), cell.place().protocol()) + "; "
                                    + Situations.words(matrix.situations().deployments(), cell.place().deployment()) + "; " + attacker(cell),
                                    it.circumstances().stream().map(Circumstance::words).collect(Collectors.joining("; ")),
                                    chip(it, it.holds() ? "holds" : "fails", it.model()))));
                }
            }
            return List.copyOf(asides.values());
        }
    }
}
