package sfd.vectors;

import static sfd.vectors.Kind.BOUNDARY;
import static sfd.vectors.Kind.IGNORED;
import static sfd.vectors.Kind.MALFORMED;
import static sfd.vectors.Kind.MISTAKEN;
import static sfd.vectors.Kind.NORMAL;
import static sfd.vectors.Kind.READING;

/** The flags of {@link TokenVectors}. */
final class TokenFlags {

    private static final String NEVER_MATCHES = "After a crash the maker shows another token than the one that it "
            + "gave to the taker: it never "
            + "matches, and the peers are back at the minutes of IKEv2.";

    private TokenFlags() {
    }

    static void explain(VectorFile file) {
        file.flag("Normal", NORMAL, "one generation, the fields as the text names them", NEVER_MATCHES, "QCD-5.1-1",
                "QCD-5.2-1", "QCD-1.1-1");
        file.flag("Generations", NORMAL, "several generations of the secret, a token of each, newest first",
                "A token that was given before a rollover is never shown again.", "QCD-5.1-2", "QCD-4.5-5");
        file.flag("Boundary", BOUNDARY, "the least and the greatest values of SPIs, secret, generation and address",
                "A number with its sign, or one that was cut, gives another token for some SAs only.", "QCD-5.1-1",
                        "QCD-5.2-1");
        file.flag("AddressIgnored", IGNORED, "method 5.1, wherever the taker is",
                "Two addresses of one taker get two tokens, and the one that it kept does not match.", "QCD-5.1-1");
        file.flag("Mapped", READING,
                "one address, however it is written: IPv4 as IPv6 (RFC 4291, 2.5.5.2) is that IPv4 address, by a rule of this "
                        + "project",
                "A socket for both families shows one taker as two, and the token is another one behind it.", "QCD-5.2-1");
        file.flag("NotMapped", BOUNDARY, "addresses of IPv6 that hold one of IPv4 and are none",
                "Two takers have one token, or the token of one is never made again.", "QCD-5.2-1");
        file.flag("MappedAsIpv6", MISTAKEN, "the address of an IPv4 packet hashed as 16 octets: the text has its IP "
                + "address, which is one of 4; written as IPv6 it is the same, by a rule of this project", NEVER_MATCHES, "QCD-5.2-1");
        file.flag("SpisSwapped", MISTAKEN, "the responder's SPI hashed first",
                "The token is right only for whoever swaps them too: the partner of a standby pair does not.", "QCD-5.1-1",
                        "QCD-5.3-1");
        file.flag("LittleEndian", MISTAKEN, "a field in another byte order than that of the wire", NEVER_MATCHES,
                "QCD-5.1-1", "QCD-5.2-1");
        file.flag("SpiLeftOut", MISTAKEN, "half of the pair is not hashed",
                "SAs that share the other half share a token, and who has one ends them all.", "QCD-5.1-1", "QCD-5-4",
                        "QCD-5.3-1");
        file.flag("OtherOrder", MISTAKEN, "the right fields in another order", NEVER_MATCHES, "QCD-5.1-1", "QCD-5.2-1");
        file.flag("AsText", MISTAKEN, "digits in place of octets", NEVER_MATCHES, "QCD-5.1-1");
        file.flag("PartOfSecret", MISTAKEN, "not all 32 octets of the secret are hashed",
                "The token is easier to guess than the text promises; without a secret anybody makes it.", "QCD-5.1-1",
                        "QCD-5-7");
        file.flag("MoreHashed", MISTAKEN, "something hashed that the text does not name", NEVER_MATCHES, "QCD-5.1-1",
                "QCD-5.2-1");
        file.flag("OtherHash", MISTAKEN,
                "another hash than that of the group. The texts allow any (QCD-5-8), but one maker has one",
                "The partner of a standby pair, or the next version, makes other tokens.", "QCD-5-8", "QCD-6-1");
        file.flag("Cut", MISTAKEN, "the hash was cut short, to a length that is still legal", NEVER_MATCHES, "QCD-5-1",
                "QCD-5-5");
        file.flag("OneBit", MISTAKEN, "right but for one bit",
                "The comparison stops too early, or does not look at all octets.", "QCD-5-5");
        file.flag("OtherMethod", MISTAKEN, "the address hashed in method 5.1, or not hashed in 5.2",
                "Too much: a taker that moves is lost. Too little: who asks from anywhere gets the token of a living SA, "
                + "which 5.2 is there to prevent.", "QCD-5.1-1", "QCD-5.2-1");
        file.flag("AddressAsText", MISTAKEN, "the address as it is written, not its octets", NEVER_MATCHES, "QCD-5.2-1");
        file.flag("OtherAddress", MISTAKEN, "another address than the taker's, or a part of it",
                "Who asks from the neighbourhood gets the taker's token.", "QCD-5.2-1", "QCD-5.2-4");
        file.flag("OtherSa", MISTAKEN, "tokens of another IKE SA of the same maker", "One SA's token ends another one.",
                "QCD-5.3-1", "QCD-5-4");
        file.flag("GenerationLeftOut", MISTAKEN, "a generation that is kept has no token",
                "A taker that got its token from that generation is not believed.", "QCD-5.1-2", "QCD-4.5-5");
        file.flag("GenerationGone", MISTAKEN, "a token of a generation that is no longer kept",
                "What was rolled over because it leaked still counts.", "QCD-5.1-2");
        file.flag("SecretLength", MALFORMED, "a secret of other than 32 octets is none",
                "A file that was cut makes a weak secret, or one that nobody can make again.", "QCD-5.1-1");
        file.flag("TooManyGenerations", MALFORMED, "more than the newest and three before it",
                "A message with more tokens than the taker looks at.", "QCD-5.1-2", "QCD-4.5-3");
    }
}
