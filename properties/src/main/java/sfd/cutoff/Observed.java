package sfd.cutoff;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import sfd.traces.graph.Label;
import sfd.traces.value.Value;

/**
 * What the claims about one SA see of a step beside its two states.
 *
 * @param ended SAs that Alice ends though she has not concluded that Bob lost them
 * @param shown tokens that are sent in the clear
 */
record Observed(Set<Value> ended, Set<Value> shown) {

    static final Observed NOTHING = new Observed(Set.of(), Set.of());

    static Observed of(Label label, Value before, Kept kept) {
        var ended = new TreeSet<Value>();
        var shown = new TreeSet<Value>();
        for (Value effect : label.effects().map(Value::items).orElse(List.of())) {
            switch (effect.field("type").text()) {
                case "IkeSaDeleted" -> {
                    if (kept.has(effect.field("spis")) && !isConcluded(before.field("peers").field("alice"), effect.field("spis"))) {
                        ended.add(effect.field("spis"));
                    }
                }
                case "Send" -> effect.field("message").field("payloads").items().forEach(payload -> payload.find("token")
                        .filter(token -> kept.has(token.field("spis"))).ifPresent(shown::add));
                default -> { }
            }
        }
        return new Observed(ended, shown);
    }

    /** As {@code Concluded} of Site.tla. */
    private static boolean isConcluded(Value alice, Value spis) {
        Value recovery = alice.find("recoveries").map(it -> it.entries().get(spis)).orElse(null);
        return recovery != null && recovery.field("sure").bool() && recovery.field("wait").integer() == 0;
    }

    boolean isNothing() {
        return ended.isEmpty() && shown.isEmpty();
    }
}
