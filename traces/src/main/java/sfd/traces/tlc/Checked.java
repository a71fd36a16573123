package sfd.traces.tlc;

import java.util.Optional;

/** What TLC's own checker says of a model. */
public sealed interface Checked {

    /**
     * Totals as TLC reports them; after a violation they are those of an incomplete search.
     *
     * @param distinct  states found
     * @param generated states generated, initial states and repetitions included
     * @param depth     states on the longest of the shortest paths
     */
    record Totals(long distinct, long generated, int depth) {

        static final Totals NONE = new Totals(0, 0, 0);
    }

    Totals totals();

    record Holds(Totals totals) implements Checked {
    }

    /**
     * @param property the violated property; of several temporal ones TLC names none, then all stand here, with commas
     * @param temporal whether it is a temporal property; then the trace is neither shortest nor stable
     * @param length   states of the trace that TLC shows
     * @param lasso    of a temporal property; nothing for others, and where TLC shows none that can be read
     */
    record Violated(Totals totals, String property, boolean temporal, int length, Optional<Lasso> lasso) implements Checked {
    }

    /** @param line what is wrong, in one line */
    record Failed(Totals totals, String line) implements Checked {
    }
}
