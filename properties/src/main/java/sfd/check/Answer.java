package sfd.check;

import java.util.List;
import java.util.Optional;
import sfd.traces.tlc.Checked;
import sfd.traces.tlc.Lasso;

/**
 * What TLC's own checker said of a model.
 *
 * @param distinct states found
 * @param generated states generated, initial ones and repetitions included
 * @param violated the violated property; more than one where TLC cannot tell which
 * @param length states of the trace that TLC shows; 0 where nothing is violated
 * @param lasso the behaviour that violates a temporal property
 * @param complaint why there is no verdict; null where there is one
 * @param seconds it took
 */
public record Answer(long distinct, long generated, List<String> violated, int length, Optional<Lasso> lasso, String complaint, double seconds) {

    public static Answer of(Checked checked, double seconds) {
        Checked.Totals totals = checked.totals();
        return switch (checked) {
            case Checked.Holds holds -> new Answer(totals.distinct(), totals.generated(), List.of(), 0, Optional.empty(), null, seconds);
            case Checked.Violated it -> new Answer(totals.distinct(), totals.generated(),
                    List.of(it.property().split(",\\s*")), it.length(), it.lasso(), null, seconds);
            case Checked.Failed failed -> new Answer(0, 0, List.of(), 0, Optional.empty(), failed.line(), seconds);
        };
    }

    public boolean holds() {
        return complaint == null && violated.isEmpty();
    }
}
