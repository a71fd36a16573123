package sfd.alphabet;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import sfd.ike.Endpoint;
import sfd.ike.ExchangeTypes;
import sfd.ike.IkeSpis;
import sfd.ike.Payload;
import sfd.octets.OctetReader;
import sfd.octets.Octets;
import sfd.sa.ChildSa;
import sfd.sa.Event;
import sfd.token.Secret;
import sfd.token.Secrets;

/** The fields of an event, each by the type of what it means. No sentence shows a value: it may be a secret. */
public final class EventFields {

    private EventFields() {
    }

    /** @param node null where the field is missing: that is an empty list or set, no lot, and else an error */
    public static Object value(RecordComponent component, JsonNode node) throws BadLineException {
        String name = component.getName();
        Class<?> type = component.getType();
        if (node == null && name.equals("lot")) {
            return Event.Received.NO_LOT; // Where nothing is drawn nobody speaks of lots.
        }
        if (node == null && !Collection.class.isAssignableFrom(type)) {
            throw new BadLineException(name + " is missing");
        }
        if (type == List.class) {
            return List.copyOf(all(name, element(component), node));
        }
        if (type == Set.class) {
            return new LinkedHashSet<>(all(name, element(component), node));
        }
        if (type == int.class) {
            return switch (name) {
                case "spi" -> childSpi(name, node);
                case "exchange" -> exchange(node);
                case "messageId" -> messageId(node);
                case "lot" -> lot(node);
                default -> number(name, node);
            };
        }
        return value(name, type, node);
    }

    private static Object value(String name, Class<?> type, JsonNode node) throws BadLineException {
        if (type == boolean.class) {
            require(node.isBoolean(), name + " must be true or false");
            return node.booleanValue();
        }
        if (type == String.class) {
            return text(name, node);
        }
        if (type == Octets.class) {
            return octets(name, node);
        }
        if (type == Endpoint.class) {
            return endpoint(name, node);
        }
        if (type == IkeSpis.class) {
            require(node.isObject() && node.size() == 2, name + " must be an object of spiI and spiR");
            return spis(name + ": ", node.get("spiI"), node.get("spiR"));
        }
        if (type == ChildSa.class) {
            require(node.isObject() && node.size() == 2, name + " must be of in and out");
            return new ChildSa(childSpi("in", node.get("in")), childSpi("out", node.get("out")));
        }
        if (type == Secrets.class) {
            return secrets(name, node);
        }
        if (type == Secret.class) {
            return secret(name, node);
        }
        if (type == Payload.class) {
            return PayloadFields.read(node);
        }
        if (type.isEnum()) {
            return constant(name, type, node);
        }
        throw new IllegalStateException("no JSON for " + type);
    }

    private static Class<?> element(RecordComponent component) {
        Type[] arguments = ((ParameterizedType) component.getGenericType()).getActualTypeArguments();
        return (Class<?>) arguments[0];
    }

    private static List<Object> all(String name, Class<?> type, JsonNode node) throws BadLineException {
        var all = new ArrayList<>();
        if (node != null) {
            require(node.isArray(), name + " must be an array");
            for (JsonNode item : node) {
                all.add(value(name, type, item));
            }
        }
        return all;
    }

    public static IkeSpis spis(String prefix, JsonNode initiator, JsonNode responder) throws BadLineException {
        return new IkeSpis(spi(prefix + "spiI", initiator), spi(prefix + "spiR", responder));
    }

    private static long spi(String name, JsonNode node) throws BadLineException {
        return new OctetReader(octets(name, node, Long.BYTES)).u64();
    }

    private static int childSpi(String name, JsonNode node) throws BadLineException {
        return new OctetReader(octets(name, node, Integer.BYTES)).u32();
    }

    private static int exchange(JsonNode node) throws BadLineException {
        OptionalInt number = PayloadFields.number(node, ExchangeTypes::number, 0xFF);
        require(number.isPresent(), "exchange must be the name of an exchange type, or a number of 0 to 255");
        return number.getAsInt();
    }

    private static int lot(JsonNode node) throws BadLineException {
        require(node.isIntegralNumber() && node.canConvertToInt() && node.intValue() >= 0,
                "lot must be a whole number of 0 to 2147483647");
        return node.intValue();
    }

    private static int number(String name, JsonNode node) throws BadLineException {
        require(node != null && node.isIntegralNumber() && node.canConvertToInt(), name + " must be a whole number below 2^31");
        return node.intValue();
    }

    /** All 32 bits of it count (BASE-3.1-1), so it is a number of 0 to 2^32 - 1. */
    private static int messageId(JsonNode node) throws BadLineException {
        require(node.isIntegralNumber() && node.canConvertToLong() && node.longValue() >>> Integer.SIZE == 0,
                "messageId must be a whole number of 0 to 4294967295");
        return (int) node.longValue();
    }

    /** Of an IKE SA, whose ends have the UDP ports where IKE is spoken, or of a packet. */
    private static Endpoint endpoint(String name, JsonNode node) throws BadLineException {
        Endpoint endpoint = EndpointText.parse(name, text(name, node));
        require(endpoint.port() != Endpoint.NO_UDP || name.equals("from") || name.equals("to"), name + " needs a UDP port");
        return endpoint;
    }

    private static Secrets secrets(String name, JsonNode node) throws BadLineException {
        require(node.isArray(), name + " must be an array");
        var secrets = new ArrayList<Secret>();
        for (JsonNode item : node) {
            secrets.add(secret(name, item));
        }
        try {
            return new Secrets(secrets);
        } catch (IllegalArgumentException e) {
            throw new BadLineException(name + " must be " + Secrets.MOST + " generations at most, newest first");
        }
    }

    private static Secret secret(String name, JsonNode node) throws BadLineException {
        require(node.isObject() && node.size() == 2, name + " must be of generation and octets");
        int generation = number("generation", node.get("generation"));
        require(generation > 0, "generation must be 1 or more");
        return Secret.of(generation, octets(name, node.get("octets"), Secret.LENGTH));
    }

    private static Object constant(String name, Class<?> type, JsonNode node) throws BadLineException {
        for (Object constant : type.getEnumConstants()) {
            if (node.isTextual() && node.textValue().equals(((Enum<?>) constant).name())) {
                return constant;
            }
        }
        throw new BadLineException(name + " must be one of " + Arrays.toString(type.getEnumConstants()));
    }

    private static String text(String name, JsonNode node) throws BadLineException {
        require(node != null && node.isTextual() && !node.textValue().isEmpty(), name + " must be a string that is not empty");
        return node.textValue();
    }

    private static Octets octets(String name, JsonNode node, int length) throws BadLineException {
        Octets octets = octets(name, node);
        require(octets.length() == length, name + " must have " + 2 * length + " hexadecimal digits");
        return octets;
    }

    public static Octets octets(String name, JsonNode node) throws BadLineException {
        require(node != null && node.isTextual(), name + " must be a string of hexadecimal digits");
        try {
            return HexText.parse(node.textValue(), 0);
        } catch (BadLineException e) {
            throw new BadLineException(name + ": " + e.getMessage());
        }
    }

    public static void require(boolean met, String sentence) throws BadLineException {
        if (!met) {
            throw new BadLineException(sentence);
        }
    }
}
