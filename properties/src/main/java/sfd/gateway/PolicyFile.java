package sfd.gateway;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import sfd.ike.Address;
import sfd.sa.Policy;
import sfd.sa.SirPolicy;
import sfd.token.TokenMethod;

/** A policy as a JSON object of the fields of {@link Policy}; those that are not there have the values of the role. */
public final class PolicyFile {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addMixIn(Policy.Text.class, Labelled.class)
            .addMixIn(TokenMethod.class, OfSection.class)
            .addMixIn(SirPolicy.QueryTo.class, Labelled.class)
            .addMixIn(SirPolicy.Cause.class, Labelled.class)
            .addMixIn(Address.class, AsText.class)
            // "1" is no method of tokens, though one stands at that place.
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .build();

    private PolicyFile() {
    }

    /** Texts, whom to ask, and what dampens are written as in the spec. */
    private interface Labelled {
        @JsonValue
        String label();
    }

    /** Token methods are written as in the spec. */
    private interface OfSection {
        @JsonValue
        String section();
    }

    /** Addresses are written as people write them. */
    private interface AsText {
        @JsonValue
        String toString();

        @JsonCreator
        static Address parse(String text) {
            return Address.parse(text);
        }
    }

    /** A policy of which all fields are there. @throws BadFileException if it is none */
    public static Policy of(ObjectNode fields) throws BadFileException {
        return policy(Path.of("a policy"), fields);
    }

    /** All fields of a policy, as {@link #read} takes them; its sets in no order. */
    public static ObjectNode json(Policy policy) {
        return JSON.valueToTree(policy);
    }

    /** @throws BadFileException if it is not a policy for this role */
    public static Policy read(Path file, GatewayRole role) throws BadFileException {
        JsonNode given = JsonFile.read(file);
        if (!given.isObject()) {
            throw new BadFileException(file + ": a policy is a JSON object");
        }
        ObjectNode fields = JSON.valueToTree(role.defaults());
        merge(file, (ObjectNode) given, fields);
        Policy policy = policy(file, fields);
        if (role.defaults() == Policy.BASELINE && (policy.maker() || policy.taker())) {
            throw new BadFileException(file + ": " + role + " has no tokens, so maker and taker must be false");
        }
        return policy;
    }

    /** The given fields in place of those that are there, also of a policy inside the policy. */
    private static void merge(Path file, ObjectNode given, ObjectNode fields) throws BadFileException {
        for (Map.Entry<String, JsonNode> field : given.properties()) {
            JsonNode before = fields.get(field.getKey());
            if (before == null) {
                throw new BadFileException(file + ": a policy has no field " + field.getKey() + ", only "
                        + String.join(", ", (Iterable<String>) fields::fieldNames));
            }
            check(file, field.getKey(), field.getValue(), before);
            if (before.isObject()) {
                merge(file, (ObjectNode) field.getValue(), (ObjectNode) before);
            } else {
                fields.set(field.getKey(), field.getValue());
            }
        }
    }

    private static void check(Path file, String name, JsonNode value, JsonNode before) throws BadFileException {
        boolean fits = switch (before.getNodeType()) {
            case OBJECT -> value.isObject();
            case ARRAY -> isOfStrings(value);
            case BOOLEAN -> value.isBoolean();
            case NUMBER -> value.isIntegralNumber() && value.canConvertToInt();
            default -> value.isTextual();
        };
        if (!fits) {
            throw new BadFileException(file + ": " + name + " must be " + switch (before.getNodeType()) {
                case BOOLEAN -> "true or false";
                case NUMBER -> "a whole number below 2^31";
                case OBJECT -> "a JSON object";
                case ARRAY -> "a JSON array of strings";
                default -> "a string like \"" + before.asText() + "\"";
            });
        }
    }

    private static boolean isOfStrings(JsonNode value) {
        boolean all = value.isArray();
        for (JsonNode item : value) {
            all &= item.isTextual();
        }
        return all;
    }

    private static Policy policy(Path file, ObjectNode fields) throws BadFileException {
        try {
            return JSON.treeToValue(fields, Policy.class);
        } catch (ValueInstantiationException e) {
            if (e.getType().hasRawClass(Address.class)) {
                throw new BadFileException(file + ": " + field(e) + " must be addresses like 192.0.2.1 or 2001:db8::1");
            }
            // A limit outside its range: the record's own words.
            throw new BadFileException(file + ": " + e.getCause().getMessage());
        } catch (InvalidFormatException e) {
            throw new BadFileException(file + ": " + field(e) + " must be one of "
                    + Arrays.stream(e.getTargetType().getEnumConstants())
                            .map(it -> JSON.valueToTree(it).toString()).collect(Collectors.joining(", ")));
        } catch (JsonProcessingException e) {
            throw new BadFileException(file + ": " + e.getOriginalMessage());
        }
    }

    /** The field at fault; an item of an array has no name of its own. */
    private static String field(JsonMappingException e) {
        return e.getPath().stream().map(JsonMappingException.Reference::getFieldName).filter(Objects::nonNull)
                .reduce("", (outer, inner) -> inner);
    }
}
