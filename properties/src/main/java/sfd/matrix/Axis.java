package sfd.matrix;

import java.util.List;
import sfd.traces.value.Value;

/**
 * A value of an axis: a protocol, a deployment, an attacker.
 *
 * @param words for a reader
 * @param when what a model's world has then; empty where no model has it
 * @param expects circumstances that are its very matter
 */
public record Axis(String id, String words, List<Condition> when, List<String> expects) {

    public Axis {
        when = List.copyOf(when);
        expects = expects == null ? List.of() : List.copyOf(expects);
    }

    boolean has(Value world) {
        return !when.isEmpty() && when.stream().allMatch(it -> it.isTrueOf(world));
    }
}
