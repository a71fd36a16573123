package sfd.lockstep;

import java.util.List;
import java.util.Map;
import sfd.ike.Chain;
import sfd.ike.Endpoint;
import sfd.ike.ExchangeTypes;
import sfd.ike.Framing;
import sfd.ike.IkeHeader;
import sfd.ike.IkeMessage;
import sfd.ike.Incoming;
import sfd.ike.NotifyTypes;
import sfd.ike.Payload;
import sfd.ike.PayloadTypes;
import sfd.ike.Reason;
import sfd.ike.VendorId;
import sfd.ike.Wire;
import sfd.octets.OctetReader;
import sfd.octets.OctetWriter;
import sfd.octets.Octets;
import sfd.traces.value.Value;

/** Messages of the model and datagrams, both ways, through the codec. */
final class Messages {

    /** What stands for IV, ciphertext and integrity check: 24 octets. */
    private static final Octets INSIDE = Octets.hex("00112233445566778899aabbccddeeff0123456789abcdef");
    private static final Payload SK =
            new Payload.Encrypted(PayloadTypes.SK, PayloadTypes.NOTIFY, INSIDE);
    private static final Payload OTHER = new Payload.Other(PayloadTypes.VENDOR_ID, Octets.hex("0badcafe"));
    /** Sequence number (4), IV (8), ciphertext (8), integrity check (16): as small as ESP with AES-GCM is. */
    private static final Octets BEHIND_ESP_SPI = Octets.hex("00000001" + "0123456789abcdef".repeat(4));

    /** Next header, length of 44 octets, reserved; and behind the SPI sequence number and integrity check. */
    private static final Octets BEFORE_AH_SPI = Octets.hex("04090000");
    private static final Octets BEHIND_AH_SPI = Octets.hex("00000001" + "0123456789abcdef".repeat(4));
    private static final Value SK_VALUE = type("SK");
    private static final Value OTHER_VALUE = type("OTHER");

    private static final Value VENDOR_ID_VALUE = type("V");

    private final TokenTerms tokens;
    private final CookieTerms cookies;
    private final CheckSpis checkSpis;

    Messages(TokenTerms tokens, CookieTerms cookies) {
        this.tokens = tokens;
        this.cookies = cookies;
        this.checkSpis = new CheckSpis(cookies);
    }

    TokenTerms tokens() {
        return tokens;
    }

    CookieTerms cookies() {
        return cookies;
    }

    // ---- to octets

    /** The octets of a datagram between these two ends. */
    Octets datagram(Endpoint here, Endpoint there, Value message) {
        String kind = message.field("kind").text();
        Framing framing = Framing.udp(here.port(), there.port());
        return switch (kind) {
            case "ike" -> Wire.encode(framing, ike(message));
            case "esp" -> Octets.concat(Names.childOctets(message.field("spi").text()), BEHIND_ESP_SPI);
            case "ah" -> Octets.concat(BEFORE_AH_SPI, Names.childOctets(message.field("spi").text()), BEHIND_AH_SPI);
            case "keepalive" -> Octets.of((byte) 0xFF);
            case "malformed" -> MalformedOctets.of(Reason.valueOf(message.field("reason").text()), framing);
            default -> throw new NotInModelException("no octets for a message of kind " + kind);
        };
    }

    private IkeMessage ike(Value message) {
        var header = new IkeHeader(Names.ikeSpis(message.field("spis").integer()), exchange(message.field("exchange")),
                message.field("initiator").bool(), message.field("response").bool(),
                Math.toIntExact(message.field("id").integer()));
        return new IkeMessage(header, message.field("payloads").items().stream().map(this::payload).toList());
    }

    static int exchange(Value name) {
        return ExchangeTypes.number(name.text())
                .orElseThrow(() -> new NotInModelException("no exchange type " + name));
    }

    /** The payloads inside a protected message: they cross the codec too. */
    List<Payload> inside(Value payloads) {
        List<Payload> list = payloads.items().stream().map(this::payload).toList();
        return switch (Wire.decodeChain(Wire.firstPayload(list), Wire.encodeChain(list))) {
            case Chain.Payloads chain -> chain.list();
            case Incoming.Malformed malformed ->
                    throw new NotInModelException("no payload chain: " + payloads + ", " + malformed.reason());
        };
    }

    private Payload payload(Value payload) {
        String type = payload.field("type").text();
        return switch (type) {
            case "SK" -> SK;
            case "SKF" -> fragment(payload.field("number").integer(), payload.field("total").integer());
            case "OTHER" -> OTHER;
            case "V" -> VendorId.PAYLOAD;
            case "N" -> notification(payload);
            default -> throw new NotInModelException("no payload of type " + type);
        };
    }

    private Payload notification(Value payload) {
        String notify = payload.field("notify").text();
        return switch (notify) {
            case "INVALID_IKE_SPI" -> plain(NotifyTypes.INVALID_IKE_SPI, Octets.EMPTY);
            case "INITIAL_CONTACT" -> plain(NotifyTypes.INITIAL_CONTACT, Octets.EMPTY);
            case "INVALID_SPI" -> plain(NotifyTypes.INVALID_SPI, Names.childOctets(payload.field("spi").text()));
            case "COOKIE" -> plain(NotifyTypes.COOKIE, cookies.octets(payload.field("cookie")));
            case "CHECK_SPI" -> checkSpis.concretise(payload);
            case "QCD_TOKEN" -> new Payload.Notify(Math.toIntExact(payload.field("protocol").integer()),
                    zeros(payload.field("spiSize").integer()), NotifyTypes.QUICK_CRASH_DETECTION,
                    tokens.octets(payload.field("token")));
            default -> throw new NotInModelException("no notification " + notify);
        };
    }

    /** RFC 7383: number and total, then as in SK. */
    private static Payload fragment(long number, long total) {
        return new Payload.Encrypted(PayloadTypes.SKF, PayloadTypes.NOTIFY, Octets.concat(
                new OctetWriter().u16((int) number).u16((int) total).toOctets(), INSIDE));
    }

    private static Payload.Notify plain(int type, Octets data) {
        return new Payload.Notify(0, Octets.EMPTY, type, data);
    }

    private static Octets zeros(long size) {
        return Octets.of(new byte[Math.toIntExact(size)]);
    }

    // ---- and back

    Value message(Framing framing, Octets datagram) {
        return switch (Wire.decode(framing, datagram)) {
            case IkeMessage message -> message(message);
            case Incoming.Ah ah -> Value.record(Map.of("kind", Value.of("ah"), "spi", Value.of(Names.childName(ah.spi()))));
            case Incoming.Esp esp -> Value.record(Map.of("kind", Value.of("esp"),
                    "spi", Value.of(Names.childName(esp.spi()))));
            case Incoming.Keepalive keepalive -> Value.record(Map.of("kind", Value.of("keepalive")));
            case Incoming.Malformed malformed -> Value.record(Map.of("kind", Value.of("malformed"),
                    "reason", Value.of(malformed.reason().name())));
        };
    }

    private Value message(IkeMessage message) {
        IkeHeader header = message.header();
        return Value.record(Map.of(
                "kind", Value.of("ike"),
                "spis", Value.of(Names.pair(header.spis())),
                "exchange", Value.of(ExchangeTypes.name(header.exchange())),
                "initiator", Value.of(header.initiator()),
                "response", Value.of(header.response()),
                "id", Value.of(header.messageId()),
                "payloads", payloads(message.payloads())));
    }

    Value payloads(List<Payload> payloads) {
        return Value.seq(payloads.stream().map(this::payload).toList());
    }

    private Value payload(Payload payload) {
        if (payload.equals(SK)) {
            return SK_VALUE;
        }
        if (payload instanceof Payload.Encrypted it && it.type() == PayloadTypes.SKF && it.body().length() > Integer.BYTES) {
            Payload same = fragment(it.body().u16(0), it.body().u16(Short.BYTES));
            if (payload.equals(same)) {
                return Value.record(Map.of("type", Value.of("SKF"), "number", Value.of(it.body().u16(0)),
                        "total", Value.of(it.body().u16(Short.BYTES))));
            }
        }
        if (payload.equals(OTHER)) {
            return OTHER_VALUE;
        }
        if (payload.equals(VendorId.PAYLOAD)) {
            return VENDOR_ID_VALUE;
        }
        if (payload instanceof Payload.Notify notify) {
            return notification(notify);
        }
        throw new NotInModelException("a payload that the model does not have: " + payload);
    }

    private Value notification(Payload.Notify notify) {
        String name = NotifyTypes.name(notify.type());
        if (notify.type() == NotifyTypes.CHECK_SPI) {
            Value check = checkSpis.abstraction(notify);
            if (checkSpis.concretise(check).equals(notify)) {
                return check;
            }
        }
        if (notify.type() == NotifyTypes.COOKIE && notify.equals(plain(notify.type(), notify.data()))) {
            return Value.record(Map.of("type", Value.of("N"), "notify", Value.of(name),
                    "cookie", cookies.term(notify.data())));
        }
        if (notify.type() == NotifyTypes.QUICK_CRASH_DETECTION && notify.spi().equals(zeros(notify.spi().length()))) {
            return Value.record(Map.of("type", Value.of("N"), "notify", Value.of("QCD_TOKEN"),
                    "protocol", Value.of(notify.protocol()), "spiSize", Value.of(notify.spi().length()),
                    "token", tokens.term(notify.data())));
        }
        if (notify.type() == NotifyTypes.INVALID_SPI && notify.data().length() == Integer.BYTES
                && notify.equals(plain(notify.type(), notify.data()))) {
            return Value.record(Map.of("type", Value.of("N"), "notify", Value.of(name),
                    "spi", Value.of(Names.childName(new OctetReader(notify.data()).u32()))));
        }
        if (notify.equals(plain(notify.type(), Octets.EMPTY))) {
            return Value.record(Map.of("type", Value.of("N"), "notify", Value.of(name)));
        }
        throw new NotInModelException("a notification that the model does not have: " + notify);
    }

    private static Value type(String name) {
        return Value.record(Map.of("type", Value.of(name)));
    }
}
