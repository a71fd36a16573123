package sfd.alphabet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import sfd.ike.IkeSpis;
import sfd.sa.Event;

/**
 * Events as JSON objects: the field {@code event} has the name in the alphabet, the others are those of its record. They
 * are taken from the records themselves, so an event or a field that is added there can be told here at once.
 */
public final class EventJson {

    /** The records by their names. */
    public static final SortedMap<String, Class<?>> BY_NAME = new TreeMap<>();

    static {
        records(Event.class).forEach(type -> BY_NAME.put(type.getSimpleName(), type));
    }

    private static final String NOT_ONE_PACKET =
            "protocol must be UDP where from and to have a port, and ESP or AH where neither has";

    private EventJson() {
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isRecord() ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(EventJson::records);
    }

    /** @throws BadLineException in one sentence, what it is not */
    public static Event read(ObjectNode fields) throws BadLineException {
        JsonNode name = fields.remove("event");
        Class<?> type = name == null || !name.isTextual() ? null : BY_NAME.get(name.textValue());
        if (type == null) {
            throw new BadLineException("event must be one of " + String.join(", ", BY_NAME.keySet()));
        }
        RecordComponent[] components = type.getRecordComponents();
        var values = new ArrayList<Object>();
        for (RecordComponent component : components) {
            values.add(value(component, fields));
        }
        if (!fields.isEmpty()) {
            throw new BadLineException(type.getSimpleName() + " has no other fields than " + String.join(", ", names(type)));
        }
        return made(type, components, values);
    }

    private static Object value(RecordComponent component, ObjectNode fields) throws BadLineException {
        // The IKE SA that an event is about is named as everywhere else: by two fields.
        if (component.getType() == IkeSpis.class && component.getName().equals("spis")) {
            return EventFields.spis("", fields.remove("spiI"), fields.remove("spiR"));
        }
        return EventFields.value(component, fields.remove(component.getName()));
    }

    /** The names of the fields, for a sentence. */
    public static List<String> names(Class<?> type) {
        return Stream.concat(Stream.of("event", "now"), Arrays.stream(type.getRecordComponents())
                .flatMap(it -> it.getType() == IkeSpis.class && it.getName().equals("spis") ? Stream.of("spiI", "spiR")
                        : Stream.of(it.getName()))).toList();
    }

    private static Event made(Class<?> type, RecordComponent[] components, List<Object> values) throws BadLineException {
        try {
            Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            var constructor = type.getDeclaredConstructor(types);
            return (Event) constructor.newInstance(values.toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw new BadLineException(type == Event.Received.class ? NOT_ONE_PACKET : refused.getMessage());
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
