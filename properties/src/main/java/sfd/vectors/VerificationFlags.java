package sfd.vectors;

import static sfd.vectors.Kind.BOUNDARY;
import static sfd.vectors.Kind.FORGED;
import static sfd.vectors.Kind.IGNORED;
import static sfd.vectors.Kind.MALFORMED;
import static sfd.vectors.Kind.MISTAKEN;
import static sfd.vectors.Kind.NORMAL;
import static sfd.vectors.Kind.READING;

/** The flags of {@link VerificationVectors}. */
final class VerificationFlags {

    private static final String ANYBODY = "Anybody ends the IKE SA with a packet.";
    private static final String LOST = "A crash is noticed after minutes only.";

    private VerificationFlags() {
    }

    static void explain(VectorFile file) {
        file.flag("Normal", NORMAL, "one token, the stored one", LOST, "QCD-3-5", "QCD-4.5-4", "QCD-4.5-7");
        file.flag("Several", NORMAL, "several tokens, and any one is enough", "After a rollover the maker is not believed.",
                "QCD-4.5-3", "QCD-4.5-4");
        file.flag("BeyondLimit", BOUNDARY,
                "the stored token stands behind as many as this taker looks at (tokensHandled); the text wants four at least",
                "One message costs any number of digests.", "QCD-4.5-3");
        file.flag("Mismatch", FORGED, "well-formed tokens, none of them stored", ANYBODY, "QCD-3-5", "QCD-4.5-6");
        file.flag("SeveralStored", NORMAL, "a taker that keeps several tokens of an IKE SA",
                "A multihomed taker that moved back does not believe the maker.", "QCD-5-6");
        file.flag("NothingStored", FORGED, "no token was ever given for this IKE SA", ANYBODY, "QCD-3-5", "QCD-4.5-6");
        file.flag("Length", BOUNDARY, "tokens of 16 to 128 octets: their length is the maker's affair",
                "The maker of another implementation is not believed.", "QCD-5-1");
        file.flag("Nearly", FORGED, "a bit, an octet or their order is another", "The token is found out piece by piece.",
                "QCD-5-5");
        file.flag("Prefix", FORGED, "a part of the token, or more than it", "The token is found out piece by piece.",
                "QCD-5-5");
        file.flag("StolenDigest", FORGED, "what is stored, and not the token",
                "Who reads a backup of the taker ends its IKE SAs.", "QCD-9.1-2", "QCD-3-2");
        file.flag("Malformed", MALFORMED, "of another length, or with an SPI: it never matches, though it was stored",
                "A short token is guessed; the empty one needs no guess.",
                "QCD-4.1-2", "QCD-5-1");
        file.flag("MalformedBefore", MALFORMED,
                "malformed tokens before the good one: they count, and the others are still looked at",
                "One bad token in front hides the good one.", "QCD-4.1-2", "QCD-4.5-3", "QCD-4.5-4");
        file.flag("ProtocolId", READING, "a protocol ID other than 1, where the taker is strict and where not",
                "Tokens of the one public implementation are lost.",
                "QCD-4.1-1", "BASE-3.10-1");
        file.flag("Order", IGNORED, "payloads in another order, among unknown ones, with the critical bit", LOST,
                "BASE-2.5-1", "BASE-3.2-1");
        file.flag("Exchange", READING, "the exchange type is that of the request",
                "Only liveness checks are ever answered with a token that counts.", "BASE-1.5-3", "QCD-4.5-1");
        file.flag("Alone", READING, "without a hint beside it, as in the last figure of RFC 6290, 7", LOST, "QCD-4.5-1",
                "QCD-3-5");
        file.flag("InRequest", READING, "with the response flag clear, as in the figure of the older text", LOST,
                "QCD-4.5-1", "QCD-3-5");
        file.flag("NotAsked", READING, "a message ID of no request: the token alone is the proof",
                "A token that comes after the last retransmission is lost.", "QCD-3-5", "QCD-3-9");
        file.flag("ByChild", READING, "the IKE SA is that of the child SA in INVALID_SPI, which the taker sends with",
                "A token beside it is lost.", "QCD-8.2-3", "QCD-4.5-2");
        file.flag("OtherSa", FORGED, "the token is stored, but not for the IKE SA that the message names",
                "Who was given a token for one IKE SA ends another one.", "QCD-3-5", "QCD-5.3-1");
        file.flag("OtherExchange", MISTAKEN, "in an exchange that makes an IKE SA nobody speaks of one that stands",
                "Two IKE SAs are mixed up.", "QCD-3-5");
        file.flag("Encrypted", MISTAKEN, "beside an encrypted payload: whether its sender has the keys is not known yet",
                "A word in the clear rides on an encrypted message.", "BASE-1.5-6");
        file.flag("NoToken", MISTAKEN, "the stored token in a place where no token is, or none at all",
                "A hint counts as a proof.", "QCD-4.1-1", "BASE-1.5-2");
    }
}
