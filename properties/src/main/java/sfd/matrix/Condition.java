package sfd.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import sfd.traces.json.JsonValue;
import sfd.traces.value.Value;
import sfd.worlds.Fields;

/**
 * What a world has in one of its fields.
 *
 * @param field with dots; {@code off} is what the model says beside its world: the clauses that somebody does not keep
 * @param is one of these; or {@code isNot} none of these, or {@code atLeast} a number that is not less; the others are null
 */
record Condition(String field, List<JsonNode> is, List<JsonNode> isNot, Long atLeast) {

    boolean isTrueOf(Value world) {
        Value value = Fields.at(world, field);
        if (atLeast != null) {
            return value.integer() >= atLeast;
        }
        return (is == null ? isNot : is).stream().map(JsonValue::of).anyMatch(value::equals) == (is != null);
    }
}
