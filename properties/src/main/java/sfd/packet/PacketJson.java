package sfd.packet;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HexFormat;
import java.util.List;
import sfd.ike.CheckSpi;
import sfd.ike.ExchangeTypes;
import sfd.ike.IkeHeader;
import sfd.ike.IkeMessage;
import sfd.ike.IkeSpis;
import sfd.ike.Incoming;
import sfd.ike.NotifyTypes;
import sfd.ike.Payload;
import sfd.ike.PayloadTypes;
import sfd.ike.Wire;

/** What datagrams are, as JSON. Numbers of a registry stand beside their names, octets are hexadecimal digits. */
final class PacketJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final HexFormat HEX = HexFormat.of();

    private PacketJson() {
    }

    /** Adds to {@code out} what a datagram is. */
    static ObjectNode put(ObjectNode out, Incoming incoming) {
        return switch (incoming) {
            case Incoming.Keepalive keepalive -> out.put("kind", "keepalive");
            case Incoming.Ah ah -> out.put("kind", "ah").put("spi", childSpi(ah.spi()));
            case Incoming.Esp esp -> out.put("kind", "esp").put("spi", childSpi(esp.spi()));
            case Incoming.Malformed octets -> malformed(out, octets);
            case IkeMessage message -> ike(out, message);
        };
    }

    private static ObjectNode malformed(ObjectNode out, Incoming.Malformed octets) {
        out.put("kind", "malformed")
                .put("reason", octets.reason().name())
                .put("clause", octets.reason().clause())
                .put("explanation", octets.reason().explanation());
        if (octets.payloadType() != PayloadTypes.NONE) {
            out.set("payload", payloadType(octets.payloadType()));
        }
        return out;
    }

    private static ObjectNode ike(ObjectNode out, IkeMessage message) {
        IkeHeader header = message.header();
        ObjectNode fields = spis(out.put("kind", "ike").putObject("header"), header.spis());
        fields.set("exchange", exchange(header.exchange()));
        fields.put("initiator", header.initiator())
                .put("response", header.response())
                .put("messageId", Integer.toUnsignedLong(header.messageId()))
                // A decoded message is as long as its length field says, or it would be malformed.
                .put("length", IkeHeader.LENGTH + Wire.encodeChain(message.payloads()).length());
        out.set("payloads", payloads(message.payloads()));
        return out;
    }

    /** Adds both SPIs of an IKE SA, 16 digits each. */
    static ObjectNode spis(ObjectNode out, IkeSpis spis) {
        return out.put("spiI", HEX.toHexDigits(spis.initiator())).put("spiR", HEX.toHexDigits(spis.responder()));
    }

    /** The 8 digits of a child SPI. */
    static String childSpi(int spi) {
        return HEX.toHexDigits(spi);
    }

    static ObjectNode exchange(int number) {
        return numbered(number, ExchangeTypes.name(number));
    }

    static ArrayNode payloads(List<Payload> payloads) {
        ArrayNode list = NODES.arrayNode();
        for (Payload payload : payloads) {
            ObjectNode node = list.addObject();
            node.set("type", payloadType(payload.payloadType()));
            switch (payload) {
                case Payload.Notify notify -> {
                    node.set("notify", numbered(notify.type(), NotifyTypes.name(notify.type())));
                    node.put("protocol", notify.protocol())
                            .put("spi", notify.spi().toString())
                            .put("data", notify.data().toString());
                    if (notify.type() == NotifyTypes.CHECK_SPI) {
                        checkSpi(node.putObject("checkSpi"), CheckSpi.of(notify));
                    }
                }
                case Payload.Encrypted encrypted -> {
                    node.set("firstInside", payloadType(encrypted.firstInside()));
                    node.put("data", encrypted.body().toString());
                }
                case Payload.Other other -> node.put("data", other.body().toString());
            }
        }
        return list;
    }

    /** What a CHECK_SPI says (SIR-6-1), or why it says nothing (SIR-6-2). */
    private static void checkSpi(ObjectNode out, CheckSpi check) {
        switch (check) {
            case CheckSpi.AboutIkeSa it ->
                    spis(out.put("subtype", it.subtype().name()), it.spis()).put("cookie", it.cookie().toString());
            case CheckSpi.AboutChildSa it -> out.put("subtype", it.subtype().name())
                    .put("spi", childSpi(it.spi())).put("cookie", it.cookie().toString());
            case CheckSpi.LoneCookie it -> out.put("subtype", "LONE_COOKIE").put("cookie", it.cookie().toString());
            case CheckSpi.Broken it -> out.put("flaw", it.flaw().name()).put("clause", "SIR-6-2");
        }
    }

    private static ObjectNode payloadType(int number) {
        return numbered(number, PayloadTypes.name(number));
    }

    /** @param name the decimal number where there is no name */
    private static ObjectNode numbered(int number, String name) {
        return NODES.objectNode().put("number", number).put("name", name);
    }
}
