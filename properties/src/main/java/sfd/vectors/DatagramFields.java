package sfd.vectors;

import static sfd.vectors.DatagramVectors.SPIS;
import static sfd.vectors.DatagramVectors.answer;
import static sfd.vectors.DatagramVectors.hint;
import static sfd.vectors.DatagramVectors.sealed;
import static sfd.vectors.Digits.labelled;
import static sfd.vectors.Digits.u8;
import static sfd.vectors.Digits.zeros;
import static sfd.vectors.Ike.INITIATOR;
import static sfd.vectors.Ike.RESPONSE;

/** Messages that vary one field each, all of them good. */
record DatagramFields(Into into) {

    /** Where they go. */
    interface Into {
        void ike(String comment, String marker, Message message, String... flags);
    }

    void all(String marker) {
        for (int exchange : new int[] {0, 33, 45, 240, 255}) {
            into.ike("exchange type " + exchange, marker, Message.of(SPIS, exchange, "" + exchange, RESPONSE, 2, hint()),
                    "Exchange");
        }
        into.ike("the last exchange type that has a name", marker, Message.of(SPIS, 44, "IKE_FOLLOWUP_KE", RESPONSE, 2,
                hint()), "Exchange");
        for (int flags : new int[] {0x00, 0x10, 0x01, 0x40, 0x80, 0xC7, 0xFF}) {
            into.ike("flags " + u8(flags), marker, Message.informational(SPIS, flags, 2, hint()), "Flags");
        }
        for (int minor : new int[] {1, 15}) {
            into.ike("version 2." + minor, marker, answer().version(0x20 | minor), "MinorVersion");
        }
        for (long id : new long[] {0, Integer.MAX_VALUE, 1L << 31, 0xFFFF_FFFFL}) {
            into.ike("message ID " + id, marker, Message.informational(SPIS, RESPONSE, id, hint()), "MessageId");
        }
        into.ike("both SPIs zero", marker, Message.informational(zeros(16), RESPONSE, 2, hint()), "ZeroSpis");
        into.ike("SPI-I zero", marker, Message.informational(zeros(8) + SPIS.substring(16), RESPONSE, 2, hint()), "ZeroSpis");
        into.ike("both SPIs all ones", marker, Message.informational("ff".repeat(16), RESPONSE, 2, hint()), "ZeroSpis");
        payloads(marker);
        encrypted(marker);
    }

    private void payloads(String marker) {
        Part token = Part.token(labelled("datagram/token", 32));
        into.ike("the token before the hint", marker, Message.informational(SPIS, RESPONSE, 2, token, hint()), "Order");
        into.ike("a Vendor ID between them", marker, Message.informational(SPIS, RESPONSE, 2, hint(),
                Part.other(Ike.VENDOR_ID, "V", "beef"), token),
                "Order");
        into.ike("the critical bit on a notification", marker, Message.informational(SPIS, RESPONSE, 2, hint().bits(0x80),
                token), "CriticalKnown");
        into.ike("the critical bit on an encrypted payload", marker, Message.informational(SPIS, INITIATOR, 2,
                sealed(29).bits(0x80)), "CriticalKnown");
        into.ike("the critical bit on the last type of RFC 7296", marker, Message.informational(SPIS, RESPONSE, 2,
                Part.other(48, "EAP", "03010004").bits(0x80)), "CriticalKnown");
        into.ike("the critical bit on the first type of RFC 7296", marker, Message.informational(SPIS, RESPONSE, 2,
                Part.other(33, "SA", "0000001001010001" + "000000080100000c").bits(0x80)), "CriticalKnown");
        into.ike("the critical bit on a fragment", marker, Message.informational(SPIS, INITIATOR, 2,
                Part.fragment(41, "N", 1, 2, labelled("datagram/sealed", 17)).bits(0x80)), "CriticalKnown", "Fragment");
        into.ike("reserved bits beside the critical bit", marker, Message.informational(SPIS, RESPONSE, 2, hint().bits(0x7F),
                token.bits(0xFF)),
                "CriticalKnown");
        for (int type : new int[] {1, 32, 55, 128, 255}) {
            into.ike("an unknown payload of type " + type, marker, Message.informational(SPIS, RESPONSE, 2,
                    Part.other(type, "" + type, zeros(24)), token),
                    "UnknownPayload");
        }
        into.ike("a type that has a name since, and nothing in it", marker,
                Message.informational(SPIS, RESPONSE, 2, Part.other(54, "PS", ""), token),
                "UnknownPayload");
        for (int type : new int[] {2, 8192, 16448, 40960, 65535}) {
            into.ike("an unknown notification of type " + type, marker, Message.informational(SPIS, RESPONSE, 2,
                    Part.notify(type, "" + type, 3, "01020304", "0a"), token), "UnknownNotify");
        }
        into.ike("a notification with an SPI of 255 octets", marker, Message.informational(SPIS, RESPONSE, 2,
                Part.notify(9999, "9999", 255, labelled("datagram/spi", 255), "")), "UnknownNotify");
    }

    private void encrypted(String marker) {
        into.ike("the shortest encrypted payload", marker, Message.informational(SPIS, INITIATOR, 2, sealed(17)),
                "Encrypted");
        into.ike("inside a notification first", marker, Message.informational(SPIS, INITIATOR, 2,
                Part.encrypted(41, "N", labelled("datagram/sealed", 40))), "Encrypted");
        into.ike("inside an unknown payload first", marker, Message.informational(SPIS, INITIATOR, 2,
                Part.encrypted(200, "200", labelled("datagram/sealed", 40))), "Encrypted");
        into.ike("a notification in the clear before it", marker, Message.informational(SPIS, INITIATOR, 2, hint(),
                sealed(29)), "Encrypted");
        for (int[] number : new int[][] {{1, 1}, {1, 2}, {2, 2}, {0xFFFF, 0xFFFF}}) {
            into.ike("fragment " + number[0] + " of " + number[1], marker, Message.informational(SPIS, INITIATOR, 2,
                    Part.fragment(
                    number[0] == 1 ? 41 : 0, number[0] == 1 ? "N" : "0", number[0], number[1],
                            labelled("datagram/sealed", 17))), "Encrypted", "Fragment");
        }
    }
}
