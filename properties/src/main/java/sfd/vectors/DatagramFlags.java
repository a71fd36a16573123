package sfd.vectors;

import static sfd.vectors.Kind.BOUNDARY;
import static sfd.vectors.Kind.IGNORED;
import static sfd.vectors.Kind.MALFORMED;
import static sfd.vectors.Kind.NORMAL;

/** The flags of the datagrams. */
final class DatagramFlags {

    private static final String BEYOND = "Octets beyond the message are read, or the reader does not come on.";

    private DatagramFlags() {
    }

    static void explain(VectorFile file) {
        framing(file);
        messages(file);
        malformed(file);
    }

    private static void framing(VectorFile file) {
        file.flag("Port500", NORMAL, "IKE without a marker, where either end has port 500",
                "Four octets of SPI-I are taken for a marker or left out.", "BASE-3.1-2");
        file.flag("Marker", NORMAL, "IKE behind four zero octets, where no end has port 500",
                "IKE is taken for ESP: no answer, no liveness check, no recovery behind a NAT.", "BASE-3.1-2");
        file.flag("MarkerOn500", MALFORMED, "a marker where there is none: its zeros are the beginning of SPI-I",
                "Whoever strips it reads another message than all others do.", "BASE-3.1-2", "BASE-3.1-4");
        file.flag("NoMarker", BOUNDARY,
                "IKE without a marker where there has to be one: it is ESP, whose SPI is the half of SPI-I",
                "A message that a firewall or a peer took for ESP is acted upon.", "BASE-3.1-2");
        file.flag("Esp", NORMAL, "ESP, in UDP or straight over IP: only its SPI matters",
                "Lost child SAs are never reported.", "BASE-3.1-2", "BASE-1.5-1");
        file.flag("Ah", NORMAL, "AH, whose SPI is its second word", "Another child SA is reported lost, or none.",
                "BASE-4302.2-1");
        file.flag("Keepalive", IGNORED, "one octet of ones",
                "Each keepalive costs a line of log, or an answer to who knows whom.", "BASE-2.23-1");
    }

    private static void messages(VectorFile file) {
        file.flag("Ike", NORMAL, "messages of both proposals and of IKEv2", "They are not understood at all.", "BASE-3.1-1",
                "BASE-3.2-1");
        file.flag("Exchange", BOUNDARY, "any exchange type, known or not: it is none of the reader's affairs",
                "Exchanges that come later are dropped, and their users lose the recovery.", "BASE-3.1-1");
        file.flag("Flags", IGNORED, "flags that nothing defines, and the version flag",
                "A later version of the peer is refused.", "BASE-3.1-3");
        file.flag("MinorVersion", IGNORED, "a minor version above 0", "A later version of the peer is refused.",
                "BASE-3.1-3");
        file.flag("MessageId", BOUNDARY, "message IDs up to 2^32-1",
                "A number with its sign is copied into the answer as another one.", "BASE-3.1-1");
        file.flag("ZeroSpis", BOUNDARY, "zero SPIs, as in the first request of an IKE SA and in an unprotected INVALID_SPI",
                "The hints of peers that lost all are refused.", "BASE-2.6-1", "BASE-1.5-1");
        file.flag("Order", IGNORED, "payloads in another order", "A good message is refused.", "BASE-2.5-1");
        file.flag("CriticalKnown", IGNORED, "the critical bit on types of RFC 7296, or reserved bits",
                "A good message is refused.", "BASE-3.2-1");
        file.flag("UnknownPayload", IGNORED, "an unknown payload type without the critical bit: skipped",
                "A good message is refused.", "BASE-3.2-1");
        file.flag("UnknownNotify", IGNORED, "an unknown notify type", "A good message is refused.", "BASE-3.10-1");
        file.flag("Encrypted", NORMAL, "a chain that ends in SK or SKF: the next payload speaks of the inside",
                "The reader goes on behind the end, or takes an encrypted message for one in the clear.", "BASE-1.5-6",
                        "BASE-3.14-1");
        file.flag("Fragment", BOUNDARY, "fragments from the first to the last",
                "The answer to a message in fragments is never sent.", "BASE-7383.2.5-1");
    }

    private static void malformed(VectorFile file) {
        file.flag("Empty", MALFORMED, "no octets at all", BEYOND, "BASE-3.1-4");
        file.flag("TooShort", MALFORMED, "fewer octets than the header's 28", BEYOND, "BASE-3.1-4");
        file.flag("ShortMarker", MALFORMED, "a marker, or a part of one, and nothing behind it", BEYOND, "BASE-3.1-2");
        file.flag("MajorVersion", MALFORMED,
                "a major version other than 2: nothing else of it is looked at, not even its length",
                "A message of another layout is read as this one.", "BASE-3.1-3");
        file.flag("LengthField", MALFORMED, "a length that is not what came", "Octets that no check covers ride along; or "
                + BEYOND.toLowerCase(), "BASE-3.1-4");
        file.flag("PayloadHeader", MALFORMED, "a payload is announced, and fewer than four octets are left", BEYOND,
                "BASE-3.1-4");
        file.flag("PayloadLength", MALFORMED, "a payload length below four, or past the end",
                "A length of zero holds the reader for ever: one packet stops the daemon.", "BASE-3.1-4");
        file.flag("Trailing", MALFORMED, "octets behind the end of the chain", "They ride along unseen, past every check.",
                "BASE-3.1-4");
        file.flag("Critical", MALFORMED, "an unknown payload type with the critical bit",
                "The sender made it depend on a payload that was skipped.", "BASE-3.2-1");
        file.flag("Notify", MALFORMED, "a notification without room for its fields or its SPI", BEYOND, "BASE-3.10-1");
        file.flag("EncryptedShort", MALFORMED, "an encrypted payload without room for IV, padding length and integrity check",
                "What no key ever touched is answered as a protected request, with a token.", "BASE-3.14-1", "BASE-1.5-6");
        file.flag("FragmentNumber", MALFORMED, "a fragment with a number or a total of zero, or a number above the total",
                "Fragments are kept that never become a message.", "BASE-7383.2.5-1");
        file.flag("EspShort", MALFORMED, "fewer octets than ESP's 8, or AH's 12",
                "Octets that are not there are reported as an SPI.", "BASE-3.1-4");
        file.flag("ReservedSpi", MALFORMED, "an SPI of 0 to 255, which no child SA has",
                "Noise is answered with INVALID_SPI.", "BASE-3.1-4");
    }
}
