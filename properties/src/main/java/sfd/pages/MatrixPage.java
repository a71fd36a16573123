package sfd.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import sfd.matrix.Axis;
import sfd.matrix.Cell;
import sfd.matrix.Circumstance;
import sfd.matrix.Claim;
import sfd.matrix.Evidence;
import sfd.matrix.Matrix;
import sfd.matrix.Situations;
import sfd.matrix.Square;

/** {@code spec/MATRIX.md}: every protocol in every situation, a table for each claim. */
final class MatrixPage {

    private static final String HEAD = """
            # Every protocol in every situation

            Made by `--documents` from [situations.json](situations.json), [worlds.json](worlds.json) and what the
            [manifest](manifest.json) expects, which every run of the check compares. A cell says against which strongest attacker a
            claim holds and against which weakest it fails, with a model for each. A model decides a cell if its world has no more than
            the cell says: what holds where more may happen counts, and what fails where less may. Behind an arrow (→) nothing was run for the
            cell itself: what holds against a stronger attacker in a model holds against a weaker one in it, what fails against a weaker one
            fails against a stronger one, and what no member holds is not served either. Everything is within the bounds of its model.
            "Leaning on" names [assumptions](assumptions.json) without which the claim falls in a model that decides; larger models
            were not asked. In the models of detection Alice never gives up, so that she has to know; with IKEv2 alone giving up is how she knows.

            From the weakest to the strongest: nobody attacks; he is off the path, not knowing the SPIs in use; off it, knowing them; on
            the path, reading all; in the middle, dropping too.

            """;

    private final Matrix matrix;
    private final Situations situations;

    MatrixPage(Matrix matrix) {
        this.matrix = matrix;
        this.situations = matrix.situations();
    }

    String text() {
        var page = new StringBuilder(HEAD).append(counts());
        situations.claims().forEach(it -> page.append(claim(it)));
        page.append("\n## Models in no cell\n\n");
        situations.asides().forEach(it -> page.append("- ").append(link(it.model())).append(": ").append(it.because()).append('\n'));
        return page.toString();
    }

    private String counts() {
        return "| of %,d cells | |\n|---|---:|\n".formatted(matrix.cells().size()) + matrix.counts().entrySet().stream()
                .map(it -> "| %s | %,d |\n".formatted(it.getKey(), it.getValue())).collect(Collectors.joining());
    }

    private String claim(Claim claim) {
        List<Axis> shown = situations.protocols().stream().filter(it -> !matrix.isSilent(it.id(), claim.id())).toList();
        Map<String, String> notes = new LinkedHashMap<>();
        var table = new StringBuilder("\n## ").append(capital(claim.words())).append("\n\n| |")
                .append(shown.stream().map(it -> " " + it.words() + " |").collect(Collectors.joining())).append("\n|---|")
                .append("---|".repeat(shown.size())).append('\n');
        for (Axis deployment : situations.deployments()) {
            table.append("| ").append(deployment.words()).append(" |");
            shown.forEach(it -> table.append(' ').append(square(matrix.square(it.id(), deployment.id(), claim.id()), notes)).append(" |"));
            table.append('\n');
        }
        table.append('\n');
        situations.protocols().stream().filter(it -> !shown.contains(it)).forEach(it -> {
            Cell cell = matrix.silence(it.id(), claim.id());
            table.append("- ").append(it.words()).append(": ").append(cell.kind()).append(". ").append(cell.words()).append('\n');
        });
        notes.forEach((words, mark) -> table.append("- ").append(mark).append(": ").append(words).append('\n'));
        return table.append(asides(claim)).toString();
    }

    private String square(Square square, Map<String, String> notes) {
        if (square.silent().isPresent()) {
            Cell cell = square.silent().get();
            return cell.kind() + " " + notes.computeIfAbsent(cell.words(), it -> "(" + (char) ('a' + notes.size()) + ")");
        }
        List<String> parts = new ArrayList<>();
        square.strongestHolding().ifPresent(it -> parts.add("**holds** " + against(it) + leaning(it) + shown(it)));
        square.weakestFailing().ifPresent(it -> parts.add("**fails** " + against(it) + steps(it.first().orElseThrow()) + shown(it)));
        if (square.isOpen() && square.open().stream().anyMatch(it -> it.kind() == Cell.Kind.IN_CIRCUMSTANCES)) {
            parts.add("only in circumstances");
        } else if (!square.open().isEmpty()) {
            parts.add("no model: " + (isBeyond(square) ? "stronger ones" : square.open().stream().map(this::attacker)
                    .collect(Collectors.joining("; "))));
        }
        return String.join("<br>", parts);
    }

    /** Whether nothing is decided against all that are stronger than one against whom the claim holds. */
    private static boolean isBeyond(Square square) {
        return square.weakestFailing().isEmpty() && square.strongestHolding()
                .filter(it -> square.cells().indexOf(it) == square.cells().size() - square.open().size() - 1).isPresent();
    }

    private String attacker(Cell cell) {
        return Situations.words(situations.attackers(), cell.place().attacker());
    }

    private String against(Cell cell) {
        return cell.place().attacker().equals("none") ? "while nobody attacks" : "against one " + attacker(cell);
    }

    private static String steps(Evidence it) {
        return it.steps() == null ? " in the long run" : " in " + it.steps();
    }

    private static String leaning(Cell cell) {
        return (cell.assumed().isEmpty() ? "" : ", if " + String.join(" and ", cell.assumed()))
                + (cell.leansOn().isEmpty() ? "" : ", leaning on " + String.join(", ", cell.leansOn()));
    }

    private static String shown(Cell cell) {
        return ": " + (cell.isImplied() ? "→ " : "") + link(cell.first().orElseThrow().model());
    }

    private static String link(String model) {
        return "[" + model + "](models/" + model + ".cfg)";
    }

    /** What models show in further circumstances: of each cell's own ones. */
    private String asides(Claim claim) {
        var lines = new StringBuilder();
        for (Cell cell : matrix.cells()) {
            if (cell.place().claim().equals(claim.id()) && !matrix.isSame(cell.place())) {
                cell.aside().stream().filter(it -> !it.circumstances().isEmpty()).forEach(it -> lines.append("| ")
                        .append(Situations.words(situations.protocols(), cell.place().protocol())).append(" | ")
                        .append(Situations.words(situations.deployments(), cell.place().deployment())).append(" | ")
                        .append(attacker(cell)).append(" | ").append(it.circumstances().stream().map(Circumstance::words)
                                .collect(Collectors.joining("; "))).append(" | ").append(it.holds() ? "holds" : "fails" + steps(it))
                        .append(": ").append(link(it.model())).append(" |\n"));
            }
        }
        return lines.isEmpty() ? "" : "\n<details><summary>In further circumstances</summary>\n\n| protocol | situation | attacker | circumstances | |\n"
                + "|---|---|---|---|---|\n" + lines + "\n</details>\n";
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
