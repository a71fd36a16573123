package sfd.worlds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sfd.traces.value.Value;

/**
 * The configuration of a model without a world: the text of its {@code .cfg} file, from its group and what differs.
 *
 * @param policy the operator of the module that says how the role is set; empty where the module has no role
 * @param constants those that are not as its group has them
 * @param properties to be checked, each an invariant or a property by the ending of its name
 */
public record RoleConfiguration(Group group, String policy, Map<String, Value> constants, List<String> properties) {

    public RoleConfiguration {
        constants = new LinkedHashMap<>(constants);
        properties = List.copyOf(properties);
    }

    /** @throws IllegalArgumentException where the module has no such constant */
    public String text() {
        var lines = new ArrayList<>(group.view() ? List.of("SPECIFICATION Spec", "VIEW View") : List.of("SPECIFICATION Spec"));
        lines.add("CONSTANTS");
        if (group.switches()) {
            lines.add("  Off = {}");
        }
        Map<String, Value> all = new LinkedHashMap<>(group.constants());
        constants.forEach((name, value) -> {
            if (all.put(name, value) == null) {
                throw new IllegalArgumentException("no group in spec/" + Worlds.FILE + " has the constant " + name + " of "
                        + group.module());
            }
        });
        all.forEach((name, value) -> {
            lines.add("  " + name + " = " + TlaText.of(value));
            if (name.equals("Role")) {
                lines.add("  RolePolicy <- " + policy);
            }
        });
        section("INVARIANTS", properties.stream().filter(RoleConfiguration::isInvariant).toList(), lines);
        section("PROPERTIES", properties.stream().filter(it -> !isInvariant(it)).toList(), lines);
        return String.join("\n", lines) + "\n";
    }

    /** A line that names properties, where there are some. */
    public static void section(String name, List<String> properties, List<String> lines) {
        if (!properties.isEmpty()) {
            lines.add(name + " " + String.join(" ", properties));
        }
    }

    public static boolean isInvariant(String property) {
        return property.endsWith("Inv") || property.equals("TypeOK");
    }
}
