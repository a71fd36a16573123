package sfd.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import sfd.alphabet.PacketJson;
import sfd.ike.Endpoint;
import sfd.ike.Framing;
import sfd.octets.Octets;

/**
 * The octets of a message, and what they are.
 *
 * @param way between which ends
 * @param length in octets
 * @param hex the octets, sixteen a line
 * @param fields as {@code decode} has them
 */
record Packet(String way, int length, String hex, List<Field> fields) {

    private static final int LINE = 32;

    /** @param name with those of the fields that it is in */
    record Field(String name, String value) {
    }

    static Packet of(Endpoint from, Endpoint to, Octets datagram) {
        ObjectNode decoded = JsonNodeFactory.instance.objectNode();
        PacketJson.put(decoded, Framing.udp(from.port(), to.port()), datagram);
        List<Field> fields = new ArrayList<>();
        flat("", decoded, fields);
        return new Packet(from + " to " + to, datagram.length(), lines(HexFormat.of().formatHex(datagram.toArray())), fields);
    }

    private static String lines(String hex) {
        var lines = new StringBuilder();
        for (int at = 0; at < hex.length(); at += 2) {
            lines.append(at == 0 ? "" : at % LINE == 0 ? "\n" : " ").append(hex, at, at + 2);
        }
        return lines.toString();
    }

    private static void flat(String name, JsonNode node, List<Field> fields) {
        if (node.isObject() && node.has("number") && node.has("name") && node.size() == 2) {
            fields.add(new Field(name, node.get("name").asText() + " (" + node.get("number").asText() + ")"));
        } else if (node.isObject()) {
            node.properties().forEach(it -> flat(name.isEmpty() ? it.getKey() : name + " " + it.getKey(), it.getValue(), fields));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                flat(name.replaceFirst("s$", "") + " " + (i + 1), node.get(i), fields);
            }
        } else {
            fields.add(new Field(name, node.asText()));
        }
    }
}
