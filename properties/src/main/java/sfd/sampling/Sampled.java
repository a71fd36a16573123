package sfd.sampling;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.SortedMap;
import sfd.check.SpecJson;

/**
 * What is kept in {@code spec/sampled.json}.
 *
 * @param worlds the larger worlds, and what their samples came to
 */
public record Sampled(List<Large> worlds) {

    public static final SpecJson<Sampled> KEPT = new SpecJson<>("sampled.json", Sampled.class);

    /**
     * A world that no run exhausts.
     *
     * @param base an operator of a module of worlds
     * @param module the name of that module
     * @param differs what it has otherwise, as TLA+ has it behind EXCEPT
     * @param says in a sentence, what it has more of
     * @param properties that no behaviour may violate, and those that say what is reached, whose names begin with Reach
     * @param depth states of a behaviour that are left, at most
     * @param seed of the first behaviour; each further one has the next
     * @param found nothing where it was not sampled yet
     */
    public record Large(String name, String module, String base, String differs, String says, List<String> properties, int depth, long seed,
            @JsonInclude(JsonInclude.Include.NON_NULL) Found found) {

        public Large with(Found found) {
            return new Large(name, module, base, differs, says, properties, depth, seed, found);
        }
    }

    /**
     * What all behaviours of a sample came to, those counted twice that two of them share.
     *
     * @param states found, whether left or not: in each of them the invariants were judged
     * @param transitions judged
     * @param longest states that one behaviour left
     * @param replayed transitions of roles that the Java took too
     * @param mismatches among them
     * @param reached behaviours that came by what a property that begins with Reach denies, or whose next step could have
     * @param actions behaviours that an action was possible in
     * @param violated a property and the behaviour's seed, for each that violates one
     */
    public record Found(int behaviours, long states, long transitions, int longest, long replayed, long mismatches,
            SortedMap<String, Integer> reached, SortedMap<String, Integer> actions, List<String> violated) {
    }
}
