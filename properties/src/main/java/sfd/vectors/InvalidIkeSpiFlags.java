package sfd.vectors;

import static sfd.vectors.Kind.BOUNDARY;
import static sfd.vectors.Kind.FORGED;
import static sfd.vectors.Kind.IGNORED;
import static sfd.vectors.Kind.MALFORMED;
import static sfd.vectors.Kind.MISTAKEN;
import static sfd.vectors.Kind.NORMAL;
import static sfd.vectors.Kind.READING;

/** The flags of {@link InvalidIkeSpiVectors}. */
final class InvalidIkeSpiFlags {

    private InvalidIkeSpiFlags() {
    }

    static void explain(VectorFile file) {
        file.flag("Answered", NORMAL,
                "a protected request with unknown SPIs: SPIs, exchange type and message ID copied, response flag set",
                "The requester finds no request that the answer belongs to.", "BASE-1.5-3");
        file.flag("InitiatorFlag", BOUNDARY, "the initiator flag is the other end's: inverted",
                "The requester takes the answer for a message of its own.", "BASE-1.5-3", "BASE-3.1-3");
        file.flag("MessageId", BOUNDARY, "message IDs up to 2^32-1", "A number with its sign is copied as another one.",
                "BASE-1.5-3");
        file.flag("IgnoredBits", IGNORED, "minor version, other flags, reserved bits: not copied, sent zero",
                "A later version of the peer gets no answer, or one with its own bits.", "BASE-3.1-3", "BASE-2.5-1");
        file.flag("Exchange", READING, "exchanges that run under an IKE SA, known or not",
                "Peers with a newer exchange wait for minutes.", "BASE-1.5-3", "BASE-1.5-6");
        file.flag("Fragment", BOUNDARY, "a message in fragments is answered once, at its first",
                "Seven answers to one request.", "BASE-7383.2.6.1-1");
        file.flag("Response", FORGED, "a response is never answered", "Two peers answer each other for ever.", "BASE-1.5-4");
        file.flag("NotProtected", FORGED, "a request in the clear, or an empty one",
                "Anybody draws answers, to whom he likes.", "BASE-1.5-6");
        file.flag("OtherExchange", FORGED, "an exchange that makes an IKE SA, or that has no answers",
                "A new IKE SA is refused as a lost one.", "BASE-1.5-6");
        file.flag("BeforeAuth", FORGED,
                "an exchange before the end of authentication that nobody asks in (RFC 7296, 1.2; READING-18): "
                + "without the initiator flag, or with message ID 0",
                "Answers to what no honest peer sends.", "BASE-1.5-6");
        file.flag("ZeroSpi", FORGED, "a zero SPI, which no IKE SA has",
                "The first message of a new IKE SA is taken for one of a lost SA.", "BASE-2.6-1", "BASE-1.5-6");
        file.flag("Broken", MALFORMED, "a message that is none", "Noise is answered.", "BASE-3.1-4", "BASE-3.14-1");
        file.flag("Hint", NORMAL, "the notification about the SPIs of the header",
                "A crash is noticed when traffic needs an answer, and not before.", "BASE-2.21.4-4", "BASE-1.5-3");
        file.flag("Tolerated", IGNORED, "fields of the notification that say nothing, other payloads, another order",
                "A good hint is lost.", "BASE-3.10-1", "BASE-2.5-1");
        file.flag("AnyExchange", READING, "a hint with either flag, in any exchange but those that make an IKE SA",
                "Hints of older implementations are lost.", "BASE-1.5-2", "BASE-2.21.4-4");
        file.flag("OtherSa", FORGED, "about an IKE SA that is not there", "Each forged hint costs a liveness check.",
                "BASE-1.5-2", "BASE-2.6-3");
        file.flag("NoHint", MISTAKEN, "no such notification, or one that is none",
                "Any message in the clear costs a liveness check.", "BASE-1.5-2");
    }
}
