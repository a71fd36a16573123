package sfd.worlds;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sfd.traces.value.Value;

/**
 * What all models of a module have in common.
 *
 * @param module below {@code spec}
 * @param view whether states are told apart by the module's {@code View}
 * @param switches whether clauses can be off
 * @param constants the module's, where a model does not say otherwise; empty for models with a world
 * @param properties that apply to a model for which nothing is expected yet
 * @param temporal the same where time has no end
 */
public record Group(String module, boolean view, boolean switches, Map<String, Value> constants, List<String> properties,
        List<String> temporal) {

    public Group {
        constants = Collections.unmodifiableMap(new LinkedHashMap<>(constants));
        properties = List.copyOf(properties);
        temporal = List.copyOf(temporal);
    }
}
