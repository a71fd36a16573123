package sfd.traces.tlc;

import java.util.Optional;
import sfd.traces.graph.Trace;

/**
 * What the walk found of one property.
 *
 * @param property      its name in the configuration
 * @param violation     a shortest trace that violates it, or nothing where it holds; of a reachability, a trace that
 *                      reaches the situation
 */
public record Verdict(String property, Kind kind, Optional<Trace> violation) {

    public enum Kind {
        /** a state invariant */
        INVARIANT,
        /** a state invariant named {@code Reach...}, meant to be violated */
        REACHABILITY,
        /** {@code [][A]_v}, or the initial predicate beside it */
        ACTION_PROPERTY
    }

    public boolean holds() {
        return violation.isEmpty();
    }
}
