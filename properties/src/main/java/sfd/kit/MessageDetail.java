package sfd.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import sfd.alphabet.BadLineException;
import sfd.alphabet.PayloadFields;
import sfd.ike.CheckSpi;
import sfd.ike.Endpoint;
import sfd.ike.IkeMessage;
import sfd.ike.Incoming;
import sfd.ike.NotifyTypes;
import sfd.ike.Payload;
import sfd.ike.Wire;
import sfd.sa.Event;

/**
 * What is in a message beside its names: exchange, flags, and of each payload its type, of a notification that type, of a
 * CHECK_SPI what it says. Octets, SPIs, addresses and numbers are left out.
 */
final class MessageDetail {

    private static final List<String> CHOICES = List.of("response", "initiator", "cause", "ticket", "active");

    private MessageDetail() {
    }

    /** What an event brings. */
    static String heard(Event event) {
        ObjectNode json = EventTree.of(event);
        return event instanceof Event.Received packet ? packet(packet)
                : choices(json) + kinds(payloads(json.path("payloads")));
    }

    /** What effects send. */
    static String said(JsonNode effects) {
        List<String> said = new ArrayList<>();
        effects.forEach(effect -> said.add(effect.has("datagram") ? packet(sent(effect))
                : choices(effect) + kinds(payloads(effect.path("payloads"))) + " " + effect.path("children").size()));
        return String.join(", ", said);
    }

    /** A datagram of ours as who gets it sees it. */
    private static Event.Received sent(JsonNode effect) {
        return (Event.Received) EventTree.read(JsonNodeFactory.instance.objectNode().put("event", "Received").put("protocol", "UDP")
                .<ObjectNode>set("from", effect.get("from")).<ObjectNode>set("to", effect.get("to"))
                .set("datagram", effect.get("datagram")));
    }

    private static String choices(JsonNode json) {
        return json.path("exchange").path("number").asText() + CHOICES.stream().filter(json::has)
                .map(name -> " " + name + " " + json.get(name).asText()).collect(Collectors.joining());
    }

    private static String packet(Event.Received packet) {
        return switch (Wire.decode(packet.framing(), packet.datagram())) {
            case Incoming.Malformed octets -> octets.reason().name();
            case IkeMessage m -> m.header().exchange() + (m.header().initiator() ? " I" : "") + (m.header().response() ? " R" : "")
                    + kinds(m.payloads());
            case Incoming other -> other.getClass().getSimpleName() + (packet.from().port() == Endpoint.NO_UDP ? "" : " in UDP");
        };
    }

    static List<Payload> payloads(JsonNode payloads) {
        List<Payload> read = new ArrayList<>();
        for (JsonNode payload : payloads) {
            try {
                read.add(PayloadFields.read(payload));
            } catch (BadLineException e) {
                throw new IllegalArgumentException(e.getMessage());
            }
        }
        return read;
    }

    private static String kinds(List<Payload> payloads) {
        return payloads.stream().map(it -> " " + kind(it)).collect(Collectors.joining());
    }

    private static String kind(Payload payload) {
        return switch (payload) {
            case Payload.Notify notify when notify.type() == NotifyTypes.CHECK_SPI -> kind(CheckSpi.of(notify));
            case Payload.Notify notify -> "N(" + notify.type() + ")";
            default -> "" + payload.payloadType();
        };
    }

    private static String kind(CheckSpi said) {
        return switch (said) {
            case CheckSpi.Broken broken -> broken.flaw().name();
            case CheckSpi.AboutIkeSa it -> it.subtype() + " IKE SA" + (it.cookie().isEmpty() ? "" : " cookie");
            case CheckSpi.AboutChildSa it -> it.subtype() + " child SA" + (it.cookie().isEmpty() ? "" : " cookie");
            case CheckSpi.LoneCookie it -> it.cookie().isEmpty() ? "no cookie" : "cookie";
        };
    }
}
