package sfd.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import sfd.worlds.RoleConfiguration;

/**
 * The configuration of a system model: the text of its {@code .cfg} file, from what the manifest says of it.
 *
 * @param world the operator that says what surrounds the roles
 * @param off ids of the clauses that somebody does not keep
 * @param temporal whether fairness is assumed, and steps are not told apart
 * @param properties to be checked, each an invariant or a property by the ending of its name
 */
public record WorldConfiguration(String world, List<String> off, boolean temporal, List<String> properties) {

    public WorldConfiguration {
        off = List.copyOf(off);
        properties = List.copyOf(properties);
    }

    /** @throws IllegalArgumentException where the model is no system model */
    public static WorldConfiguration of(Entry entry) {
        if (entry.world() == null) {
            throw new IllegalArgumentException(entry.name() + " has no world");
        }
        return new WorldConfiguration(entry.world(), entry.off(), entry.temporal(), List.copyOf(entry.expected().keySet()));
    }

    public WorldConfiguration in(String world) {
        return new WorldConfiguration(world, off, temporal, properties);
    }

    /** The same with more clauses that somebody does not keep. */
    public WorldConfiguration without(List<String> clauses) {
        return new WorldConfiguration(world, Stream.concat(off.stream(), clauses.stream()).distinct().toList(), temporal,
                properties);
    }

    /** The same graph, and nothing to check in it. */
    public WorldConfiguration graph() {
        return new WorldConfiguration(world, off, false, List.of());
    }

    public String text() {
        var lines = new ArrayList<>(temporal ? List.of("SPECIFICATION FairSpec") : List.of("SPECIFICATION Spec", "VIEW View"));
        lines.addAll(List.of("CONSTANTS", "  Off = {" + String.join(", ", off.stream().map(it -> '"' + it + '"').toList()) + "}",
                "  World <- " + world));
        RoleConfiguration.section("INVARIANTS", properties.stream().filter(RoleConfiguration::isInvariant).toList(), lines);
        RoleConfiguration.section("PROPERTIES", properties.stream().filter(it -> !RoleConfiguration.isInvariant(it)).toList(), lines);
        return String.join("\n", lines) + "\n";
    }
}
