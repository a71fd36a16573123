package sfd.vectors;

import static sfd.vectors.Digits.labelled;
import static sfd.vectors.Digits.u16;
import static sfd.vectors.Digits.u8;
import static sfd.vectors.Digits.zeros;
import static sfd.vectors.Ike.QCD_TOKEN;
import static sfd.vectors.Ike.notification;
import static sfd.vectors.Ike.payload;
import static sfd.vectors.Kind.BOUNDARY;
import static sfd.vectors.Kind.IGNORED;
import static sfd.vectors.Kind.MALFORMED;
import static sfd.vectors.Kind.MISTAKEN;
import static sfd.vectors.Kind.NORMAL;
import static sfd.vectors.Kind.READING;

/** The notification that carries a token: RFC 6290, 4.1. */
final class QcdTokenVectors {

    private final VectorFile file = new VectorFile("qcd-token",
            "The payload N(QCD_TOKEN), from its generic header to its end, as the only payload of a chain that begins "
            + "with type 41: the "
            + "token in it, and the payload for a token.", "QCD-4.1-1", "QCD-4.1-2", "QCD-5-1", "BASE-3.2-1", "BASE-3.10-1");

    static VectorFile file() {
        var vectors = new QcdTokenVectors();
        vectors.flags();
        vectors.decode();
        vectors.encode();
        return vectors.file;
    }

    private void flags() {
        file.flag("Normal", NORMAL, "as the text has it", "No token is understood at all.", "QCD-4.1-1");
        file.flag("Boundary", BOUNDARY, "16 and 128 octets, and lengths about them, of which some divide by nothing",
                "A legal token is refused, and a crash is noticed after minutes only.", "QCD-5-1");
        file.flag("Length", MALFORMED, "a token of fewer than 16 octets or more than 128",
                "A short token can be guessed, the empty one matches by itself; a long one is stored without bound.",
                        "QCD-4.1-2", "QCD-5-1");
        file.flag("HasSpi", MALFORMED, "an SPI, where the text wants none",
                "Its octets are taken for the beginning of the token, or the token is kept under another SA.", "QCD-4.1-2",
                        "QCD-4.1-1");
        file.flag("ProtocolId", READING,
                "a protocol ID other than 1: RFC 6290 wants 1, IKEv2 has it ignored where there is no SPI",
                "Who is strict loses the tokens of the one public implementation, which sends 0.", "QCD-4.1-1",
                        "BASE-3.10-1");
        file.flag("IgnoredBits", IGNORED, "critical bit and reserved bits of a payload type that everybody knows",
                "A good message is refused for bits that say nothing.", "BASE-3.2-1", "BASE-2.5-1");
        file.flag("OtherType", MISTAKEN, "another notification: it has no token",
                "The data of something else is stored as a token, or compared with one.", "QCD-4.1-1", "BASE-3.10-1");
        file.flag("PayloadLength", MALFORMED,
                "a payload length that does not fit: too small for itself, too large, octets left over",
                "Octets beyond the message are read, or the reader does not come on.", "BASE-3.1-4", "BASE-3.2-1");
        file.flag("NotifyCut", MALFORMED, "no room for protocol ID, SPI size and type",
                "Octets behind the payload are read.", "BASE-3.10-1");
        file.flag("SpiPastEnd", MALFORMED, "an SPI size above what is left of the payload",
                "Octets behind the payload are read.", "BASE-3.10-1");
        file.flag("NothingFollows", MALFORMED, "a next payload is announced, and there is none",
                "Octets behind the message are read.", "BASE-3.1-4");
    }

    private static String token(int octets) {
        return labelled("qcd-token/" + octets, octets);
    }

    private Case decode(String comment, String payload, String... flags) {
        return file.example(comment, flags).with("payload", payload);
    }

    private void decode() {
        file.group("decode");
        for (int octets : new int[] {16, 17, 20, 24, 31, 32, 33, 48, 63, 64, 65, 96, 127, 128}) {
            decode("a token of " + octets + " octets", payload(notification(1, "", QCD_TOKEN, token(octets))),
                    octets == 32 ? "Normal" : "Boundary")
                    .valid().with("token", token(octets));
        }
        decode("a token of zeros", payload(notification(1, "", QCD_TOKEN, zeros(32))), "Boundary").valid()
                .with("token", zeros(32));
        decode("a token of ones", payload(notification(1, "", QCD_TOKEN, "ff".repeat(32))), "Boundary").valid()
                .with("token", "ff".repeat(32));
        for (int bits : new int[] {0x80, 0x01, 0x7F, 0xFF}) {
            decode("bits " + u8(bits) + " behind the next payload", payload(0, bits,
                    notification(1, "", QCD_TOKEN, token(32))), "IgnoredBits")
                    .valid().with("token", token(32));
        }
        for (int protocol : new int[] {0, 2, 3, 4, 255}) {
            decode("protocol ID " + protocol, payload(notification(protocol, "", QCD_TOKEN, token(32))), "ProtocolId")
                    .acceptable("READING-2").with("token", token(32));
        }
        for (int octets : new int[] {0, 1, 4, 8, 12, 15, 129, 130, 160, 192, 255, 256, 272, 1000}) {
            decode("a token of " + octets + " octets", payload(notification(1, "", QCD_TOKEN, token(octets))), "Length")
                    .invalid("LENGTH");
        }
        for (int octets : new int[] {1, 4, 8, 16, 255}) {
            String spi = labelled("qcd-token/spi/" + octets, octets);
            decode("an SPI of " + octets + " octets before the token", payload(notification(1, spi, QCD_TOKEN, token(32))),
                    "HasSpi").invalid("SPI_SIZE");
        }
        decode("the token in the place of the SPI", payload(notification(1, token(32), QCD_TOKEN, "")), "HasSpi")
                .invalid("SPI_SIZE");
        decode("an SPI that makes up for a short token", payload(notification(1, token(8), QCD_TOKEN, token(15))), "HasSpi",
                "Length").invalid("SPI_SIZE");
        for (int type : new int[] {0, 4, 11, 16384, 16390, 16418, 16420, 0x2340, 0xC023, 40960, 65535}) {
            decode("notify type " + type, payload(notification(1, "", type, token(32))), "OtherType").invalid("NOTIFY_TYPE");
        }
        broken();
    }

    private void broken() {
        String whole = notification(1, "", QCD_TOKEN, token(32));
        for (int length : new int[] {0, 1, 2, 3}) {
            decode("payload length " + length, "0000" + u16(length) + whole, "PayloadLength")
                    .invalid("PAYLOAD_LENGTH_BELOW_FOUR");
        }
        for (int length : new int[] {41, 0x2800, 0xFFFF}) {
            decode("payload length " + length + " of 40", "0000" + u16(length) + whole.substring(8), "PayloadLength")
                    .invalid("PAYLOAD_PAST_END");
        }
        decode("three octets of a generic header", "000000", "PayloadLength").invalid("PAYLOAD_HEADER_TRUNCATED");
        decode("no octets", "", "PayloadLength").invalid("PAYLOAD_HEADER_TRUNCATED");
        decode("payload length 39 of 40: an octet is left over", "0000" + u16(39) + whole, "PayloadLength")
                .invalid("TRAILING_OCTETS");
        decode("payload length 8: the token is left over", "0000" + u16(8) + whole, "PayloadLength")
                .invalid("TRAILING_OCTETS");
        for (int octets = 0; octets < 4; octets++) {
            decode("a notification of " + octets + " octets", payload(whole.substring(0, 2 * octets)), "NotifyCut")
                    .invalid("NOTIFY_TRUNCATED");
        }
        for (int size : new int[] {33, 36, 255}) {
            decode("SPI size " + size + ", and 32 octets are left", payload("01" + u8(size) + u16(QCD_TOKEN) + token(32)),
                    "SpiPastEnd")
                    .invalid("NOTIFY_SPI_PAST_END");
        }
        decode("SPI size 1, and no octet is left", payload("0101" + u16(QCD_TOKEN)), "SpiPastEnd")
                .invalid("NOTIFY_SPI_PAST_END");
        for (int next : new int[] {41, 46, 255}) {
            decode("next payload " + next, payload(next, 0, whole), "NothingFollows").invalid("PAYLOAD_HEADER_TRUNCATED");
        }
    }

    private void encode() {
        file.group("encode");
        for (int octets : new int[] {16, 17, 20, 31, 32, 33, 64, 127, 128}) {
            file.example("a token of " + octets + " octets", octets == 32 ? "Normal" : "Boundary")
                    .with("token", token(octets)).valid()
                    .with("payload", payload(notification(1, "", QCD_TOKEN, token(octets))));
        }
        for (int octets : new int[] {0, 1, 8, 15, 129, 255, 256, 512}) {
            file.example("a token of " + octets + " octets", "Length").with("token", token(octets)).invalid("LENGTH");
        }
    }
}
