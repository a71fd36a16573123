package sfd.pages;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sfd.check.CommittedTraces;
import sfd.check.Layout;
import sfd.cost.Cost;
import sfd.matrix.Cell;
import sfd.matrix.Matrix;
import sfd.matrix.Situations;
import sfd.matrix.Square;

/** The working group's criteria (WISH-6), from the matrix and the committed traces: at most ten lines. */
record Criteria(Matrix matrix, Map<String, Map<String, Cost>> costs) {

    /** In the order of WISH-1 to WISH-4. */
    private static final List<String> SCENARIOS = List.of("single", "standby", "takedown", "lost");
    private static final List<String> PROTOCOLS = List.of("baseline", "qcd51", "sir");
    private static final String MAN = "single";
    private static final String DISCLOSURES = "[the IETF's disclosures](https://datatracker.ietf.org/ipr/)";

    static Criteria of(Layout layout, Matrix matrix) {
        return new Criteria(matrix, CommittedTraces.scenarios(layout).entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                it -> it.getValue().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, trace -> Cost.of(trace.getValue()))))));
    }

    String markdown() {
        return "| | IKEv2 alone | QCD | SIR |\n|---|---|---|---|\n"
                + row("the four scenarios, nobody attacking: detected", it -> scenarios(it, "detection"))
                + row("so soon: one request in vain, IKEv2 alone three", it -> scenarios(it, "bound"))
                + row("only what no member holds is given up", it -> scenarios(it, "gone"))
                + row("an attacker cannot bring about an undue end", it -> against(matrix.square(it, MAN, "gone")))
                + row("nor keep a loss from being detected", it -> against(matrix.square(it, MAN, "detection")))
                + row("messages and octets until Alice knows", this::cost)
                + row("IPR: not judged here", it -> DISCLOSURES);
    }

    private static String row(String title, Function<String, String> said) {
        return PROTOCOLS.stream().map(said).collect(Collectors.joining(" | ", "| " + title + " | ", " |\n"));
    }

    /** In how many of the scenarios a claim holds, and where not. */
    private String scenarios(String protocol, String claim) {
        List<Cell> cells = SCENARIOS.stream().map(it -> matrix.cell(protocol, it, "none", claim)).toList();
        return cells.stream().filter(Cell::holds).count() + " of " + cells.size() + assumed(cells.stream().filter(Cell::holds))
                + named("fails", cells.stream().filter(Cell::fails))
                + named("no model", cells.stream().filter(it -> !it.holds() && !it.fails()));
    }

    private String named(String what, Stream<Cell> cells) {
        String names = cells.map(it -> Situations.words(matrix.situations().deployments(), it.place().deployment()))
                .collect(Collectors.joining("; "));
        return names.isEmpty() ? "" : " (" + what + ": " + names + ")";
    }

    private String against(Square square) {
        return Stream.concat(square.strongestHolding().stream().map(it -> "holds " + attacker(it) + assumed(Stream.of(it))),
                square.weakestFailing().stream().map(it -> "fails " + attacker(it))).collect(Collectors.joining("; "));
    }

    /** What one of them at least leans on. */
    private static String assumed(Stream<Cell> holding) {
        List<String> assumed = holding.flatMap(it -> it.assumed().stream()).distinct().toList();
        return assumed.isEmpty() ? "" : ", if " + String.join(" and ", assumed);
    }

    private String attacker(Cell cell) {
        return cell.place().attacker().equals("none") ? "where nobody attacks"
                : "against one " + Situations.words(matrix.situations().attackers(), cell.place().attacker());
    }

    private String cost(String protocol) {
        if (protocol.equals("baseline")) {
            return "requests in vain, for minutes";
        }
        String proposal = protocol.startsWith("qcd") ? "QCD" : "SIR";
        return costs.values().stream().map(it -> it.get(proposal)).map(it -> "%d, %d".formatted(it.messages(), it.octets())).distinct()
                .sorted().collect(Collectors.joining("; "));
    }
}
