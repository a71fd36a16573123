package sfd.alphabet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import sfd.ike.NotifyTypes;
import sfd.ike.Payload;
import sfd.ike.PayloadTypes;
import sfd.octets.Octets;

/**
 * A payload inside a protected message, as JSON. Every payload that the commands print can be given, and shorter: a type
 * by its name or number alone, and of a notification no fields but those that are not zero or empty.
 */
public final class PayloadFields {

    private static final Set<String> NAMES =
            Set.of("type", "notify", "protocol", "spi", "data", "checkSpi", "token", "critical", "reserved");

    private PayloadFields() {
    }

    public static Payload read(JsonNode node) throws BadLineException {
        EventFields.require(node.isObject(), "payloads must be objects");
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            EventFields.require(NAMES.contains(names.next()), "a payload has the fields type, notify, protocol, spi and data");
        }
        Octets data = optional("data", node);
        OptionalInt type = node.has("type") ? number(node.get("type"), PayloadTypes::number, 0xFF)
                : OptionalInt.of(PayloadTypes.NOTIFY);
        EventFields.require(type.isPresent() && node.has("notify") == (type.getAsInt() == PayloadTypes.NOTIFY),
                "a payload needs a type by its name or number, or notify and then a notify type");
        try {
            return node.has("notify") ? notify(node, data) : new Payload.Other(type.getAsInt(), data);
        } catch (IllegalArgumentException e) {
            throw new BadLineException("no payload can have these fields: " + e.getMessage());
        }
    }

    private static Payload notify(JsonNode node, Octets data) throws BadLineException {
        OptionalInt type = number(node.get("notify"), NotifyTypes::number, 0xFFFF);
        EventFields.require(type.isPresent(), "notify must be the name of a notify type, or a number of 0 to 65535");
        JsonNode protocol = node.path("protocol");
        EventFields.require(protocol.isMissingNode() || protocol.isIntegralNumber() && protocol.canConvertToInt(),
                "protocol must be a number of 0 to 255");
        return new Payload.Notify(protocol.asInt(), optional("spi", node), type.getAsInt(), data);
    }

    /** A number of a registry: itself, its name, or both as they are printed. */
    public static OptionalInt number(JsonNode node, Function<String, OptionalInt> byName, int most) {
        JsonNode number = node != null && node.isObject() ? node.path("number") : node;
        if (number == null || number.isTextual()) {
            return number == null ? OptionalInt.empty() : byName.apply(number.textValue());
        }
        boolean fits = number.isIntegralNumber() && number.canConvertToInt() && number.intValue() >= 0
                && number.intValue() <= most;
        return fits ? OptionalInt.of(number.intValue()) : OptionalInt.empty();
    }

    private static Octets optional(String name, JsonNode node) throws BadLineException {
        return node.has(name) ? EventFields.octets(name, node.get(name)) : Octets.EMPTY;
    }
}
