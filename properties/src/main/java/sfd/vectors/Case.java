package sfd.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** One case: what is given, then the verdict, then what is made of it. */
final class Case {

    private final ObjectNode json = JsonNodeFactory.instance.objectNode();

    Case(int id, String comment, List<String> flags) {
        VectorFile.array(json.put("id", id).put("comment", comment), "flags", flags);
    }

    Case with(String name, String value) {
        json.put(name, value);
        return this;
    }

    Case with(String name, JsonNode value) {
        json.set(name, value);
        return this;
    }

    Case with(String name, List<String> values) {
        VectorFile.array(json, name, values);
        return this;
    }

    /** An SPI pair, 16 digits each. */
    Case spis(String spis) {
        return with("spiI", Digits.slice(spis, 0, 8)).with("spiR", Digits.slice(spis, 8, 16));
    }

    Case valid() {
        return with("result", "valid");
    }

    /** @param reason the first thing that is wrong */
    Case invalid(String reason) {
        return with("result", "invalid").with("reason", reason);
    }

    /** What follows is made of it by whoever reads the texts as this reading does; others may refuse it. */
    Case acceptable(String reading) {
        return with("result", "acceptable").with("reading", reading);
    }

    String result() {
        return json.get("result").asText();
    }

    ObjectNode json() {
        return json;
    }
}
