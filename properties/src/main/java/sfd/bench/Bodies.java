package sfd.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The code behind the rows, by their ids; what a pair needs is made when it is asked for. */
final class Bodies {

    private final Map<String, Supplier<Pair>> pairs = new LinkedHashMap<>();

    Bodies() {
        TokenBodies.addTo(this);
        WireBodies.addTo(this);
        RoleBodies.addTo(this);
        TableBodies.addTo(this);
    }

    void add(String id, Supplier<Pair> pair) {
        if (pairs.put(id, pair) != null) {
            throw new IllegalStateException("two bodies for " + id);
        }
    }

    Map<String, Supplier<Pair>> all() {
        return pairs;
    }

    Pair of(String id) {
        return pairs.get(id).get();
    }
}
