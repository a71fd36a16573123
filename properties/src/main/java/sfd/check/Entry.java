package sfd.check;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sfd.traces.tlc.Model;

/**
 * One model in the manifest.
 *
 * @param name of the model
 * @param module the {@code .tla} file, below {@code spec}
 * @param config the {@code .cfg} file, below {@code spec}
 * @param world of a system model what surrounds the roles, an operator of its module; null for all others
 * @param policy of a role model how the role is set, an operator of its module; null for all others
 * @param constants of all but system models what its group in {@code spec/worlds.json} has otherwise; null where the
 *     configuration is written by hand
 * @param off of a system model the clauses that somebody does not keep
 * @param time whether every run checks it
 * @param temporal whether only TLC's own checker runs it, for the sake of its temporal properties
 * @param says what the model shows, in one sentence
 * @param assumptions what the verdicts lean on
 * @param expected each property of the configuration
 * @param states states of the graph; null where a violation of a temporal property leaves it incomplete
 * @param transitions successors that TLC's next-state relation generates, repetitions included; null for a temporal
 *     model
 */
public record Entry(String name, String module, String config, @JsonInclude(JsonInclude.Include.NON_NULL) String world,
        @JsonInclude(JsonInclude.Include.NON_NULL) String policy,
        @JsonInclude(JsonInclude.Include.NON_NULL) Map<String, JsonNode> constants,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> off, Time time,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean temporal, String says, List<String> assumptions,
        Map<String, Expectation> expected, Long states, Long transitions) {

    public enum Time {
        /** In every run. */
        QUICK("quick"),
        /** With {@code --more}: seconds each, of a kind that others show too. */
        MORE("more"),
        /** With {@code --all}. */
        LONG("long");

        private final String label;

        Time(String label) {
            this.label = label;
        }

        @JsonValue
        @Override
        public String toString() {
            return label;
        }
    }

    public Entry {
        off = off == null ? List.of() : List.copyOf(off);
        assumptions = List.copyOf(assumptions);
        constants = constants == null ? null : new LinkedHashMap<>(constants);
        expected = new LinkedHashMap<>(expected);
    }

    /** Whether its configuration is made from what the manifest and {@code spec/worlds.json} say. */
    boolean isData() {
        return world != null || constants != null;
    }

    public Model model(Layout layout) {
        return new Model(name, layout.spec().resolve(module), layout.spec().resolve(config));
    }

    /** The same model with another configuration. */
    public Entry configuredBy(Path config) {
        return new Entry(name, module, config.toString(), world, policy, constants, off, time, temporal, says, assumptions, expected, states,
                transitions);
    }

    /** The same model with other expectations. */
    Entry expecting(Map<String, Expectation> expected, Long states, Long transitions) {
        return new Entry(name, module, config, world, policy, constants, off, time, temporal, says, assumptions, expected, states, transitions);
    }
}
