package sfd.traces.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import sfd.traces.value.Value;

/** Reads values that {@link ValueJson} or another writer of the Informal Trace Format has written. */
public final class JsonValue {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private JsonValue() {
    }

    /** @throws IllegalArgumentException where the text is no JSON, in one line */
    public static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            var place = e.getLocation();
            throw new IllegalArgumentException("no JSON"
                    + (place == null ? "" : ", line " + place.getLineNr() + ", column " + place.getColumnNr())
                    + ": " + e.getOriginalMessage().replaceAll("\\s+", " "));
        }
    }

    /** @throws IllegalArgumentException where the JSON stands for no value, in one line */
    public static Value of(JsonNode json) {
        return switch (json.getNodeType()) {
            case BOOLEAN -> Value.of(json.booleanValue());
            case STRING -> Value.of(json.textValue());
            case NUMBER -> integer(json);
            case ARRAY -> Value.seq(all(json));
            case OBJECT -> object(json);
            default -> throw new IllegalArgumentException("no TLA+ value: " + json);
        };
    }

    private static Value integer(JsonNode json) {
        if (!json.canConvertToLong() || !json.isIntegralNumber()) {
            throw new IllegalArgumentException("no integer of 64 bits: " + json);
        }
        return Value.of(json.longValue());
    }

    private static Value object(JsonNode json) {
        String first = json.isEmpty() ? "" : json.fieldNames().next();
        if (json.size() == 1 && first.startsWith("#")) {
            return special(first, json.get(first));
        }
        var fields = new TreeMap<String, Value>();
        json.properties().forEach(field -> {
            if (field.getKey().startsWith("#")) {
                throw new IllegalArgumentException("no record has a field " + field.getKey() + ": " + json);
            }
            fields.put(field.getKey(), of(field.getValue()));
        });
        return Value.record(fields);
    }

    private static Value special(String kind, JsonNode content) {
        switch (kind) {
            case ValueJson.BIG -> {
                try {
                    return Value.of(Long.parseLong(content.asText()));
                } catch (NumberFormatException e) {
                    throw new IllegalArgumentException("no integer of 64 bits: " + content);
                }
            }
            case ValueJson.SET -> {
                return Value.set(all(content));
            }
            case ValueJson.TUPLE -> {
                return Value.seq(all(content));
            }
            case ValueJson.MAP -> {
                var entries = new TreeMap<Value, Value>();
                for (Value pair : all(content)) {
                    List<Value> items = pair.items();
                    if (items.size() != 2 || entries.put(items.get(0), items.get(1)) != null) {
                        throw new IllegalArgumentException("a " + ValueJson.MAP + " has pairs with different keys: " + content);
                    }
                }
                return Value.function(entries);
            }
            default -> throw new IllegalArgumentException("unknown kind of value " + kind);
        }
    }

    private static List<Value> all(JsonNode array) {
        if (!array.isArray()) {
            throw new IllegalArgumentException("no array: " + array);
        }
        var values = new ArrayList<Value>(array.size());
        array.forEach(item -> values.add(of(item)));
        return values;
    }
}
