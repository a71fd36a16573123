package sfd.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import sfd.traces.value.Bool;
import sfd.traces.value.Fun;
import sfd.traces.value.Int;
import sfd.traces.value.Rec;
import sfd.traces.value.Seq;
import sfd.traces.value.SetOf;
import sfd.traces.value.Text;
import sfd.traces.value.Value;

/** Parameters and bounds of a model as JSON. */
final class Json {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Json() {
    }

    /** An object, also for the record without fields, which TLA+ cannot tell from the empty sequence. */
    static ObjectNode object(Value record) {
        ObjectNode object = NODES.objectNode();
        record.entries().forEach((name, value) -> object.set(name.text(), node(value)));
        return object;
    }

    private static JsonNode node(Value value) {
        return switch (value) {
            case Bool bool -> NODES.booleanNode(bool.value());
            case Int integer -> NODES.numberNode(integer.value());
            case Text text -> NODES.textNode(text.value());
            case Seq seq -> array(seq.items());
            case SetOf set -> array(set.elements());
            case Rec rec -> object(rec);
            case Fun fun -> NODES.textNode(fun.toString());
        };
    }

    private static ArrayNode array(Iterable<Value> values) {
        ArrayNode array = NODES.arrayNode();
        values.forEach(value -> array.add(node(value)));
        return array;
    }
}
