package sfd.check;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import sfd.traces.graph.Trace;

/**
 * What one run found of a property.
 *
 * @param steps actions of the shortest counterexample, null where there is none or no shortest one is known
 * @param trace the counterexample that {@code steps} counts; of a temporal property one that is neither shortest nor stable
 * @param loop of a temporal counterexample the state, from 0 on, that its last one is again: from there on it goes round for
 *     ever, or stays; null for all others
 */
public record Finding(Kind kind, Result result, Integer steps, Optional<Trace> trace, Integer loop) {

    /** The kinds of property. */
    public enum Kind {
        INVARIANT,
        TEMPORAL,
        REFINEMENT,
        REACHABILITY;

        /** By the names that the spec's habits prescribe. @param temporal whether a temporal model has it as a property */
        static Kind of(String property, boolean temporal) {
            if (property.startsWith("Reach")) {
                return REACHABILITY;
            }
            if (property.endsWith("Refinement")) {
                return REFINEMENT;
            }
            return temporal ? TEMPORAL : INVARIANT;
        }

        @JsonValue
        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Finding holds(Kind kind) {
        return new Finding(kind, Result.HOLDS, null, Optional.empty(), null);
    }

    static Finding violated(Kind kind, Trace trace) {
        return new Finding(kind, Result.VIOLATED, trace.length() - 1, Optional.of(trace), null);
    }

    static Finding without(Kind kind, Result result) {
        return new Finding(kind, result, null, Optional.empty(), null);
    }

    /** A temporal property. */
    static Finding violated(Kind kind, Trace trace, int loop) {
        return new Finding(kind, Result.VIOLATED, null, Optional.of(trace), loop);
    }

    @Override
    public String toString() {
        return result + (steps == null ? "" : " in " + steps);
    }
}
