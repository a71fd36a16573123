package sfd.vectors;

import static sfd.vectors.Digits.length;
import static sfd.vectors.Digits.slice;
import static sfd.vectors.Digits.u8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * An IKE message, as octets and as what a reader shows of it.
 *
 * @param spis both, 16 octets
 * @param version major and minor in one octet
 * @param flags all eight
 */
record Message(String spis, int version, int exchange, String name, int flags, long messageId, List<Part> parts) {

    static Message of(String spis, int exchange, String name, int flags, long messageId, Part... parts) {
        return new Message(spis, 0x20, exchange, name, flags, messageId, List.of(parts));
    }

    static Message informational(String spis, int flags, long messageId, Part... parts) {
        return of(spis, 37, "INFORMATIONAL", flags, messageId, parts);
    }

    Message version(int version) {
        return new Message(spis, version, exchange, name, flags, messageId, parts);
    }

    /** Type of the first payload, 0 for none. */
    int first() {
        return parts.isEmpty() ? 0 : parts.getFirst().type();
    }

    String chain() {
        var out = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            out.append(parts.get(i).octets(i + 1 < parts.size() ? parts.get(i + 1).type() : 0));
        }
        return out.toString();
    }

    String octets() {
        String chain = chain();
        return Ike.header(spis, first(), version, exchange, flags, messageId, 28 + length(chain)) + chain;
    }

    /** As {@code decode} shows it. */
    ObjectNode json() {
        ObjectNode out = JsonNodeFactory.instance.objectNode().put("kind", "ike");
        ObjectNode header = out.putObject("header").put("spiI", slice(spis, 0, 8)).put("spiR", slice(spis, 8, 16))
                .put("minorVersion", version & 0x0F);
        header.set("exchange", Part.numbered(exchange, name));
        header.put("initiator", (flags & 0x08) != 0).put("response", (flags & 0x20) != 0)
                .put("versionFlag", (flags & 0x10) != 0)
                .put("reservedFlags", u8(flags & 0xC7)).put("messageId", messageId).put("length", length(octets()));
        ArrayNode payloads = out.putArray("payloads");
        parts.forEach(it -> payloads.add(it.json()));
        return out;
    }
}
