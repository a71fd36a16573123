package sfd.vectors;

import static sfd.vectors.Digits.ascii;
import static sfd.vectors.Digits.flipped;
import static sfd.vectors.Digits.length;
import static sfd.vectors.Digits.slice;
import static sfd.vectors.Digits.u8;
import static sfd.vectors.Ike.VENDOR_ID;
import static sfd.vectors.Ike.notification;
import static sfd.vectors.Ike.payload;
import static sfd.vectors.Kind.IGNORED;
import static sfd.vectors.Kind.MALFORMED;
import static sfd.vectors.Kind.MISTAKEN;
import static sfd.vectors.Kind.NORMAL;

import com.fasterxml.jackson.databind.node.IntNode;

/** How a peer says that it knows stateless recovery: draft-detienne-ikev2-recovery-03, 5. */
final class VendorIdVectors {

    /** As the draft has it in hexadecimal digits. */
    private static final String ID = "53454355524520494b45205245434f56455259";

    private final VectorFile file = new VectorFile("vendor-id",
            "A chain of payloads and the type of the first: whether the Vendor ID of stateless recovery is among them.",
            "SIR-5-1", "BASE-3.2-1", "BASE-2.5-1");

    static VectorFile file() {
        var vectors = new VendorIdVectors();
        vectors.flags();
        vectors.there();
        vectors.others();
        vectors.broken();
        return vectors.file;
    }

    private void flags() {
        file.flag("There", NORMAL, "the 19 octets of its text, alone or among other payloads",
                "The peer is asked nothing, and the minutes of IKEv2 remain.", "SIR-5-1");
        file.flag("Order", IGNORED, "at any place, among other Vendor IDs",
                "The peer is asked nothing, and the minutes of IKEv2 remain.", "BASE-2.5-1", "SIR-5-1");
        file.flag("IgnoredBits", IGNORED, "the critical bit and reserved bits",
                "The peer is asked nothing, and the minutes of IKEv2 remain.", "BASE-3.2-1");
        file.flag("OtherText", MISTAKEN, "another text, or other octets for it",
                "Two implementations understand each other and nobody else.", "SIR-5-1");
        file.flag("Longer", MISTAKEN, "its text and more: another vendor's",
                "A peer that never heard of the draft is asked, and answers nothing.", "SIR-5-1");
        file.flag("Shorter", MISTAKEN, "the beginning of its text",
                "A peer that never heard of the draft is asked, and answers nothing.", "SIR-5-1");
        file.flag("OtherPlace", MISTAKEN, "its text where no Vendor ID is",
                "A peer that never heard of the draft is asked, and answers nothing.", "SIR-5-1", "BASE-3.2-1");
        file.flag("Nothing", NORMAL, "no Vendor ID, or other ones only",
                "A peer that never heard of the draft is asked, and answers nothing.", "SIR-5-1");
        file.flag("Broken", MALFORMED, "a chain that is none", "Octets beyond the message are read.", "BASE-3.1-4");
    }

    private Case add(String comment, int first, String chain, String... flags) {
        return file.example(comment, flags).with("first", IntNode.valueOf(first)).with("chain", chain);
    }

    private void there() {
        file.group("decode");
        add("alone", VENDOR_ID, payload(ID), "There").valid();
        add("twice", VENDOR_ID, payload(VENDOR_ID, 0, ID) + payload(ID), "There").valid();
        add("behind another one", VENDOR_ID, payload(VENDOR_ID, 0, "beef") + payload(ID), "Order").valid();
        add("before another one", VENDOR_ID, payload(VENDOR_ID, 0, ID) + payload("beef"), "Order").valid();
        add("behind one that begins like it", VENDOR_ID, payload(VENDOR_ID, 0, ID + "00") + payload(ID), "Order").valid();
        add("between a notification and a nonce", Ike.NOTIFY, payload(VENDOR_ID, 0, notification(0, "", 16390, "00"))
                + payload(40, 0, ID)
                + payload("ab".repeat(16)), "Order").valid();
        add("behind an unknown payload", 200, payload(VENDOR_ID, 0, "") + payload(ID), "Order").valid();
        for (int bits : new int[] {0x80, 0x01, 0x7F, 0xFF}) {
            add("bits " + u8(bits) + " behind the next payload", VENDOR_ID, payload(0, bits, ID), "IgnoredBits").valid();
        }
    }

    private void other(String flag, String comment, String body) {
        add(comment, VENDOR_ID, payload(body), flag).invalid("NOT_THERE");
    }

    private void others() {
        other("OtherText", "in lower case", ascii("secure ike recovery"));
        other("OtherText", "its words in capitals only at their beginning", ascii("Secure IKE Recovery"));
        other("OtherText", "without blanks", ascii("SECUREIKERECOVERY"));
        other("OtherText", "the name of the draft", ascii("SAFE IKE RECOVERY"));
        other("OtherText", "its digits as text", ascii(ID));
        other("OtherText", "as it is hashed for other vendors", Digits.hash("MD5", ID));
        other("OtherText", "in two octets a letter", ID.replaceAll("(..)", "00$1"));
        other("OtherText", "one bit of the first octet", flipped(ID, 0));
        other("OtherText", "one bit of the last octet", flipped(ID, 18));
        other("OtherText", "with its last octet first", Digits.reversed(ID));
        other("Longer", "and a zero octet", ID + "00");
        other("Longer", "and the quotation mark that stands behind it in the draft", ID + "22");
        other("Longer", "and a version", ID + ascii(" 1"));
        other("Longer", "behind a quotation mark", "22" + ID);
        other("Longer", "twice in one payload", ID + ID);
        other("Longer", "behind its length", u8(length(ID)) + ID);
        other("Shorter", "without its last letter", slice(ID, 0, 18));
        other("Shorter", "its first word", slice(ID, 0, 6));
        other("Shorter", "no octets", "");
        add("in a nonce", 40, payload(ID), "OtherPlace").invalid("NOT_THERE");
        add("in an unknown payload", 200, payload(ID), "OtherPlace").invalid("NOT_THERE");
        add("in a notification", Ike.NOTIFY, payload(notification(0, "", 16390, ID)), "OtherPlace").invalid("NOT_THERE");
        add("in two Vendor IDs", VENDOR_ID, payload(VENDOR_ID, 0, slice(ID, 0, 10)) + payload(slice(ID, 10, 19)),
                "OtherPlace").invalid("NOT_THERE");
        add("in an encrypted payload", Ike.SK, payload(VENDOR_ID, 0, payload(ID)), "OtherPlace").invalid("NOT_THERE");
        add("no payload", 0, "", "Nothing").invalid("NOT_THERE");
        add("another vendor's", VENDOR_ID, payload(Digits.hash("MD5", ascii("another vendor"))), "Nothing")
                .invalid("NOT_THERE");
        add("a notification", Ike.NOTIFY, payload(notification(0, "", 4, "")), "Nothing").invalid("NOT_THERE");
    }

    private void broken() {
        add("its payload length one too large", VENDOR_ID, "00000018" + ID, "Broken").invalid("PAYLOAD_PAST_END");
        add("its payload length one too small", VENDOR_ID, "00000016" + ID, "Broken").invalid("TRAILING_OCTETS");
        add("its payload length 0", VENDOR_ID, "00000000" + ID, "Broken").invalid("PAYLOAD_LENGTH_BELOW_FOUR");
        add("without a generic header", VENDOR_ID, ID, "Broken").invalid("PAYLOAD_PAST_END");
        add("announced, and not there", VENDOR_ID, "", "Broken").invalid("PAYLOAD_HEADER_TRUNCATED");
        add("not announced", 0, payload(ID), "Broken").invalid("TRAILING_OCTETS");
        add("good, and something behind it that is announced and not there", VENDOR_ID, payload(40, 0, ID), "Broken")
                .invalid("PAYLOAD_HEADER_TRUNCATED");
        add("good, and a critical unknown payload behind it", VENDOR_ID, payload(200, 0, ID) + payload(0, 0x80, ""), "Broken")
                .invalid("UNKNOWN_CRITICAL_PAYLOAD");
    }
}
