package sfd.check;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;

/**
 * What is kept in {@code spec/assumptions.json}: what falls where a thing that is taken for granted is dropped; and in
 * {@code spec/supplies.json}: where what befalls the gateway or a packet may do so as often as it likes.
 *
 * @param transitionsAtMost of the models that are covered, and {@code statesAtMost} of temporal ones
 * @param graphAtMost transitions beyond which a graph is given up
 */
public record Assumptions(long transitionsAtMost, long statesAtMost, long graphAtMost, List<Assumption> assumptions,
        List<Outcome> dropped) {

    public static final SpecJson<Assumptions> KEPT = new SpecJson<>("assumptions.json", Assumptions.class);
    public static final SpecJson<Assumptions> SUPPLIES = new SpecJson<>("supplies.json", "assumptions", Assumptions.class);

    /** @param kind environment, attacker, bound, policy or fairness @param words what is assumed */
    public record Assumption(String id, String kind, String words) {

        @JsonIgnore
        public boolean isFairness() {
            return kind.equals("fairness");
        }
    }

    /** What is kept; nothing where there is no file. @throws BadInput where it cannot be read */
    public static Assumptions read(Layout layout) {
        return read(KEPT, layout);
    }

    /** The same of what may happen as often as it likes. */
    public static Assumptions supplies(Layout layout) {
        return read(SUPPLIES, layout);
    }

    private static Assumptions read(SpecJson<Assumptions> kept, Layout layout) {
        return Files.isRegularFile(kept.file(layout)) ? kept.read(layout) : new Assumptions(0, 0, 0, List.of(), List.of());
    }

    /** The same without what is kept of these models. */
    public Assumptions without(Set<String> models) {
        return new Assumptions(transitionsAtMost, statesAtMost, graphAtMost, assumptions,
                dropped.stream().map(it -> it.without(models)).toList());
    }

    /** The assumptions that a claim of a model leans on: it holds with them, and falls without one of them. */
    public List<Assumption> under(String model, String property) {
        return assumptions.stream().filter(it -> dropped.stream().anyMatch(outcome -> outcome.id().equals(it.id())
                && outcome.differences().stream().anyMatch(difference -> difference.model().equals(model)
                        && difference.property().equals(property) && difference.isFall())))
                .toList();
    }
}
