package sfd.vectors;

import static sfd.vectors.Kind.BOUNDARY;
import static sfd.vectors.Kind.FORGED;
import static sfd.vectors.Kind.MALFORMED;
import static sfd.vectors.Kind.MISTAKEN;
import static sfd.vectors.Kind.NORMAL;
import static sfd.vectors.Kind.READING;

/** The flags of {@link CookieVectors}. */
final class CookieFlags {

    private CookieFlags() {
    }

    static void explain(VectorFile file) {
        file.flag("Normal", NORMAL, "as it went out, the ends as in the packet of its maker",
                "No answer is believed, and nothing is ever recovered.", "SIR-3.2.4-1", "SIR-3.2.2-9");
        file.flag("Mapped", READING, "IPv4 written as IPv6 is that IPv4 address, by a rule of this project",
                "Behind a socket for both families no answer is believed.", "SIR-3.2.4-1");
        file.flag("Boundary", BOUNDARY, "the least and the greatest ports, SPIs, versions", "Some peers are never believed.",
                "SIR-3.2.4-1");
        file.flag("Generations", NORMAL, "any secret that is still kept, by its version",
                "An answer that is under way when the secret changes is lost.", "SIR-3.2.4-2");
        file.flag("OtherSa", FORGED, "made for another IKE SA, or for none",
                "Who has one cookie has all IKE SAs of that peer replaced.", "SIR-3.2.4-1", "SIR-3.2.2-9");
        file.flag("OtherEnds", FORGED, "made for other addresses or ports",
                "A cookie that went to one host is believed from another one: behind a NAT from all.", "SIR-3.2.4-1",
                "SIR-3.2.2-9");
        file.flag("OtherSubtype", FORGED, "over another subtype than that of its purpose",
                "A cookie for one purpose is good for the other.", "SIR-3.2.4-1", "SIR-3.2.2-12");
        file.flag("Version", FORGED, "version and hash are not of one secret",
                "A secret that leaked is good for ever, or a new one is never asked.", "SIR-3.2.4-1", "SIR-3.2.4-2");
        file.flag("Secret", MISTAKEN, "over another part of the secret",
                "Members of a cluster do not believe each other's answers; without a secret anybody makes it.",
                "SIR-3.2.4-1");
        file.flag("Length", MALFORMED, "another length than 36 octets",
                "A comparison up to the shorter end believes the empty cookie.", "SIR-3.2.2-9");
        file.flag("OneBit", FORGED, "right but for one bit, or only in its version",
                "The cookie is found out piece by piece.", "SIR-3.2.2-9");
        file.flag("Gone", FORGED, "by a secret that is no longer kept", "A cookie has no end of its life.", "SIR-3.2.4-2");
        file.flag("Reflected", NORMAL, "1 to 64 octets, whatever is in them; with no SPI the protocol ID is ignored",
                "The recovery costs a round trip more, or is refused under load.", "BASE-2.6-4", "SIR-3.2.2-12");
        file.flag("NotReflected", MALFORMED, "no octets, or more than 64",
                "The new IKE SA begins with a message that its receiver refuses.", "BASE-2.6-4");
        file.flag("OtherType", MISTAKEN, "another notification", "Somebody's data goes out as a cookie.", "BASE-2.6-4",
                "BASE-3.10-1");
        file.flag("Broken", MALFORMED, "a payload that does not hold what it says", "Octets beyond it go out as a cookie.",
                "BASE-3.1-4", "BASE-3.10-1");
    }
}
