package sfd.vectors;

import static sfd.vectors.Digits.labelled;
import static sfd.vectors.Digits.length;
import static sfd.vectors.Digits.slice;
import static sfd.vectors.Digits.u16;
import static sfd.vectors.Digits.u8;
import static sfd.vectors.Digits.zeros;
import static sfd.vectors.Ike.INITIATOR;
import static sfd.vectors.Ike.INVALID_SPI;
import static sfd.vectors.Ike.notification;
import static sfd.vectors.Ike.payload;
import static sfd.vectors.Kind.BOUNDARY;
import static sfd.vectors.Kind.IGNORED;
import static sfd.vectors.Kind.MALFORMED;
import static sfd.vectors.Kind.MISTAKEN;
import static sfd.vectors.Kind.NORMAL;
import static sfd.vectors.Kind.READING;

/** INVALID_SPI: RFC 7296, 1.5 and 3.10.1; draft-detienne-ikev2-recovery-03, 3.4. */
final class InvalidSpiVectors {

    private static final String SPI = "c0de" + labelled("invalid-spi", 2);

    private final VectorFile file = new VectorFile("invalid-spi",
            "The payload N(INVALID_SPI), as the only payload of a chain that begins with type 41: the child SPI in "
            + "it, and the payload for one; "
            + "and what a peer that knows no SA answers to a packet of ESP or AH.",
            "BASE-1.5-1", "BASE-3.10-1", "BASE-3.1-2", "BASE-4302.2-1", "SIR-3.4.2-1");

    static VectorFile file() {
        var vectors = new InvalidSpiVectors();
        vectors.flags();
        vectors.decode();
        vectors.broken();
        vectors.encode();
        vectors.report();
        return vectors.file;
    }

    private void flags() {
        file.flag("Normal", NORMAL, "the SPI in the notification data", "Lost child SAs are never noticed.", "BASE-1.5-1",
                "BASE-3.10-1");
        file.flag("Boundary", BOUNDARY, "SPIs with the highest bit, and the least", "A number with its sign names no SA.",
                "BASE-1.5-1");
        file.flag("IgnoredFields", IGNORED, "protocol ID, critical bit, reserved bits, an SPI field beside the data",
                "A good hint is lost.", "BASE-3.10-1", "BASE-3.2-1");
        file.flag("SpiLength", MALFORMED, "data of other than four octets: it names no child SA",
                "Another SA is checked, or octets are read that are not there.", "BASE-1.5-1");
        file.flag("InSpiField", MISTAKEN, "the SPI in the field for SPIs, and none in the data",
                "Two implementations understand each other and nobody else.", "BASE-1.5-1", "BASE-3.10-1");
        file.flag("OtherType", MISTAKEN, "another notification", "Its data is taken for an SPI.", "BASE-3.10-1");
        file.flag("Broken", MALFORMED, "a payload that does not hold what it says", "Octets beyond it are read.",
                "BASE-3.1-4", "BASE-3.10-1");
        file.flag("Report", READING,
                "an unknown SPI is reported: zero SPIs, initiator flag set, response flag clear. Exchange type and "
                + "message ID are "
                + "open in the text", "Who takes it for a part of an exchange waits for an answer, or answers.",
                        "BASE-1.5-1", "SIR-3.4.2-1");
        file.flag("Ports", READING,
                "the report goes to where the packet came from: the port too, if it was in UDP, with a marker where "
                + "no end has port 500",
                "Behind a NAT no report arrives.", "BASE-1.5-1", "BASE-3.1-2");
        file.flag("Ah", READING, "the same for AH, whose SPI is its second word", "Another SPI is reported.",
                "BASE-4302.2-1", "BASE-1.5-1");
        file.flag("NotReported", MALFORMED, "what is no packet of ESP or AH: too short, a reserved SPI, a keepalive",
                "Noise is answered, and answers are what an attacker wants.", "BASE-3.1-4",
                "BASE-2.23-1");
    }

    private Case decode(String comment, String payload, String... flags) {
        return file.example(comment, flags).with("payload", payload);
    }

    private void good(String comment, String spi, String payload, String... flags) {
        decode(comment, payload, flags).valid().with("spi", spi);
    }

    private static String data(String data) {
        return payload(notification(0, "", INVALID_SPI, data));
    }

    private void decode() {
        file.group("decode");
        good("a child SPI", SPI, data(SPI), "Normal");
        for (String spi : new String[] {"00000100", "7fffffff", "80000000", "ffffffff"}) {
            good("child SPI " + spi, spi, data(spi), "Boundary");
        }
        for (int protocol : new int[] {1, 2, 3, 255}) {
            good("protocol ID " + protocol, SPI, payload(notification(protocol, "", INVALID_SPI, SPI)), "IgnoredFields");
        }
        good("the same SPI in both fields", SPI, payload(notification(3, SPI, INVALID_SPI, SPI)), "IgnoredFields");
        good("another SPI in the field for SPIs", SPI, payload(notification(3, "0badbeef", INVALID_SPI, SPI)),
                "IgnoredFields");
        for (int bits : new int[] {0x80, 0x7F}) {
            good("bits " + u8(bits) + " behind the next payload", SPI, payload(0, bits,
                    notification(0, "", INVALID_SPI, SPI)), "IgnoredFields");
        }
        for (int octets : new int[] {0, 1, 2, 3, 5, 8, 16, 32}) {
            decode("data of " + octets + " octets", data(labelled("invalid-spi/" + octets, octets)), "SpiLength")
                    .invalid("SPI_LENGTH");
        }
        decode("the SPI twice", data(SPI + SPI), "SpiLength").invalid("SPI_LENGTH");
        decode("a zero octet behind it", data(SPI + "00"), "SpiLength").invalid("SPI_LENGTH");
        decode("the SPI as text", data(Digits.ascii(SPI)), "SpiLength").invalid("SPI_LENGTH");
        decode("the SPI and a sequence number", data(SPI + "00000001"), "SpiLength").invalid("SPI_LENGTH");
        for (int protocol : new int[] {0, 2, 3}) {
            decode("in the field for SPIs, protocol ID " + protocol, payload(notification(protocol, SPI, INVALID_SPI, "")),
                    "InSpiField").invalid("SPI_LENGTH");
        }
        decode("half in each field", payload(notification(3, slice(SPI, 0, 2), INVALID_SPI, slice(SPI, 2, 4))), "InSpiField")
                .invalid("SPI_LENGTH");
        for (int type : new int[] {4, 10, 12, 0x0B00, 44, 16395, 32770}) {
            decode("notify type " + type, payload(notification(0, "", type, SPI)), "OtherType").invalid("NOTIFY_TYPE");
        }
    }

    private void broken() {
        String whole = notification(0, "", INVALID_SPI, SPI);
        for (int length : new int[] {0, 3}) {
            decode("payload length " + length, "0000" + u16(length) + whole, "Broken").invalid("PAYLOAD_LENGTH_BELOW_FOUR");
        }
        for (int length : new int[] {13, 16, 0x0C00}) {
            decode("payload length " + length + " of 12", "0000" + u16(length) + whole, "Broken").invalid("PAYLOAD_PAST_END");
        }
        for (int length : new int[] {8, 11}) {
            decode("payload length " + length + " of 12", "0000" + u16(length) + whole, "Broken").invalid("TRAILING_OCTETS");
        }
        decode("without type and data", payload("0000"), "Broken").invalid("NOTIFY_TRUNCATED");
        decode("SPI size 5, and four octets are left", payload("0005" + u16(INVALID_SPI) + SPI), "Broken")
                .invalid("NOTIFY_SPI_PAST_END");
        decode("no octets", "", "Broken").invalid("PAYLOAD_HEADER_TRUNCATED");
        decode("another payload is announced", payload(41, 0, whole), "Broken").invalid("PAYLOAD_HEADER_TRUNCATED");
    }

    private void encode() {
        file.group("encode");
        for (String spi : new String[] {SPI, "00000100", "80000000", "ffffffff"}) {
            file.example("child SPI " + spi, spi.equals(SPI) ? "Normal" : "Boundary").with("spi", spi).valid()
                    .with("payload", data(spi));
        }
    }

    private static String message(String spi) {
        return Message.informational(zeros(16), INITIATOR, 0, Part.notify(INVALID_SPI, "INVALID_SPI", 0, "", spi)).octets();
    }

    private void group(String protocol, String from, String to) {
        file.group("report").put("protocol", protocol).put("from", from).put("to", to);
    }

    private void answered(String comment, String packet, String marker, String spi, String from, String to, String... flags) {
        file.example(comment, flags).with("datagram", packet).acceptable("READING-4")
                .with("reply", DatagramVectors.shown("").removeAll()
                .put("from", from).put("to", to).put("datagram", marker + message(spi)));
    }

    private void silent(String comment, String packet, String reason) {
        file.example(comment, "NotReported").with("datagram", packet).invalid(reason);
    }

    private void report() {
        String rest = "00000001" + labelled("invalid-spi/esp", 40);
        group("udp", "192.0.2.1:4500", "198.51.100.2:4500");
        answered("ESP in UDP", SPI + rest, zeros(4), SPI, "198.51.100.2:4500", "192.0.2.1:4500", "Report", "Ports");
        answered("the greatest SPI", "ffffffff" + rest, zeros(4), "ffffffff", "198.51.100.2:4500", "192.0.2.1:4500",
                "Report", "Boundary");
        answered("the least SPI", "00000100" + rest, zeros(4), "00000100", "198.51.100.2:4500", "192.0.2.1:4500", "Report",
                "Boundary");
        silent("an SPI of 255", "000000ff" + rest, "RESERVED_SPI");
        silent("an SPI of 1", "00000001" + rest, "RESERVED_SPI");
        silent("a keepalive", "ff", "KEEPALIVE");
        silent("four octets", SPI, "ESP_TOO_SHORT");
        silent("seven octets", SPI + "000000", "ESP_TOO_SHORT");
        silent("a marker alone", zeros(4), "SHORT_MARKER");
        silent("no octets", "", "EMPTY");
        group("udp", "[2001:db8::1]:61000", "[2001:db8::2]:4500");
        answered("ESP through a NAT", SPI + rest, zeros(4), SPI, "[2001:db8::2]:4500", "[2001:db8::1]:61000", "Report",
                "Ports");
        group("udp", "192.0.2.1:500", "198.51.100.2:4500");
        silent("ESP from port 500, where there is IKE alone", SPI + rest, "MAJOR_VERSION");
        group("esp", "192.0.2.1", "198.51.100.2");
        answered("ESP not in UDP", SPI + rest, "", SPI, "198.51.100.2:500", "192.0.2.1:500", "Report", "Ports");
        silent("an SPI of 0", zeros(4) + rest, "RESERVED_SPI");
        silent("an SPI of 200", "000000c8" + rest, "RESERVED_SPI");
        silent("six octets", SPI + "0000", "ESP_TOO_SHORT");
        group("ah", "2001:db8::1", "2001:db8::2");
        answered("AH with an unknown SPI", "3204" + "0000" + SPI + "00000001" + labelled("invalid-spi/ah", 24), "", SPI,
                "[2001:db8::2]:500", "[2001:db8::1]:500", "Report", "Ah");
        silent("AH of eleven octets", "32040000" + SPI + "000000", "AH_TOO_SHORT");
        silent("AH with an SPI of 255", "32040000" + "000000ff" + "00000001" + zeros(12), "RESERVED_SPI");
    }
}
