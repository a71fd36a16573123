package sfd.traces.tlc;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import sfd.traces.json.JsonValue;
import sfd.traces.json.ValueJson;
import sfd.traces.value.Value;

/**
 * A behaviour without end that violates a temporal property: a stem, and a loop that is gone round for ever. Neither
 * shortest nor the same from one version of TLC, or one change of a model, to the next.
 *
 * @param states those of the stem, then those of the loop
 * @param back   number of the state, from 0 on, that follows the last one; the last one's own where nothing happens any more
 */
public record Lasso(List<Value> states, int back) {

    private static final String STATES = "states";
    private static final String BACK = "back";

    public Lasso {
        states = List.copyOf(states);
        if (back < 0 || back >= states.size()) {
            throw new IllegalArgumentException("the loop begins at none of the " + states.size() + " states: " + back);
        }
    }

    /** The states along the stem and once round the loop; where nothing happens any more, to the last one. */
    List<Value> round() {
        return IntStream.rangeClosed(0, stays() ? states.size() - 1 : states.size())
                .mapToObj(it -> states.get(it < states.size() ? it : back)).toList();
    }

    /** @return whether from the last state on nothing happens any more */
    public boolean stays() {
        return back == states.size() - 1;
    }

    String text() {
        return ValueJson.text(Value.record(Map.of(STATES, Value.seq(states), BACK, Value.of(back))));
    }

    static Lasso of(String text) {
        Value lasso = JsonValue.of(JsonValue.parse(text));
        return new Lasso(lasso.field(STATES).items(), Math.toIntExact(lasso.field(BACK).integer()));
    }
}
