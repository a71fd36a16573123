package sfd.lockstep;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import sfd.traces.graph.Trace;

/**
 * The first edge, in breadth-first order, where spec and Java part.
 *
 * @param trace a shortest path whose last transition is that edge
 * @param actor who acts
 * @param spec what the spec says of the step
 * @param java what the Java does
 */
public record Mismatch(Trace trace, String actor, Side spec, Side java) {

    /**
     * One side, as far as the model has words for it.
     *
     * @param next the next state
     * @param same whether it is the same state as before; in Java the very same object
     * @param effects one line each
     * @param because the clauses that decided
     */
    public record Side(String next, boolean same, List<String> effects, Set<String> because) {
    }

    /** The clauses in which the two differ: first those that only Java cites, then those that only the spec cites. */
    public List<String> clauses() {
        var clauses = new ArrayList<>(difference(java, spec));
        clauses.addAll(difference(spec, java));
        return clauses;
    }

    /** The clauses that both cite: where the two differ in none, one of these is broken. */
    public List<String> suspects() {
        return spec.because().stream().filter(java.because()::contains).sorted().toList();
    }

    private static Set<String> difference(Side one, Side other) {
        var difference = new TreeSet<>(one.because());
        difference.removeAll(other.because());
        return difference;
    }
}
