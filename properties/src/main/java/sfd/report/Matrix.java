package sfd.report;

import java.util.ArrayList;
import java.util.List;

/** Deployments and attackers down, protocols across: what the run's models say of each. */
record Matrix(List<Row> rows) {

    private static final List<String> PROTOCOLS = List.of("baseline", "qcd", "sir");
    private static final List<Named> DEPLOYMENTS = List.of(new Named("single", "single gateway"), new Named("standby", "standby pair"),
            new Named("load-sharing-unsynchronised", "cluster, SAs not shared (of QCD the secret is)"),
            new Named("load-sharing-synchronised", "cluster with a list of active SPIs"));
    private static final List<Named> ATTACKERS = List.of(new Named("none", "nobody attacks"), new Named("off-path", "off the path"),
            new Named("on-path", "on the path"), new Named("in-the-middle", "in the middle"));

    private record Named(String id, String words) {
    }

    /** @param cells one for each protocol */
    record Row(String deployment, String attacker, List<Cell> cells) {
    }

    static Matrix of(List<Shown> models) {
        List<Row> rows = new ArrayList<>();
        for (Named deployment : DEPLOYMENTS) {
            for (Named attacker : ATTACKERS) {
                List<Cell> cells = PROTOCOLS.stream().map(protocol -> "cell-" + protocol + "-" + deployment.id() + "-" + attacker.id())
                        .map(id -> Cell.of(id, models.stream().filter(it -> it.cell().equals(id)).toList())).toList();
                if (cells.stream().anyMatch(cell -> !cell.chips().isEmpty())) {
                    rows.add(new Row(deployment.words(), attacker.words(), cells));
                }
            }
        }
        return new Matrix(rows);
    }
}
