package sfd.kit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which fields of a state, as JSON, an event changes, and whether there is more in them then, or less. */
final class StateChange {

    private StateChange() {
    }

    /** Nothing for the same state; else the fields with a sign each, sorted. */
    static String of(JsonNode before, JsonNode after) {
        var changes = new TreeSet<String>();
        before.fields().forEachRemaining(field -> {
            JsonNode now = after.get(field.getKey());
            if (field.getKey().equals("sas")) {
                ikeSas(changes, named(field.getValue()), named(now));
            } else if (!field.getValue().equals(now)) {
                changes.add(field.getKey() + sign(size(field.getValue()), size(now)));
            }
        });
        return String.join(" ", changes);
    }

    private static void ikeSas(TreeSet<String> changes, Map<String, JsonNode> before, Map<String, JsonNode> after) {
        before.forEach((spis, sa) -> {
            JsonNode now = after.get(spis);
            if (now == null) {
                changes.add("sas-");
            } else {
                sa.fields().forEachRemaining(field -> {
                    if (!field.getValue().equals(now.get(field.getKey()))) {
                        changes.add("sas." + field.getKey());
                    }
                });
            }
        });
        if (!before.keySet().containsAll(after.keySet())) {
            changes.add("sas+");
        }
    }

    private static Map<String, JsonNode> named(JsonNode sas) {
        var named = new TreeMap<String, JsonNode>();
        sas.forEach(sa -> named.put(EventNames.pair(sa), sa));
        return named;
    }

    private static String sign(int before, int after) {
        return before < after ? "+" : before > after ? "-" : "*";
    }

    /** Of a list its length, of a limiter what it has counted, and a number itself. */
    private static int size(JsonNode field) {
        if (!field.isObject()) {
            return field.isArray() ? field.size() : field.asInt();
        }
        int counted = field.get("others").asInt();
        for (JsonNode source : field.get("sources")) {
            counted += source.get("count").asInt();
        }
        return counted;
    }
}
