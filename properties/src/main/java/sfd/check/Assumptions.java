package sfd.check;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.nio.file.Files;
import java.util.List;

/**
 * What is kept in {@code spec/assumptions.json}: what falls where a thing that is taken for granted is dropped.
 *
 * @param transitionsAtMost of the models that are covered, and {@code statesAtMost} of temporal ones
 * @param graphAtMost transitions beyond which a graph is given up
 */
public record Assumptions(long transitionsAtMost, long statesAtMost, long graphAtMost, List<Assumption> assumptions,
        List<Outcome> dropped) {

    public static final SpecJson<Assumptions> KEPT = new SpecJson<>("assumptions.json", Assumptions.class);

    /** @param kind environment, attacker, bound, policy or fairness @param words what is assumed */
    public record Assumption(String id, String kind, String words) {

        @JsonIgnore
        public boolean isFairness() {
            return kind.equals("fairness");
        }
    }

    /** What is kept; nothing where there is no file. @throws BadInput where it cannot be read */
    public static Assumptions read(Layout layout) {
        return Files.isRegularFile(KEPT.file(layout)) ? KEPT.read(layout) : new Assumptions(0, 0, 0, List.of(), List.of());
    }

    /** The assumptions that a claim of a model leans on: it holds with them, and falls without one of them. */
    public List<Assumption> under(String model, String property) {
        return assumptions.stream().filter(it -> dropped.stream().anyMatch(outcome -> outcome.id().equals(it.id())
                && outcome.differences().stream().anyMatch(difference -> difference.model().equals(model)
                        && difference.property().equals(property) && difference.isFall())))
                .toList();
    }
}
