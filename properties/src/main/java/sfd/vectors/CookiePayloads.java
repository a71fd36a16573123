package sfd.vectors;

import static sfd.vectors.Digits.labelled;
import static sfd.vectors.Digits.u16;
import static sfd.vectors.Ike.COOKIE;
import static sfd.vectors.Ike.notification;
import static sfd.vectors.Ike.payload;

/** N(COOKIE), which everybody reads: RFC 7296, 2.6. */
record CookiePayloads(VectorFile file) {

    void all() {
        file.group("decode");
        for (int octets : new int[] {1, 2, 8, 20, 32, 36, 63, 64}) {
            String cookie = labelled("cookie/any/" + octets, octets);
            file.example("N(COOKIE) of " + octets + " octets", "Reflected").with("payload",
                    payload(notification(0, "", COOKIE, cookie))).valid().with("cookie", cookie);
        }
        for (int octets : new int[] {0, 65, 66, 128, 256, 1000}) {
            file.example("N(COOKIE) of " + octets + " octets", "NotReflected")
                    .with("payload", payload(notification(0, "", COOKIE, labelled("cookie/any/" + octets, octets))))
                    .invalid("LENGTH");
        }
        String cookie = labelled("cookie/any/32", 32);
        for (int protocol : new int[] {1, 3, 255}) {
            file.example("protocol ID " + protocol, "Reflected").with("payload",
                    payload(notification(protocol, "", COOKIE, cookie))).valid().with("cookie", cookie);
        }
        file.example("the critical bit", "Reflected").with("payload", payload(0, 0x80, notification(0, "", COOKIE, cookie)))
                .valid().with("cookie", cookie);
        for (int type : new int[] {16389, 16391, 16401, 0x0640, 4}) {
            file.example("notify type " + type, "OtherType").with("payload", payload(notification(0, "", type, cookie)))
                    .invalid("NOTIFY_TYPE");
        }
        file.example("an SPI size above what is left", "Broken").with("payload", payload("0021" + u16(COOKIE) + cookie))
                .invalid("NOTIFY_SPI_PAST_END");
        file.example("a payload of seven octets", "Broken").with("payload", payload("000040")).invalid("NOTIFY_TRUNCATED");
        file.example("a payload length one too large", "Broken").with("payload", "0000" + u16(41)
                + notification(0, "", COOKIE, cookie)).invalid("PAYLOAD_PAST_END");
        file.example("a payload length one too small", "Broken").with("payload", "0000" + u16(39)
                + notification(0, "", COOKIE, cookie)).invalid("TRAILING_OCTETS");
        file.example("a payload length of 3", "Broken").with("payload", "00000003" + notification(0, "", COOKIE, cookie))
                .invalid("PAYLOAD_LENGTH_BELOW_FOUR");
        file.example("two octets of a generic header", "Broken").with("payload", "0000").invalid("PAYLOAD_HEADER_TRUNCATED");
    }
}
