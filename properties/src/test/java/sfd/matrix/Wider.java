package sfd.matrix;

import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import sfd.traces.value.Rec;
import sfd.traces.value.Value;

/**
 * Whether a world has every behaviour of another one, field by field: the same but for an attacker who can do more, faults that
 * may come more often, and surroundings that are less orderly.
 */
final class Wider {

    private static final List<String> ATTACKERS = List.of("none", "off-path", "on-path", "in-the-middle");
    /** What an attacker does besides; without one it is all the same. */
    private static final Set<String> ATTACKS = Set.of("strangers", "invents", "asks", "bluffs", "junk", "affirms", "replays");
    /** What keeps surroundings in order. */
    private static final Set<String> ORDERLY = Set.of("prompt", "paced", "inStep");
    /** What is only written down. */
    private static final Set<String> NOTED = Set.of("labelled", "counts", "bound");
    private static final Value YES = Value.of(true);

    private Wider() {
    }

    static boolean isWider(Value wide, Value narrow) {
        boolean quiet = narrow.field("attacker").text().equals("none");
        return ((Rec) narrow).names().stream().allMatch(name -> isWider(name, wide.field(name), narrow.field(name), quiet));
    }

    private static boolean isWider(String name, Value wide, Value narrow, boolean quiet) {
        BiPredicate<Value, Value> as = switch (name) {
            case "attacker" -> (w, n) -> ATTACKERS.indexOf(w.text()) >= ATTACKERS.indexOf(n.text());
            case "faults" -> (w, n) -> ((Rec) n).names().stream().allMatch(it -> w.field(it).integer() >= n.field(it).integer());
            case "sources" -> (w, n) -> quiet || w.elements().containsAll(n.elements());
            case "spis" -> (w, n) -> quiet || w.equals(n) || n.text().equals("hidden");
            case "off", "speaks" -> Value::equals;
            default -> ATTACKS.contains(name) ? (w, n) -> quiet || w.equals(YES) || w.equals(n)
                    : ORDERLY.contains(name) ? (w, n) -> n.equals(YES) || w.equals(n)
                    : NOTED.contains(name) ? (w, n) -> true : Value::equals;
        };
        return as.test(wide, narrow);
    }
}
