package sfd.traces.tlc;

import java.util.Optional;

/** An outcome as one line between two JVMs: its kind, its totals and its other parts, with tabs between them. */
final class Verbatim {

    private static final String MARK = "outcome";
    private static final String TAB = "\t";
    private static final int FIRST_TOTAL = 2;
    private static final int REST = 5;

    private Verbatim() {
    }

    static String line(Checked checked) {
        var totals = checked.totals();
        String numbers = String.join(TAB, Long.toString(totals.distinct()), Long.toString(totals.generated()),
                Integer.toString(totals.depth()));
        return String.join(TAB, MARK, switch (checked) {
            case Checked.Holds holds -> String.join(TAB, "holds", numbers);
            case Checked.Violated violated -> String.join(TAB, "violated", numbers, Boolean.toString(violated.temporal()),
                    Integer.toString(violated.length()), violated.property(), violated.lasso().map(Lasso::text).orElse(""));
            case Checked.Failed failed -> String.join(TAB, "failed", numbers, failed.line());
        });
    }

    /** @return nothing where the line is none of these */
    static Optional<Checked> read(String line) {
        String[] parts = line.split(TAB, -1);
        if (!parts[0].equals(MARK)) {
            return Optional.empty();
        }
        var totals = new Checked.Totals(Long.parseLong(parts[FIRST_TOTAL]), Long.parseLong(parts[FIRST_TOTAL + 1]),
                Integer.parseInt(parts[FIRST_TOTAL + 2]));
        return Optional.of(switch (parts[1]) {
            case "holds" -> new Checked.Holds(totals);
            case "violated" -> new Checked.Violated(totals, parts[REST + 2], Boolean.parseBoolean(parts[REST]),
                    Integer.parseInt(parts[REST + 1]), Optional.of(parts[REST + 3]).filter(it -> !it.isEmpty()).map(Lasso::of));
            case "failed" -> new Checked.Failed(totals, parts[REST]);
            default -> throw new IllegalArgumentException("no outcome: " + line);
        });
    }
}
