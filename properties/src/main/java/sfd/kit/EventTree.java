package sfd.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import sfd.alphabet.BadLineException;
import sfd.alphabet.EventJson;
import sfd.alphabet.PacketJson;
import sfd.ike.Endpoint;
import sfd.ike.IkeSpis;
import sfd.ike.Payload;
import sfd.octets.Octets;
import sfd.sa.ChildSa;
import sfd.sa.Event;
import sfd.token.Secret;
import sfd.token.Secrets;

/** Events as the JSON that {@link EventJson} reads: the inverse of it, and like it taken from the records. */
public final class EventTree {

    private EventTree() {
    }

    /** The name of the event first, then its fields in the order of the alphabet. */
    public static ObjectNode of(Event event) {
        ObjectNode out = JsonNodeFactory.instance.objectNode().put("event", event.getClass().getSimpleName());
        for (RecordComponent component : event.getClass().getRecordComponents()) {
            Object value = component(component, event);
            if (!component.getName().equals("lot") || !value.equals(Event.Received.NO_LOT)) {
                put(out, component.getName(), value);
            }
        }
        return out;
    }

    /** @throws IllegalArgumentException in one line, where the JSON is no event */
    public static Event read(JsonNode json) {
        if (!(json instanceof ObjectNode fields)) {
            throw new IllegalArgumentException("an event must be an object");
        }
        try {
            return EventJson.read(fields.deepCopy());
        } catch (BadLineException e) {
            throw new IllegalArgumentException(e.getMessage());
        }
    }

    private static Object component(RecordComponent component, Event event) {
        try {
            return component.getAccessor().invoke(event);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void put(ObjectNode out, String name, Object value) {
        // The IKE SA that an event is about is named as everywhere else: by two fields.
        if (value instanceof IkeSpis spis && name.equals("spis")) {
            SaTree.spis(out, spis);
        } else {
            out.set(name, node(name, value));
        }
    }

    private static JsonNode node(String name, Object value) {
        return switch (value) {
            case Boolean flag -> BooleanNode.valueOf(flag);
            case Integer number -> number(name, number);
            case String text -> TextNode.valueOf(text);
            case Enum<?> constant -> TextNode.valueOf(constant.name());
            case Octets octets -> TextNode.valueOf(octets.toString());
            case Endpoint endpoint -> TextNode.valueOf(endpoint.toString());
            case IkeSpis spis -> SaTree.spis(JsonNodeFactory.instance.objectNode(), spis);
            case ChildSa child -> SaTree.child(child);
            case Secret secret -> SecretTree.of(secret);
            case Secrets secrets -> SecretTree.of(secrets);
            case List<?> payloads -> payloads(payloads);
            case Set<?> children -> children(children);
            default -> throw new IllegalStateException("no JSON for " + value.getClass());
        };
    }

    private static JsonNode number(String name, int number) {
        return switch (name) {
            case "spi" -> TextNode.valueOf(HexFormat.of().toHexDigits(number));
            case "exchange" -> PacketJson.exchange(number);
            case "messageId" -> LongNode.valueOf(Integer.toUnsignedLong(number));
            default -> IntNode.valueOf(number);
        };
    }

    private static ArrayNode payloads(Collection<?> payloads) {
        return EffectTree.payloads(payloads.stream().map(Payload.class::cast).toList());
    }

    private static ArrayNode children(Collection<?> children) {
        var sorted = new TreeSet<>(SaTree.BY_SPIS);
        children.forEach(child -> sorted.add((ChildSa) child));
        return SaTree.children(sorted);
    }
}
