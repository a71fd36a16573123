package sfd.traces.graph;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sfd.traces.value.Rec;
import sfd.traces.value.Value;
import sfd.traces.value.ValueException;

/**
 * What a transition of a model says of itself: the value of the variable {@code step} in the successor.
 *
 * @param value a record with the field {@code action}; where a role acted also {@code actor}, {@code event},
 *              {@code effects} and {@code because}; every other field is a choice of the environment
 */
public record Label(Rec value) {

    public static final String ACTION = "action";
    public static final String ACTOR = "actor";
    public static final String EVENT = "event";
    public static final String EFFECTS = "effects";
    public static final String BECAUSE = "because";

    /** @throws ValueException unless the value is a record whose field {@code action} is a string */
    public static Label of(Value value) {
        value.field(ACTION).text();
        return new Label((Rec) value);
    }

    public String action() {
        return value.field(ACTION).text();
    }

    /** @return the role that acted, or nothing where the environment, the network or an attacker did */
    public Optional<String> actor() {
        return value.find(ACTOR).map(Value::text);
    }

    public Optional<Value> event() {
        return value.find(EVENT);
    }

    public Optional<Value> effects() {
        return value.find(EFFECTS);
    }

    public Optional<Value> because() {
        return value.find(BECAUSE);
    }

    /** @return the label without effects and because: with the state it determines successor, effects and because */
    public Rec cause() {
        return (Rec) Value.record(fieldsBut(EFFECTS, BECAUSE));
    }

    /** @return the cause without the action: event, actor and what the environment picked; empty where nothing is */
    public Map<String, Value> picks() {
        return fieldsBut(ACTION, EFFECTS, BECAUSE);
    }

    private Map<String, Value> fieldsBut(String... left) {
        var fields = new TreeMap<String, Value>();
        value.entries().forEach((name, field) -> fields.put(name.text(), field));
        for (String name : left) {
            fields.remove(name);
        }
        return fields;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
