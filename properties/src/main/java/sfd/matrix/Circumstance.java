package sfd.matrix;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import sfd.traces.value.Value;

/**
 * What a model has beside its cell.
 *
 * @param when all are true of the world; empty where a property brings it
 * @param claims for which it matters; empty for all
 */
public record Circumstance(String id, Effect effect, String words, List<Condition> when, List<String> claims) {

    /** Whether there is more that may happen than in the cell, less, or something else. */
    public enum Effect {
        /** What holds here holds in the cell too. */
        @JsonProperty("widens") WIDENS,
        /** What fails here fails in the cell too. */
        @JsonProperty("narrows") NARROWS,
        /** The same, told as an assumption. */
        @JsonProperty("assumes") ASSUMES,
        /** Neither says anything of the cell. */
        @JsonProperty("otherwise") OTHERWISE
    }

    public Circumstance {
        when = List.copyOf(when);
        claims = claims == null ? List.of() : List.copyOf(claims);
    }

    boolean mattersIn(Value world, String claim) {
        return !when.isEmpty() && (claims.isEmpty() || claims.contains(claim)) && when.stream().allMatch(it -> it.isTrueOf(world));
    }
}
