package sfd.packet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A packet field by field, the same for decode and for tshark.
 *
 * @param kind ike, esp, ah, keepalive, malformed, or none where no dissector took it
 * @param fields name and value
 */
record Seen(String kind, List<String> fields) {

    private static final int RESERVED_FLAGS = 0xC7;
    private static final int GENERIC = 8;
    private static final Set<Long> ENCRYPTED = Set.of(46L, 53L);
    private static final long NOTIFY = 41;

    // As decode prints it.

    static Seen byDecode(JsonNode answer) {
        String kind = answer.get("kind").asText();
        return new Seen(kind, switch (kind) {
            case "ike" -> message(answer);
            case "esp", "ah" -> List.of("spi " + answer.get("spi").asText());
            case "malformed" -> List.of(answer.get("reason").asText());
            default -> List.of();
        });
    }

    private static List<String> message(JsonNode answer) {
        JsonNode header = answer.get("header");
        List<String> fields = new ArrayList<>();
        for (String name : List.of("spiI", "spiR", "minorVersion", "initiator", "response", "versionFlag", "messageId", "length")) {
            fields.add(name + " " + header.get(name).asText());
        }
        fields.add("exchange " + header.at("/exchange/number").asText());
        fields.add("reservedFlags " + header.get("reservedFlags").asText());
        answer.get("payloads").forEach(payload -> fields.add(payload(payload)));
        return fields;
    }

    private static String payload(JsonNode it) {
        int data = it.get("data").asText().length() / 2;
        String generic = "payload %s critical %s reserved %s ".formatted(it.at("/type/number").asText(),
                it.get("critical").asText(), it.get("reserved").asText());
        if (it.has("notify")) {
            String spi = it.get("spi").asText();
            return generic + "length %d protocol %s spi '%s' notify %s data '%s'".formatted(8 + spi.length() / 2 + data,
                    it.get("protocol").asText(), spi, it.at("/notify/number").asText(), it.get("data").asText());
        }
        if (it.has("fragment")) {
            return generic + "length %d inside %s fragment %s of %s data '%s'".formatted(8 + data, it.at("/firstInside/number").asText(),
                    it.at("/fragment/number").asText(), it.at("/fragment/total").asText(), it.get("data").asText());
        }
        return generic + "length %d %sdata '%s'".formatted(4 + data,
                it.has("firstInside") ? "inside " + it.at("/firstInside/number").asText() + " " : "", it.get("data").asText());
    }

    // As tshark reads it.

    static Seen byTshark(Pdml packet) {
        boolean malformed = packet.has("_ws.malformed");
        if (packet.first("isakmp").isPresent()) {
            Pdml it = packet.first("isakmp").get();
            return new Seen(malformed ? "malformed" : "ike", message(it));
        }
        if (malformed) {
            return new Seen("malformed", List.of());
        }
        // Before ESP, which may stand behind it.
        if (packet.first("ah").isPresent()) {
            return new Seen("ah", List.of("spi " + packet.first("ah").get().octets("ah.spi")));
        }
        if (packet.first("esp").isPresent()) {
            return new Seen("esp", List.of("spi " + packet.first("esp").get().octets("esp.spi")));
        }
        return new Seen(packet.has("udpencap.nat_keepalive") ? "keepalive" : "none", List.of());
    }

    private static List<String> message(Pdml it) {
        Pdml flags = it.first("isakmp.flags").orElseThrow();
        Pdml version = it.first("isakmp.version").orElseThrow();
        List<String> fields = new ArrayList<>(List.of(
                "spiI " + it.octets("isakmp.ispi"),
                "spiR " + it.octets("isakmp.rspi"),
                "minorVersion " + version.number("isakmp.mnver"),
                "initiator " + isSet(flags, "isakmp.flag_i"),
                "response " + isSet(flags, "isakmp.flag_r"),
                "versionFlag " + isSet(flags, "isakmp.flag_v"),
                "messageId " + it.number("isakmp.messageid"),
                "length " + it.number("isakmp.length"),
                "exchange " + it.number("isakmp.exchangetype"),
                "reservedFlags %02x".formatted(Long.decode(flags.show()) & RESERVED_FLAGS)));
        it.all("isakmp.typepayload").forEach(payload -> fields.add(payload(payload)));
        return fields;
    }

    private static boolean isSet(Pdml in, String bit) {
        return in.number(bit) == 1;
    }

    private static String payload(Pdml it) {
        long type = Long.decode(it.show());
        String generic = "payload %d critical %s reserved %02x length %d ".formatted(type, isSet(it, "isakmp.criticalpayload"),
                it.number("isakmp.reserved7"), it.number("isakmp.payloadlength"));
        if (type == NOTIFY) {
            return generic + "protocol %d spi '%s' notify %d data '%s'".formatted(it.number("isakmp.notify.protoid"),
                    it.octets("isakmp.spi"), it.number("isakmp.notify.msgtype"), it.octets("isakmp.notify.data"));
        }
        String body = it.octets().length() < GENERIC ? "" : it.octets().substring(GENERIC);
        if (!ENCRYPTED.contains(type)) {
            return generic + "data '%s'".formatted(body);
        }
        String inside = generic + "inside %d ".formatted(it.number("isakmp.nextpayload"));
        return it.first("isakmp.frag.number").isEmpty() ? inside + "data '%s'".formatted(body)
                : inside + "fragment %d of %d data '%s'".formatted(it.number("isakmp.frag.number"),
                        it.number("isakmp.frag.total"), body.substring(Math.min(body.length(), GENERIC)));
    }
}
