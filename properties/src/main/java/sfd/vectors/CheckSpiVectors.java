package sfd.vectors;

import static sfd.vectors.Digits.labelled;
import static sfd.vectors.Digits.length;
import static sfd.vectors.Digits.slice;
import static sfd.vectors.Digits.u16;
import static sfd.vectors.Digits.u8;
import static sfd.vectors.Digits.zeros;
import static sfd.vectors.Ike.CHECK_SPI;
import static sfd.vectors.Ike.notification;
import static sfd.vectors.Ike.payload;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The notification of stateless recovery: draft-detienne-ikev2-recovery-03, 6. */
final class CheckSpiVectors {

    private static final List<String> SUBTYPES = List.of("QUERY", "ACK", "NACK");
    private static final int[] COOKIES = {0, 1, 4, 36, 64, 255};

    private static final String IKE = labelled("check-spi/ike", 16);
    private static final String CHILD = labelled("check-spi/child", 4);

    private final VectorFile file = new VectorFile("check-spi",
            "The payload N(CHECK_SPI), from its generic header to its end, as the only payload of a chain that begins "
            + "with type 41: what it "
            + "says, and the payload that says it.", "SIR-6-1", "SIR-6-2", "SIR-3.2.1-1", "BASE-3.2-1", "BASE-3.10-1");

    static VectorFile file() {
        var vectors = new CheckSpiVectors();
        CheckSpiFlags.explain(vectors.file);
        vectors.decode();
        vectors.broken();
        vectors.brokenPayloads();
        vectors.encode();
        return vectors.file;
    }

    private static String cookie(int octets) {
        return labelled("check-spi/cookie/" + octets, octets);
    }

    /** The notification data. */
    private static String data(int subtype, String cookie) {
        return u8(subtype) + u8(length(cookie)) + "0000" + cookie;
    }

    /** 1 for an IKE SA, 3 for ESP, 0 for none: RFC 7296, 3.10. */
    private static int protocol(String spi) {
        return length(spi) == 16 ? 1 : length(spi) == 4 ? 3 : 0;
    }

    private static String check(String spi, String data) {
        return payload(notification(protocol(spi), spi, CHECK_SPI, data));
    }

    private static ObjectNode says(String subtype, String spi, String cookie) {
        ObjectNode out = JsonNodeFactory.instance.objectNode().put("subtype", subtype);
        switch (length(spi)) {
            case 16 -> out.put("spiI", slice(spi, 0, 8)).put("spiR", slice(spi, 8, 16));
            case 4 -> out.put("spi", spi);
            default -> { }
        }
        return out.put("cookie", cookie);
    }

    private Case decode(String comment, String payload, String... flags) {
        return file.example(comment, flags).with("payload", payload);
    }

    private void decode() {
        file.group("decode");
        for (int subtype = 0; subtype < 3; subtype++) {
            String name = SUBTYPES.get(subtype);
            for (int size : COOKIES) {
                decode(name + " about an IKE SA, a cookie of " + size + " octets", check(IKE, data(subtype, cookie(size))),
                        "IkeSa", "CookieSize")
                        .valid().with("checkSpi", says(name, IKE, cookie(size)));
            }
            for (int size : new int[] {0, 36}) {
                decode(name + " about a child SA, a cookie of " + size + " octets",
                        check(CHILD, data(subtype, cookie(size))), "ChildSa", "CookieSize")
                        .valid().with("checkSpi", says(name, CHILD, cookie(size)));
            }
        }
        for (int size : COOKIES) {
            decode("a lone cookie of " + size + " octets", check("", data(3, cookie(size))), "LoneCookie")
                    .acceptable("READING-8")
                    .with("checkSpi", says("LONE_COOKIE", "", cookie(size)));
        }
        decode("about a child SA of AH", payload(notification(2, CHILD, CHECK_SPI, data(0, ""))), "ChildSa").valid()
                .with("checkSpi", says("QUERY", CHILD, ""));
        for (int protocol : new int[] {0, 2, 3}) {
            decode("an SPI of 16 octets with protocol " + protocol, payload(notification(protocol, IKE, CHECK_SPI,
                    data(2, cookie(36)))), "OtherProtocol")
                    .acceptable("READING-28").with("checkSpi", says("NACK", IKE, cookie(36)));
        }
        for (int protocol : new int[] {0, 1}) {
            decode("an SPI of 4 octets with protocol " + protocol, payload(notification(protocol, CHILD, CHECK_SPI,
                    data(2, ""))), "OtherProtocol").acceptable("READING-28").with("checkSpi", says("NACK", CHILD, ""));
        }
        for (String reserved : List.of("0001", "8000", "ffff")) {
            decode("reserved octets " + reserved, check(IKE, "0024" + reserved + cookie(36)), "IgnoredBits").valid()
                    .with("checkSpi", says("QUERY", IKE, cookie(36)));
        }
        for (int bits : new int[] {0x80, 0x7F}) {
            decode("bits " + u8(bits) + " behind the next payload", payload(0, bits,
                    notification(1, IKE, CHECK_SPI, data(2, cookie(36)))), "IgnoredBits")
                    .valid().with("checkSpi", says("NACK", IKE, cookie(36)));
        }
        decode("SPIs of zeros", check(zeros(16), data(0, cookie(36))), "IkeSa").valid()
                .with("checkSpi", says("QUERY", zeros(16), cookie(36)));
    }

    private void broken() {
        for (String data : List.of("", "00", "0000", "000000", "020000", "030000")) {
            decode("data of " + length(data) + " octets, subtype " + (data.isEmpty() ? "none" : slice(data, 0, 1)),
                    check(IKE, data), "Short").invalid("SHORT");
        }
        for (int size : new int[] {0, 1, 35, 37, 255}) {
            decode("cookie size " + size + ", and there are 36 octets", check(IKE, "02" + u8(size) + "0000" + cookie(36)),
                    "WrongCookieSize")
                    .invalid("COOKIE_SIZE");
        }
        decode("cookie size 1, and there is no octet", check(CHILD, "01010000"), "WrongCookieSize").invalid("COOKIE_SIZE");
        decode("cookie size 0, and there is one octet", check(CHILD, "0100000000"), "WrongCookieSize").invalid("COOKIE_SIZE");
        decode("a reserved octet is missing", check(IKE, "002400" + cookie(36)), "WrongCookieSize").invalid("COOKIE_SIZE");
        decode("cookie size 0 for 256 octets", check(IKE, "00000000" + cookie(256)), "WrongCookieSize")
                .invalid("COOKIE_SIZE");
        decode("cookie size of a lone cookie one too small", check("", "03230000" + cookie(36)), "WrongCookieSize")
                .invalid("COOKIE_SIZE");
        for (int subtype : new int[] {4, 5, 0x10, 0x7F, 0x80, 0x82, 0xFF}) {
            decode("subtype " + subtype, check(IKE, data(subtype, cookie(36))), "Subtype").invalid("SUBTYPE");
        }
        decode("subtype 3 and 4 mixed up, no SPI", check("", data(4, cookie(36))), "Subtype").invalid("SUBTYPE");
        for (int octets : new int[] {1, 3, 5, 8, 12, 15, 17, 20, 32}) {
            decode("NACK with an SPI of " + octets + " octets", check(labelled("check-spi/spi/" + octets, octets),
                    data(2, cookie(36))), "SpiSize")
                    .invalid("SPI_SIZE");
        }
        for (int subtype = 0; subtype < 3; subtype++) {
            decode(SUBTYPES.get(subtype) + " without an SPI", check("", data(subtype, cookie(36))), "SpiSize")
                    .invalid("SPI_SIZE");
        }
        decode("the SPIs in the data", check("", data(0, "") + IKE), "SpiSize", "WrongCookieSize").invalid("COOKIE_SIZE");
        decode("a lone cookie with an SPI pair", check(IKE, data(3, cookie(36))), "SpiSize").invalid("SPI_SIZE");
        decode("a lone cookie with a child SPI", check(CHILD, data(3, cookie(36))), "SpiSize").invalid("SPI_SIZE");
        for (int type : new int[] {4, 11, 16390, 16419, 2, 32769, 32771}) {
            decode("notify type " + type, payload(notification(1, IKE, type, data(2, cookie(36)))), "OtherType")
                    .invalid("NOTIFY_TYPE");
        }
    }

    private void brokenPayloads() {
        String whole = notification(1, IKE, CHECK_SPI, data(2, cookie(36)));
        int right = 4 + length(whole);
        decode("payload length 3", "00000003" + whole, "PayloadLength").invalid("PAYLOAD_LENGTH_BELOW_FOUR");
        decode("payload length one too large", "0000" + u16(right + 1) + whole, "PayloadLength").invalid("PAYLOAD_PAST_END");
        decode("payload length one too small", "0000" + u16(right - 1) + whole, "PayloadLength").invalid("TRAILING_OCTETS");
        decode("payload length 7", payload(whole.substring(0, 6)), "PayloadLength").invalid("NOTIFY_TRUNCATED");
        decode("an SPI size above what is left", payload("0110" + u16(CHECK_SPI) + IKE.substring(2)), "PayloadLength")
                .invalid("NOTIFY_SPI_PAST_END");
        decode("two octets of a generic header", "0000", "PayloadLength").invalid("PAYLOAD_HEADER_TRUNCATED");
    }

    private void encode() {
        file.group("encode");
        for (int subtype = 0; subtype < 3; subtype++) {
            String name = SUBTYPES.get(subtype);
            for (int size : new int[] {0, 36, 255}) {
                file.example(name + " about an IKE SA, a cookie of " + size + " octets", "IkeSa")
                        .with("checkSpi", says(name, IKE, cookie(size)))
                        .valid().with("payload", check(IKE, data(subtype, cookie(size))));
            }
            file.example(name + " about a child SA", "ChildSa").with("checkSpi", says(name, CHILD, "")).valid()
                    .with("payload", check(CHILD, data(subtype, "")));
            file.example(name + ", a cookie of 256 octets", "TooLong").with("checkSpi", says(name, IKE, cookie(256)))
                    .invalid("COOKIE_SIZE");
        }
        for (int size : new int[] {1, 36, 64}) {
            file.example("a lone cookie of " + size + " octets", "LoneCookie")
                    .with("checkSpi", says("LONE_COOKIE", "", cookie(size)))
                    .acceptable("READING-8").with("payload", check("", data(3, cookie(size))));
        }
        file.example("a lone cookie of 300 octets", "TooLong").with("checkSpi", says("LONE_COOKIE", "", cookie(300)))
                .invalid("COOKIE_SIZE");
    }
}
