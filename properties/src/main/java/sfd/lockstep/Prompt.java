package sfd.lockstep;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.traces.graph.Label;
import sfd.traces.value.Value;

/**
 * A label of the model in Java: what reaches a role, and what it must do then.
 *
 * @param actor the place of the role that acts among the actors
 */
record Prompt(int actor, Event event, List<Effect> effects, Set<String> because) {

    /** @throws NotInModelException where an event or an effect does not come back from Java as it went there */
    static Prompt of(Label label, int actor, Concretise concretise, Abstract inverse) {
        Value event = require(label.event(), label);
        Value effects = require(label.effects(), label);
        Value because = require(label.because(), label);
        try {
            Prompt prompt = new Prompt(actor, concretise.event(event), List.copyOf(concretise.effects(effects)),
                    Set.copyOf(concretise.because(because)));
            same(event, inverse.event(prompt.event()));
            same(effects, inverse.effects(prompt.effects()));
            same(because, inverse.because(prompt.because()));
            return prompt;
        } catch (NotInModelException e) {
            throw new NotInModelException(e.getMessage() + "; the step cites " + because);
        }
    }

    private static Value require(Optional<Value> field, Label label) {
        return field.orElseThrow(() -> new NotInModelException("a label with an actor lacks event, effects or because: " + label));
    }

    private static void same(Value value, Value back) {
        if (!back.equals(value)) {
            throw new NotInModelException("a value comes back from Java as another one: " + back + " instead of " + value);
        }
    }
}
