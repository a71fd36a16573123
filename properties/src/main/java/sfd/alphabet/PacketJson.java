package sfd.alphabet;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HexFormat;
import sfd.ike.ExchangeTypes;
import sfd.ike.Framing;
import sfd.ike.IkeHeader;
import sfd.ike.IkeMessage;
import sfd.ike.IkeSpis;
import sfd.ike.Incoming;
import sfd.ike.PayloadTypes;
import sfd.ike.Wire;
import sfd.octets.Octets;

/** What datagrams are, as JSON. Numbers of a registry stand beside their names, octets are hexadecimal digits. */
public final class PacketJson {

    private static final HexFormat HEX = HexFormat.of();

    private PacketJson() {
    }

    /** Adds to {@code out} what a datagram is. */
    public static void put(ObjectNode out, Framing framing, Octets datagram) {
        switch (Wire.decode(framing, datagram)) {
            case Incoming.Keepalive keepalive -> out.put("kind", "keepalive");
            case Incoming.Ah ah -> out.put("kind", "ah").put("spi", childSpi(ah.spi()));
            case Incoming.Esp esp -> out.put("kind", "esp").put("spi", childSpi(esp.spi()));
            case Incoming.Malformed octets -> malformed(out, octets);
            case IkeMessage message -> ike(out, message, datagram, framing.marker());
        }
    }

    private static void malformed(ObjectNode out, Incoming.Malformed octets) {
        out.put("kind", "malformed")
                .put("reason", octets.reason().name())
                .put("clause", octets.reason().clause())
                .put("explanation", octets.reason().explanation());
        if (octets.payloadType() != PayloadTypes.NONE) {
            out.set("payload", payloadType(octets.payloadType()));
        }
    }

    private static void ike(ObjectNode out, IkeMessage message, Octets datagram, int start) {
        IkeHeader header = message.header();
        IgnoredBits ignored = IgnoredBits.of(datagram, start, message.payloads().size());
        ObjectNode fields = spis(out.put("kind", "ike").putObject("header"), header.spis());
        fields.put("minorVersion", ignored.minorVersion()).set("exchange", exchange(header.exchange()));
        fields.put("initiator", header.initiator())
                .put("response", header.response())
                .put("versionFlag", ignored.versionFlag())
                .put("reservedFlags", octet(ignored.reservedFlags()))
                .put("messageId", Integer.toUnsignedLong(header.messageId()))
                // A decoded message is as long as its length field says, or it would be malformed.
                .put("length", datagram.length() - start);
        out.set("payloads", PayloadJson.payloads(message.payloads(), ignored.payloads()));
    }

    /** Adds both SPIs of an IKE SA, 16 digits each. */
    public static ObjectNode spis(ObjectNode out, IkeSpis spis) {
        return out.put("spiI", HEX.toHexDigits(spis.initiator())).put("spiR", HEX.toHexDigits(spis.responder()));
    }

    /** The 8 digits of a child SPI. */
    public static String childSpi(int spi) {
        return HEX.toHexDigits(spi);
    }

    /** The 2 digits of an octet. */
    public static String octet(int octet) {
        return HEX.toHexDigits((byte) octet);
    }

    public static ObjectNode exchange(int number) {
        return numbered(number, ExchangeTypes.name(number));
    }

    public static ObjectNode payloadType(int number) {
        return numbered(number, PayloadTypes.name(number));
    }

    /** @param name the decimal number where there is no name */
    public static ObjectNode numbered(int number, String name) {
        return JsonNodeFactory.instance.objectNode().put("number", number).put("name", name);
    }
}
