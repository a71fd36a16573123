package sfd.cutoff;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import sfd.traces.value.Value;

/**
 * What is left of a state of a system when some of its IKE SAs are looked away: a state of the system that has the others only.
 * A field that nobody thought of is refused.
 */
record Sight(Kept kept, Packets packets) {

    private static final Set<String> SHARED = Set.of("hinted", "verified", "asked", "damped", "answered", "answeredTo", "told", "offered",
            "secrets");

    static Sight of(List<Long> pairs, Set<Long> seen) {
        var kept = new Kept(pairs, seen);
        return new Sight(kept, new Packets(kept));
    }

    Value of(Value state) {
        return fields(state, this::part);
    }

    private Value part(String name, Value value) {
        return switch (name) {
            case "peers" -> fields(value, (actor, role) -> fields(role, this::ofRole));
            case "wire" -> Value.set(value.elements().stream().filter(packets::isSeen).map(packets::seen).toList());
            case "known" -> Value.set(value.elements().stream().filter(it -> kept.has(it.field("spis"))).toList());
            case "asked" -> byPair(value);
            case "opened" -> Value.of(kept.opened(value.integer()));
            case "gate", "home", "left", "rekey" -> value;
            default -> throw new IllegalArgumentException("nobody says what is seen of " + name);
        };
    }

    private Value ofRole(String name, Value value) {
        return switch (name) {
            case "sas", "checks", "recoveries", "reported" -> byPair(value);
            case "heard", "able", "elsewhere" -> Value.set(value.elements().stream().filter(kept::has).toList());
            case "childMap" -> entries(value, it -> kept.has(it.getValue()));
            case "lingering" -> entries(value, it -> kept.hasChild(it.getKey()));
            default -> {
                if (!SHARED.contains(name)) {
                    throw new IllegalArgumentException("nobody says what is seen of a role's " + name);
                }
                yield value;
            }
        };
    }

    private Value byPair(Value map) {
        return entries(map, it -> kept.has(it.getKey()));
    }

    private static Value entries(Value map, Predicate<Map.Entry<Value, Value>> isSeen) {
        var seen = new LinkedHashMap<Value, Value>();
        map.entries().entrySet().stream().filter(isSeen).forEach(it -> seen.put(it.getKey(), it.getValue()));
        return Value.function(seen);
    }

    private static Value fields(Value record, BiFunction<String, Value, Value> seen) {
        var fields = new TreeMap<String, Value>();
        record.entries().forEach((name, value) -> fields.put(name.text(), seen.apply(name.text(), value)));
        return Value.record(fields);
    }
}
