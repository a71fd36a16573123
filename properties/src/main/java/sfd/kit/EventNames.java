package sfd.kit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import sfd.ike.CheckSpi;
import sfd.ike.IkeMessage;
import sfd.ike.IkeSpis;
import sfd.ike.Incoming;
import sfd.ike.NotifyTypes;
import sfd.ike.Payload;
import sfd.ike.Wire;
import sfd.sa.Event;

/**
 * The SAs and the end that an event names, each with the place where it does.
 *
 * @param ikeSas SPI-I and SPI-R, 32 digits
 * @param childSas SPIs, 8 digits
 * @param source of a packet, as its event has it; empty for another event
 */
record EventNames(List<Named> ikeSas, List<Named> childSas, String source) {

    /** @param place a field, or a part of a message */
    record Named(String place, String spi) {
    }

    private static final HexFormat HEX = HexFormat.of();

    static EventNames of(Event event) {
        List<Named> ike = new ArrayList<>();
        List<Named> child = new ArrayList<>();
        JsonNode json = EventTree.of(event);
        if (json.has("spiI")) {
            ike.add(new Named("IKE SA", pair(json)));
        }
        for (String field : List.of("old", "successor")) {
            if (json.has(field)) {
                ike.add(new Named(field, pair(json.get(field))));
            }
        }
        if (json.has("spi")) {
            child.add(new Named("child SA", json.get("spi").asText()));
        }
        if (json.has("child")) {
            child.add(new Named("child SA", json.get("child").get("in").asText()));
        }
        payloads(MessageDetail.payloads(json.path("payloads")), ike, child);
        if (event instanceof Event.Received packet) {
            packet(Wire.decode(packet.framing(), packet.datagram()), ike, child);
        }
        return new EventNames(ike, child, event instanceof Event.Received ? json.get("from").asText() : "");
    }

    private static void packet(Incoming packet, List<Named> ike, List<Named> child) {
        switch (packet) {
            case Incoming.Esp esp -> child.add(new Named("packet", HEX.toHexDigits(esp.spi())));
            case Incoming.Ah ah -> child.add(new Named("packet", HEX.toHexDigits(ah.spi())));
            case IkeMessage message -> {
                ike.add(new Named("header", pair(message.header().spis())));
                payloads(message.payloads(), ike, child);
            }
            default -> { }
        }
    }

    private static void payloads(List<Payload> payloads, List<Named> ike, List<Named> child) {
        Payload.notifies(payloads, NotifyTypes.INVALID_SPI)
                .forEach(it -> child.add(new Named("INVALID_SPI", it.data().toString())));
        for (CheckSpi said : CheckSpi.in(payloads)) {
            switch (said) {
                case CheckSpi.AboutIkeSa it -> ike.add(new Named("CHECK_SPI", pair(it.spis())));
                case CheckSpi.AboutChildSa it -> child.add(new Named("CHECK_SPI", HEX.toHexDigits(it.spi())));
                default -> { }
            }
        }
    }

    /** The fields {@code spiI} and {@code spiR}. */
    static String pair(JsonNode named) {
        return named.get("spiI").asText() + named.get("spiR").asText();
    }

    private static String pair(IkeSpis spis) {
        return HEX.toHexDigits(spis.initiator()) + HEX.toHexDigits(spis.responder());
    }
}
