package sfd.vectors;

import static sfd.vectors.Kind.BOUNDARY;
import static sfd.vectors.Kind.IGNORED;
import static sfd.vectors.Kind.MALFORMED;
import static sfd.vectors.Kind.MISTAKEN;
import static sfd.vectors.Kind.NORMAL;
import static sfd.vectors.Kind.READING;

/** The flags of {@link CheckSpiVectors}. */
final class CheckSpiFlags {

    private CheckSpiFlags() {
    }

    static void explain(VectorFile file) {
        file.flag("IkeSa", NORMAL, "about an IKE SA: an SPI of 16 octets, SPI-I first",
                "No question is understood, and none answered.", "SIR-6-1", "SIR-3.2.1-1");
        file.flag("ChildSa", NORMAL, "about a child SA: an SPI of 4 octets",
                "The loss of a single child SA is never found out.", "SIR-6-1", "SIR-3.4.2-4");
        file.flag("CookieSize", BOUNDARY, "cookies of 0 to 255 octets: what is in them is their maker's affair",
                "Who expects cookies like its own gives none back, and its peer believes no answer.", "SIR-6-1",
                        "SIR-3.2.2-8");
        file.flag("LoneCookie", READING, "a cookie about no SA: the draft names this subtype without a number",
                "Another number, or another place for the cookie, and the two ends do not understand each other.", "SIR-6-1",
                        "SIR-3.3.3-1");
        file.flag("OtherProtocol", READING, "a protocol ID that contradicts the size of the SPI: the size decides",
                "What a peer asks that sends another number is not understood.", "SIR-6-1", "BASE-3.10-1");
        file.flag("IgnoredBits", IGNORED, "reserved octets, the critical bit, reserved bits",
                "A later version of the peer is refused.", "SIR-6-1", "BASE-3.2-1");
        file.flag("Short", MALFORMED, "no room for subtype, cookie size and reserved octets",
                "Octets behind the payload are read.", "SIR-6-2");
        file.flag("WrongCookieSize", MALFORMED, "a cookie size that is not what is left",
                "Octets behind the payload are given back to whoever asks, or a cookie is compared in part.", "SIR-6-2");
        file.flag("Subtype", MALFORMED, "a subtype that is none",
                "Taken for NACK, it lets anybody end an SA; taken for QUERY, it is answered.", "SIR-6-2");
        file.flag("SpiSize", MALFORMED, "an SPI of another size than the subtype needs",
                "Another SA is meant, or octets that are not there.", "SIR-6-2");
        file.flag("OtherType", MISTAKEN, "another notification: it says nothing about an SA",
                "A status type of somebody else is taken for a verdict.", "SIR-6-1");
        file.flag("PayloadLength", MALFORMED, "a payload length that does not fit", "Octets beyond the message are read.",
                "BASE-3.1-4", "BASE-3.10-1");
        file.flag("TooLong", MALFORMED, "a cookie for which the size field has no room",
                "Its size is cut to one octet, and the peer refuses the message.", "SIR-6-1");
    }
}
