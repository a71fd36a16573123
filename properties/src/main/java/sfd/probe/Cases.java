package sfd.probe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The cases, from their file. A case with variants is as many cases, each with the values of one put in place of {@code $name};
 * outcomes that several cases share stand apart, under a name.
 */
final class Cases {

    /** Beside this class. */
    static final String FILE = "cases.json";

    private static final Pattern NAME = Pattern.compile("\\$([a-z]+)");

    private Cases() {
    }

    /** All, in the order of the file. */
    static List<Case> read() {
        JsonNode file = tree();
        var cases = new ArrayList<Case>();
        for (JsonNode node : file.get("cases")) {
            ObjectNode whole = node.deepCopy();
            if (node.get("outcomes").isTextual()) {
                whole.set("outcomes", file.get("outcomes").get(node.get("outcomes").textValue()));
            }
            if (!node.has("variants")) {
                cases.add(one(node.get("id").textValue(), whole));
                continue;
            }
            whole.remove("variants");
            for (Map.Entry<String, JsonNode> variant : node.get("variants").properties()) {
                cases.add(one(node.get("id").textValue() + "." + variant.getKey(), filled(whole, variant.getValue())));
            }
        }
        return List.copyOf(cases);
    }

    static JsonNode tree() {
        try (InputStream in = Cases.class.getResourceAsStream(FILE)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode filled(JsonNode node, JsonNode values) {
        if (node.isTextual()) {
            return filled(node.textValue(), values);
        }
        if (node.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> array.add(filled(item, values)));
            return array;
        }
        if (node.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(field -> object.set(field.getKey(), filled(field.getValue(), values)));
            return object;
        }
        return node;
    }

    /** A name alone stands for its value, whatever that is; within a sentence, for its text. */
    private static JsonNode filled(String text, JsonNode values) {
        Matcher name = NAME.matcher(text);
        return name.matches() ? values.get(name.group(1))
                : JsonNodeFactory.instance.textNode(name.replaceAll(it -> Matcher.quoteReplacement(values.get(it.group(1)).textValue())));
    }

    private static Case one(String id, JsonNode node) {
        var steps = new ArrayList<Case.Step>();
        node.get("steps").forEach(step -> steps.add(step(step)));
        var outcomes = new ArrayList<Case.Outcome>();
        node.get("outcomes").forEach(outcome -> outcomes.add(outcome(outcome)));
        return new Case(id, node.get("says").textValue(), node.get("needs").textValue().equals("session"), steps, outcomes);
    }

    private static Case.Step step(JsonNode step) {
        for (Case.Kind kind : Case.Kind.values()) {
            Optional<JsonNode> fields = Optional.ofNullable(step.get(kind.name().toLowerCase(Locale.ROOT)));
            if (fields.isPresent()) {
                return new Case.Step(step.get("id").textValue(), kind, fields.get(), step.path("to").asText("ike"),
                        step.path("elsewhere").asBoolean(), step.path("times").asInt(1), step.path("tries").asInt(1),
                        step.path("mayFail").asBoolean());
            }
        }
        throw new IllegalArgumentException("a step that does nothing: " + step);
    }

    private static Case.Outcome outcome(JsonNode outcome) {
        var when = new ArrayList<Condition>();
        outcome.get("when").forEach(text -> when.add(Condition.parse(text.textValue())));
        var clauses = new ArrayList<String>();
        // A variant gives several in one text.
        outcome.get("clauses").forEach(ids -> clauses.addAll(List.of(ids.textValue().split(" "))));
        return new Case.Outcome(when, outcome.get("verdict").textValue(), clauses, outcome.get("sentence").textValue());
    }
}
