package sfd.check;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What comes of it where one thing is otherwise in many models: a clause that nobody keeps, an assumption that is none.
 *
 * @param id of the clause or the assumption
 * @param differences in verdicts, or in whether something is reached
 * @param changes models with the same verdicts, but another graph or a longer or shorter counterexample
 * @param same models where nothing changes at all
 * @param undecided models that give no verdict so, and why
 */
public record Outcome(String id, List<Difference> differences, List<String> changes, List<String> same, Map<String, String> undecided) {

    /**
     * A property that comes out otherwise.
     *
     * @param was what is expected
     * @param now what is found
     */
    public record Difference(String model, String property, String was, String now) {

        /** A claim that holds, and falls here. That something can be reached is none. */
        @JsonIgnore
        public boolean isFall() {
            return was.equals(Result.HOLDS.toString()) && !property.startsWith("Reach");
        }
    }

    /** "SoundGoneProp in QcdInventedOneSa: violated in 3". */
    public List<String> words() {
        return differences.stream().map(it -> it.property() + " in " + it.model() + ": " + it.now()).toList();
    }

    Outcome without(Set<String> models) {
        var others = new TreeMap<>(undecided);
        others.keySet().removeAll(models);
        return new Outcome(id, differences.stream().filter(it -> !models.contains(it.model())).toList(),
                changes.stream().filter(it -> !models.contains(it)).toList(), same.stream().filter(it -> !models.contains(it)).toList(), others);
    }

    /** Adds up what single models give. */
    public static final class Sum {

        private final List<Difference> differences = new ArrayList<>();
        private final TreeSet<String> changes = new TreeSet<>();
        private final TreeSet<String> same = new TreeSet<>();
        private final TreeMap<String, String> undecided = new TreeMap<>();

        public Sum() {
        }

        /** What is added to what came of other models. */
        public Sum(Outcome others) {
            differences.addAll(others.differences);
            changes.addAll(others.changes);
            same.addAll(others.same);
            undecided.putAll(others.undecided);
        }

        /** @param isSame whether nothing at all has changed; only asked where no verdict has */
        public void add(String model, List<Difference> found, boolean isSame) {
            differences.addAll(found);
            if (found.isEmpty()) {
                (isSame ? same : changes).add(model);
            }
        }

        public void undecided(String model, String why) {
            undecided.put(model, why);
        }

        public Outcome of(String id) {
            return new Outcome(id, List.copyOf(differences), List.copyOf(changes), List.copyOf(same), undecided);
        }
    }
}
