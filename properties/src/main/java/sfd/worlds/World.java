package sfd.worlds;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import sfd.traces.value.Value;

/**
 * What surrounds the roles of a system model, by what differs from another world.
 *
 * @param name the operator of its module
 * @param of the world that it differs from: another one of the file, or one that the module has by hand
 * @param differs value by field, fields of fields with dots between: {@code bob.sir.delay}
 * @param note why, for who reads the module; empty where the name says it all
 */
public record World(String name, String of, Map<String, Value> differs, String note) {

    public World {
        differs = Collections.unmodifiableMap(new LinkedHashMap<>(differs));
    }
}
