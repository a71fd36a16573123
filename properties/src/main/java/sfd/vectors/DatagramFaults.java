package sfd.vectors;

import static sfd.vectors.Digits.labelled;
import static sfd.vectors.Digits.length;
import static sfd.vectors.Digits.slice;
import static sfd.vectors.Digits.u16;
import static sfd.vectors.Digits.u8;
import static sfd.vectors.Digits.zeros;
import static sfd.vectors.Ike.NOTIFY;
import static sfd.vectors.Ike.RESPONSE;
import static sfd.vectors.Ike.SK;
import static sfd.vectors.Ike.SKF;
import static sfd.vectors.Ike.notification;
import static sfd.vectors.Ike.payload;

import com.fasterxml.jackson.databind.node.IntNode;

/** Datagrams in which one thing is wrong. Where a payload is at fault its type is named. */
record DatagramFaults(VectorFile file) {

    private static final String HINT = notification(0, "", Ike.INVALID_IKE_SPI, "");

    private void add(String comment, String datagram, String reason, String... flags) {
        file.example(comment, flags).with("datagram", datagram).invalid(reason);
    }

    private void add(int payload, String comment, String datagram, String reason, String... flags) {
        file.example(comment, flags).with("datagram", datagram).invalid(reason).with("payload", IntNode.valueOf(payload));
    }

    /** Of messages, behind a marker or without one. */
    void all(String marker, String spis) {
        String whole = marker + DatagramVectors.answer().octets();
        if (marker.isEmpty()) {
            add("no octets", "", "EMPTY", "Empty");
        }
        for (int octets : new int[] {1, 8, 16, 27}) {
            add("the first " + octets + " octets of a message", slice(whole, 0, length(marker) + octets), "TOO_SHORT",
                    "TooShort");
        }
        headers(marker, spis);
        payloads(marker, spis);
        notifications(marker, spis);
        encrypted(marker, spis);
    }

    private static String message(String spis, int first, String chain) {
        return Ike.message(spis, first, 37, RESPONSE, 2, chain);
    }

    private void headers(String marker, String spis) {
        for (int version : new int[] {0x00, 0x10, 0x1F, 0x30, 0xF0, 0x02}) {
            add("version octet " + u8(version), marker + Ike.header(spis, 0, version, 37, RESPONSE, 2, 28), "MAJOR_VERSION",
                    "MajorVersion");
        }
        add("a major version of 3 and a wrong length", marker + Ike.header(spis, 0, 0x30, 37, RESPONSE, 2, 29),
                "MAJOR_VERSION", "MajorVersion");
        for (long wrong : new long[] {0, 27, 29, 0x7FFF_FFFFL, 0xFFFF_FFFFL, 0x1C00_0000L}) {
            add("length " + wrong + " of 28", marker + Ike.header(spis, 0, 0x20, 37, RESPONSE, 2, wrong), "LENGTH_MISMATCH",
                    "LengthField");
        }
        String whole = DatagramVectors.answer().octets();
        add("the last octet missing", marker + slice(whole, 0, length(whole) - 1), "LENGTH_MISMATCH", "LengthField");
        add("one octet more", marker + whole + "00", "LENGTH_MISMATCH", "LengthField");
        add("the length counts a marker", marker + Ike.header(spis, 0, 0x20, 37, RESPONSE, 2, 32), "LENGTH_MISMATCH",
                "LengthField");
    }

    private void payloads(String marker, String spis) {
        add(NOTIFY, "a payload is announced, and there is nothing", marker + message(spis, NOTIFY, ""),
                "PAYLOAD_HEADER_TRUNCATED", "PayloadHeader");
        add(NOTIFY, "three octets of a generic header", marker + message(spis, NOTIFY, "000008"), "PAYLOAD_HEADER_TRUNCATED",
                "PayloadHeader");
        add(43, "a second payload is announced, and there is nothing", marker + message(spis, NOTIFY, payload(43, 0, HINT)),
                "PAYLOAD_HEADER_TRUNCATED", "PayloadHeader");
        for (int length = 0; length < 4; length++) {
            add(43, "a payload of length " + length, marker + message(spis, 43, "0000" + u16(length) + zeros(4)),
                    "PAYLOAD_LENGTH_BELOW_FOUR", "PayloadLength");
        }
        add(43, "a second payload of length 0, which is announced by itself", marker
                + message(spis, NOTIFY, payload(43, 0, HINT) + "2b000000"),
                "PAYLOAD_LENGTH_BELOW_FOUR", "PayloadLength");
        for (int length : new int[] {9, 256, 0xFFFF}) {
            add(43, "a payload of length " + length + " of 8", marker + message(spis, 43, "0000" + u16(length) + zeros(4)),
                    "PAYLOAD_PAST_END", "PayloadLength");
        }
        add("one octet behind the chain", marker + message(spis, NOTIFY, payload(HINT) + "00"), "TRAILING_OCTETS",
                "Trailing");
        add("a whole payload behind the chain", marker + message(spis, NOTIFY, payload(HINT) + payload(HINT)),
                "TRAILING_OCTETS", "Trailing");
        add("a payload that nothing announces", marker + message(spis, 0, payload(HINT)), "TRAILING_OCTETS", "Trailing");
        for (int type : new int[] {1, 32, 49, 52, 54, 55, 255}) {
            add(type, "a critical payload of type " + type, marker + message(spis, type, payload(0, 0x80, zeros(24))),
                    "UNKNOWN_CRITICAL_PAYLOAD", "Critical");
        }
        add(200, "critical, with all reserved bits", marker + message(spis, 200, payload(0, 0xFF, "")),
                "UNKNOWN_CRITICAL_PAYLOAD", "Critical");
        add(200, "critical, behind a token", marker + message(spis, NOTIFY,
                payload(200, 0, notification(1, "", Ike.QCD_TOKEN, labelled("datagram/token", 32)))
                + payload(0, 0x80, "")), "UNKNOWN_CRITICAL_PAYLOAD", "Critical");
    }

    private void notifications(String marker, String spis) {
        for (int octets = 0; octets < 4; octets++) {
            add(NOTIFY, "a notification of " + (4 + octets) + " octets", marker
                    + message(spis, NOTIFY, payload(slice(HINT, 0, octets))), "NOTIFY_TRUNCATED", "Notify");
        }
        for (int size : new int[] {1, 4, 255}) {
            add(NOTIFY, "SPI size " + size + ", one octet too large", marker
                    + message(spis, NOTIFY, payload("00" + u8(size) + "0004" + zeros(size - 1))),
                    "NOTIFY_SPI_PAST_END", "Notify");
        }
        add(NOTIFY, "an SPI that reaches into the next payload", marker + message(spis, NOTIFY,
                payload(NOTIFY, 0, "00080004") + payload(HINT)),
                "NOTIFY_SPI_PAST_END", "Notify");
    }

    private void encrypted(String marker, String spis) {
        for (int octets : new int[] {0, 1, 8, 16}) {
            add(SK, octets + " octets in an encrypted payload", marker + message(spis, SK,
                    payload(41, 0, labelled("datagram/short", octets))),
                    "ENCRYPTED_TOO_SHORT", "EncryptedShort");
            add(SKF, octets + " octets in a fragment, its numbers apart", marker
                    + message(spis, SKF, payload(41, 0, "00010002"
                    + labelled("datagram/short", octets))), "ENCRYPTED_TOO_SHORT", "EncryptedShort");
        }
        add(SKF, "half of a fragment's numbers", marker + message(spis, SKF, payload(41, 0, "0001")), "ENCRYPTED_TOO_SHORT",
                "EncryptedShort");
        add("a payload behind the encrypted one", marker + message(spis, SK, payload(41, 0, labelled("datagram/sealed", 17))
                + payload(HINT)),
                "TRAILING_OCTETS", "Trailing", "Encrypted");
        for (String numbers : new String[] {"00000001", "00000000", "00010000", "00020001", "ffff7fff", "80000001"}) {
            add(SKF, "fragment and total " + numbers, marker + message(spis, SKF,
                    payload(0, 0, numbers + labelled("datagram/sealed", 17))),
                    "FRAGMENT_NUMBER", "FragmentNumber");
        }
    }

    /** Of what shares a port with IKE. */
    void shared(String child) {
        for (int octets = 1; octets <= 4; octets++) {
            add(octets + " zero octets", zeros(octets), "SHORT_MARKER", "ShortMarker");
        }
        add("two octets of ones: no keepalive", "ffff", "ESP_TOO_SHORT", "Keepalive", "EspShort");
        add("another octet: no keepalive", "fe", "ESP_TOO_SHORT", "Keepalive", "EspShort");
        add("a marker of three octets before a keepalive", "000000ff", "ESP_TOO_SHORT", "ShortMarker", "EspShort");
        esp(child);
    }

    /** Of ESP. */
    void esp(String child) {
        add("SPI alone", child, "ESP_TOO_SHORT", "EspShort");
        add("seven octets", child + "000000", "ESP_TOO_SHORT", "EspShort");
        add("SPI 255", "000000ff" + "00000001", "RESERVED_SPI", "ReservedSpi");
        add("SPI 1", "00000001" + "00000001" + labelled("datagram/esp", 40), "RESERVED_SPI", "ReservedSpi");
    }

    /** Of AH. */
    void ah(String child) {
        add("no octets", "", "EMPTY", "Empty");
        add("eleven octets", "32040000" + child + "000000", "AH_TOO_SHORT", "EspShort");
        add("SPI alone", "32040000" + child, "AH_TOO_SHORT", "EspShort");
        add("one octet", "32", "AH_TOO_SHORT", "EspShort");
        add("SPI 255", "32040000" + "000000ff" + "00000001", "RESERVED_SPI", "ReservedSpi");
        add("SPI 0", "32040000" + "00000000" + "00000001", "RESERVED_SPI", "ReservedSpi");
    }
}
