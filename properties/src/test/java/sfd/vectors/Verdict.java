package sfd.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * What somebody makes of a case: outputs by name, or the reason why there are none. A case that is acceptable has the
 * outputs of the reading that it names.
 */
record Verdict(ObjectNode outputs) {

    static Verdict invalid(String reason) {
        return new Verdict(JsonNodeFactory.instance.objectNode().put("reason", reason));
    }

    static Verdict valid() {
        return new Verdict(JsonNodeFactory.instance.objectNode());
    }

    Verdict with(String name, JsonNode value) {
        outputs.set(name, value);
        return this;
    }

    Verdict with(String name, Object value) {
        return with(name, TextNode.valueOf(value.toString()));
    }

    /** What the case says. */
    static Verdict of(JsonNode it) {
        Verdict said = valid();
        boolean behind = false;
        for (var field : it.properties()) {
            if (behind && !field.getKey().equals("reading")) {
                said.with(field.getKey(), field.getValue());
            }
            behind |= field.getKey().equals("result");
        }
        return said;
    }
}
