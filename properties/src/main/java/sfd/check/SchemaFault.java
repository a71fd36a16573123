package sfd.check;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.ValidationMessage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a schema finds wrong, for who has to mend it.
 *
 * @param place of the value in the file
 * @param sentence the place, what is there, and what may be
 */
record SchemaFault(JsonPointer place, String sentence) {

    /** What a choice says is only that none of its sides fits; the others say what to do. */
    private static final Set<String> CHOICES = Set.of("oneOf", "anyOf", "not", "if");

    private static final Set<String> NOT_KNOWN = Set.of("additionalProperties", "unevaluatedProperties");

    /** @param schema the whole of it, which knows what else could stand there */
    static SchemaFault foremost(List<ValidationMessage> faults, JsonNode schema) {
        // A name that is misspelt is missing as well.
        return of(faults.stream().filter(it -> NOT_KNOWN.contains(it.getMessageKey())).findFirst()
                .or(() -> faults.stream().filter(it -> !CHOICES.contains(it.getMessageKey())).findFirst())
                .orElse(faults.getFirst()), schema);
    }

    private static SchemaFault of(ValidationMessage fault, JsonNode schema) {
        JsonPointer place = pointer(fault.getInstanceLocation());
        return switch (fault.getMessageKey()) {
            case "required" -> new SchemaFault(place, named(place) + " has no " + fault.getProperty());
            case "additionalProperties", "unevaluatedProperties" -> new SchemaFault(place.appendProperty(fault.getProperty()),
                    named(place) + " has a field " + fault.getProperty() + ", which is not known, only "
                            + String.join(", ", known(fault, schema)));
            case "enum" -> new SchemaFault(place, is(place, fault) + ", and must be one of " + listed(fault.getSchemaNode()));
            case "const" -> new SchemaFault(place, is(place, fault) + ", and must be " + fault.getSchemaNode());
            case "type" -> new SchemaFault(place, is(place, fault) + ", and must be of the type "
                    + (fault.getSchemaNode().isArray() ? listed(fault.getSchemaNode()) : fault.getSchemaNode().asText()).replace("\"", ""));
            case "pattern" -> new SchemaFault(place, is(place, fault) + ", and must be of the form " + fault.getSchemaNode().asText());
            default -> new SchemaFault(place, named(place) + fault.getMessage().substring(fault.getMessage().indexOf(':') + 1));
        };
    }

    private static List<String> known(ValidationMessage fault, JsonNode schema) {
        JsonNode fields = schema.at(pointer(fault.getSchemaLocation().getFragment().getParent())).path("properties");
        return fields.propertyStream().map(Map.Entry::getKey).toList();
    }

    private static String is(JsonPointer place, ValidationMessage fault) {
        String value = String.valueOf(fault.getInstanceNode());
        return named(place) + " is " + (value.length() <= 60 ? value : value.substring(0, 57) + "...");
    }

    private static String listed(JsonNode values) {
        return values.valueStream().map(JsonNode::toString).collect(Collectors.joining(", "));
    }

    /** As people write it: {@code models[3].time}. */
    static String named(JsonPointer place) {
        var name = new StringBuilder();
        for (JsonPointer step = place; !step.matches(); step = step.tail()) {
            if (step.getMatchingIndex() >= 0) {
                name.append('[').append(step.getMatchingIndex()).append(']');
            } else {
                name.append(name.isEmpty() ? "" : ".").append(step.getMatchingProperty());
            }
        }
        return name.isEmpty() ? "the whole" : name.toString();
    }

    private static JsonPointer pointer(JsonNodePath path) {
        return path.getParent() == null ? JsonPointer.empty() : path.getElement(-1) instanceof Integer index
                ? pointer(path.getParent()).appendIndex(index) : pointer(path.getParent()).appendProperty(path.getElement(-1).toString());
    }
}
