package sfd.vectors;

import static sfd.vectors.Digits.slice;
import static sfd.vectors.Digits.u16;
import static sfd.vectors.Digits.u8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A payload of a message, as octets and as what a reader shows of it.
 *
 * @param type payload type
 * @param bits critical bit and reserved bits
 * @param inside next payload, where it speaks of the inside; else -1
 * @param body what stands behind the generic header
 * @param shown without type and bits
 */
record Part(int type, String name, int bits, int inside, String body, ObjectNode shown) {

    static Part other(int type, String name, String body) {
        return new Part(type, name, 0, -1, body, node().put("data", body));
    }

    static Part notify(int type, String name, int protocol, String spi, String data) {
        ObjectNode shown = node();
        shown.set("notify", numbered(type, name));
        return new Part(Ike.NOTIFY, "N", 0, -1, Ike.notification(protocol, spi, type, data),
                shown.put("protocol", protocol).put("spi", spi).put("data", data));
    }

    static Part token(String token) {
        return notify(Ike.QCD_TOKEN, "QUICK_CRASH_DETECTION", 1, "", token);
    }

    /** About an IKE SA, with a cookie. */
    static Part check(int subtype, String name, String spis, String cookie) {
        Part part = notify(Ike.CHECK_SPI, "CHECK_SPI", 1, spis, u8(subtype) + u8(Digits.length(cookie)) + "0000" + cookie);
        part.shown().putObject("checkSpi").put("subtype", name).put("spiI", slice(spis, 0, 8)).put("spiR", slice(spis, 8, 16))
                .put("cookie", cookie);
        return part;
    }

    static Part encrypted(int inside, String insideName, String sealed) {
        ObjectNode shown = node();
        shown.set("firstInside", numbered(inside, insideName));
        return new Part(Ike.SK, "SK", 0, inside, sealed, shown.put("data", sealed));
    }

    static Part fragment(int inside, String insideName, int number, int total, String sealed) {
        ObjectNode shown = node();
        shown.set("firstInside", numbered(inside, insideName));
        shown.putObject("fragment").put("number", number).put("total", total);
        return new Part(Ike.SKF, "SKF", 0, inside, u16(number) + u16(total) + sealed, shown.put("data", sealed));
    }

    /** With these bits behind the next payload. */
    Part bits(int bits) {
        return new Part(type, name, bits, inside, body, shown);
    }

    /** @param next type of the payload behind it, 0 for none */
    String octets(int next) {
        return Ike.payload(inside < 0 ? next : inside, bits, body);
    }

    /** As {@code decode} shows it. */
    ObjectNode json() {
        ObjectNode out = node();
        out.set("type", numbered(type, name));
        out.setAll(shown);
        return out.put("critical", (bits & 0x80) != 0).put("reserved", u8(bits & 0x7F));
    }

    private static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ObjectNode numbered(int number, String name) {
        return node().put("number", number).put("name", name);
    }
}
