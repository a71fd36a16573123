package sfd.vectors;

import static sfd.vectors.Digits.labelled;
import static sfd.vectors.Digits.slice;
import static sfd.vectors.Digits.zeros;
import static sfd.vectors.Ike.INITIATOR;
import static sfd.vectors.Ike.RESPONSE;

import java.util.List;

/** INVALID_IKE_SPI: RFC 7296, 1.5 and 2.21.4. */
final class InvalidIkeSpiVectors {

    private static final String SPIS = labelled("invalid-ike-spi/spis", 16);

    private final VectorFile file = new VectorFile("invalid-ike-spi",
            "Messages over UDP port 500: what a peer that knows no IKE SA answers, and whether a peer with one "
            + "established IKE SA takes a "
            + "message as a hint about it (and begins a liveness check).",
            "BASE-1.5-3", "BASE-1.5-4", "BASE-1.5-6", "BASE-2.6-1", "BASE-2.21.4-4", "BASE-3.10-1");

    static VectorFile file() {
        var vectors = new InvalidIkeSpiVectors();
        InvalidIkeSpiFlags.explain(vectors.file);
        vectors.reply();
        vectors.hint();
        return vectors.file;
    }

    private static Part sealed() {
        return DatagramVectors.sealed(29);
    }

    // The peer that knows no IKE SA.

    private void answered(String comment, Message request, String reading, String... flags) {
        Message reply = new Message(request.spis(), 0x20, request.exchange(), "",
                (request.flags() & INITIATOR) ^ INITIATOR | RESPONSE,
                request.messageId(), List.of(DatagramVectors.hint()));
        Case it = file.example(comment, flags).with("message", request.octets());
        (reading.isEmpty() ? it.valid() : it.acceptable(reading)).with("reply", reply.octets());
    }

    private void silent(String comment, String reason, Message request, String... flags) {
        file.example(comment, flags).with("message", request.octets()).invalid(reason);
    }

    private void reply() {
        file.group("reply");
        answered("a liveness check of the original initiator", Message.informational(SPIS, INITIATOR, 2, sealed()), "",
                "Answered");
        answered("of the original responder", Message.informational(SPIS, 0, 2, sealed()), "", "Answered", "InitiatorFlag");
        answered("its first one, with message ID 0", Message.informational(SPIS, 0, 0, sealed()), "", "Answered",
                "MessageId");
        for (long id : new long[] {1, Integer.MAX_VALUE, 1L << 31, 0xFFFF_FFFFL}) {
            answered("message ID " + id, Message.informational(SPIS, INITIATOR, id, sealed()), "", "MessageId");
        }
        answered("CREATE_CHILD_SA", Message.of(SPIS, 36, "", INITIATOR, 3, sealed()), "", "Answered");
        for (int exchange : new int[] {40, 44, 45, 99, 255}) {
            answered("exchange " + exchange, Message.of(SPIS, exchange, "", 0, 3, sealed()), "READING-6", "Exchange");
        }
        for (int exchange : new int[] {35, 39, 43}) {
            answered("exchange " + exchange + ", by the initiator", Message.of(SPIS, exchange, "", INITIATOR, 1, sealed()),
                    "READING-6", "Exchange");
            silent("exchange " + exchange + ", by the responder", "NOT_A_PROTECTED_REQUEST",
                    Message.of(SPIS, exchange, "", 0, 1, sealed()), "BeforeAuth");
            silent("exchange " + exchange + ", with message ID 0", "NOT_A_PROTECTED_REQUEST",
                    Message.of(SPIS, exchange, "", INITIATOR, 0, sealed()), "BeforeAuth");
        }
        answered("version 2.3", Message.informational(SPIS, INITIATOR, 2, sealed()).version(0x23), "", "IgnoredBits");
        answered("all flags but that of a response", Message.informational(SPIS, 0xDF, 2, sealed()), "", "IgnoredBits");
        answered("the critical bit on the encrypted payload", Message.informational(SPIS, INITIATOR, 2, sealed().bits(0xFF)),
                "", "IgnoredBits");
        answered("a notification in the clear before it", Message.informational(SPIS, INITIATOR, 2, DatagramVectors.hint(),
                sealed()), "", "Answered");
        answered("the first fragment", Message.informational(SPIS, INITIATOR, 2, fragment(1)), "", "Fragment");
        silent("the second fragment", "LATER_FRAGMENT", Message.informational(SPIS, INITIATOR, 2, fragment(2)), "Fragment");
        silent("the last fragment", "LATER_FRAGMENT", Message.informational(SPIS, INITIATOR, 2, fragment(7)), "Fragment");
        for (int flags : new int[] {RESPONSE, RESPONSE | INITIATOR, 0xFF}) {
            silent("a response, flags " + Digits.u8(flags), "RESPONSE_WITHOUT_IKE_SA",
                    Message.informational(SPIS, flags, 2, sealed()), "Response");
        }
        silent("a response in the clear", "RESPONSE_WITHOUT_IKE_SA", Message.informational(SPIS, RESPONSE, 2,
                DatagramVectors.hint()), "Response");
        silent("a response on IKE_SA_INIT", "RESPONSE_WITHOUT_IKE_SA", Message.of(SPIS, 34, "", RESPONSE, 0), "Response");
        silent("a request without payloads", "NOT_A_PROTECTED_REQUEST", Message.informational(SPIS, INITIATOR, 2),
                "NotProtected");
        silent("a hint in a request", "NOT_A_PROTECTED_REQUEST", Message.informational(SPIS, INITIATOR, 2,
                DatagramVectors.hint()), "NotProtected");
        silent("a token in a request", "NOT_A_PROTECTED_REQUEST", Message.informational(SPIS, INITIATOR, 2,
                Part.token(labelled("invalid-ike-spi/token", 32))), "NotProtected");
        for (int exchange : new int[] {34, 38, 41}) {
            silent("exchange " + exchange + ", with an encrypted payload", "NOT_A_PROTECTED_REQUEST",
                    Message.of(SPIS, exchange, "", INITIATOR, 1, sealed()), "OtherExchange");
        }
        silent("SPI-R zero", "NOT_A_PROTECTED_REQUEST", Message.informational(slice(SPIS, 0, 8) + zeros(8), INITIATOR, 2,
                sealed()), "ZeroSpi");
        silent("SPI-I zero", "NOT_A_PROTECTED_REQUEST", Message.informational(zeros(8) + slice(SPIS, 8, 16), INITIATOR, 2,
                sealed()), "ZeroSpi");
        silent("both SPIs zero", "NOT_A_PROTECTED_REQUEST", Message.informational(zeros(16), INITIATOR, 2, sealed()),
                "ZeroSpi");
        silent("16 octets in the encrypted payload", "ENCRYPTED_TOO_SHORT",
                Message.informational(SPIS, INITIATOR, 2, DatagramVectors.sealed(16)), "Broken");
        silent("fragment 0", "FRAGMENT_NUMBER", Message.informational(SPIS, INITIATOR, 2, fragment(0)), "Broken", "Fragment");
        silent("major version 3", "MAJOR_VERSION", Message.informational(SPIS, INITIATOR, 2, sealed()).version(0x30),
                "Broken");
        silent("an unknown critical payload before it", "UNKNOWN_CRITICAL_PAYLOAD",
                Message.informational(SPIS, INITIATOR, 2, Part.other(200, "", "").bits(0x80), sealed()), "Broken");
    }

    private static Part fragment(int number) {
        return Part.fragment(number == 1 ? 41 : 0, "", number, 7, labelled("invalid-ike-spi/fragment", 29));
    }

    // The peer that has one.

    private void taken(String comment, Message hint, String reading, String... flags) {
        Case it = file.example(comment, flags).with("message", hint.octets());
        if (reading.isEmpty()) {
            it.valid();
        } else {
            it.acceptable(reading);
        }
    }

    private static Part about(int protocol, String spi, String data) {
        return Part.notify(Ike.INVALID_IKE_SPI, "INVALID_IKE_SPI", protocol, spi, data);
    }

    private void hint() {
        file.group("hint").put("spiI", slice(SPIS, 0, 8)).put("spiR", slice(SPIS, 8, 16));
        Part hint = DatagramVectors.hint();
        taken("an answer to the original initiator", Message.informational(SPIS, RESPONSE, 2, hint), "", "Hint");
        taken("an answer to CREATE_CHILD_SA", Message.of(SPIS, 36, "", RESPONSE, 3, hint), "", "Hint");
        taken("protocol ID 1", Message.informational(SPIS, RESPONSE, 2, about(1, "", "")), "", "Tolerated");
        taken("data in it", Message.informational(SPIS, RESPONSE, 2, about(0, "", "0badbeef")), "", "Tolerated");
        taken("the SPIs in it too", Message.informational(SPIS, RESPONSE, 2, about(1, SPIS, "")), "", "Tolerated");
        taken("the critical bit on it", Message.informational(SPIS, RESPONSE, 2, hint.bits(0x80)), "", "Tolerated");
        taken("behind a Vendor ID", Message.informational(SPIS, RESPONSE, 2, Part.other(43, "", "beef"), hint), "",
                "Tolerated");
        taken("behind an unknown payload", Message.informational(SPIS, RESPONSE, 2, Part.other(200, "", "beef"), hint), "",
                "Tolerated");
        taken("with a cookie", Message.informational(SPIS, RESPONSE, 2, hint,
                Part.notify(Ike.COOKIE, "COOKIE", 0, "", zeros(8))), "", "Tolerated");
        taken("in a request", Message.informational(SPIS, 0, 2, hint), "READING-17", "AnyExchange");
        taken("with both flags", Message.informational(SPIS, RESPONSE | INITIATOR, 2, hint), "READING-17", "AnyExchange");
        for (int exchange : new int[] {0, 35, 43, 99}) {
            taken("in exchange " + exchange, Message.of(SPIS, exchange, "", RESPONSE, 2, hint), "READING-17", "AnyExchange");
        }
        silent("about another IKE SA", "NO_SUCH_IKE_SA", Message.informational(labelled("invalid-ike-spi/other", 16),
                RESPONSE, 2, hint), "OtherSa");
        silent("SPIs swapped", "NO_SUCH_IKE_SA", Message.informational(slice(SPIS, 8, 16) + slice(SPIS, 0, 8), RESPONSE, 2,
                hint), "OtherSa");
        silent("SPI-R zero", "NO_SUCH_IKE_SA", Message.informational(slice(SPIS, 0, 8) + zeros(8), RESPONSE, 2, hint),
                "OtherSa");
        silent("zero SPIs, and those of the SA in the notification", "NO_SUCH_IKE_SA",
                Message.informational(zeros(16), RESPONSE, 2, about(1, SPIS, "")), "OtherSa");
        silent("SPI-I is another one in its last bit", "NO_SUCH_IKE_SA", Message.informational(Digits.flipped(SPIS, 7),
                RESPONSE, 2, hint), "OtherSa");
        for (int exchange : new int[] {34, 38}) {
            silent("in exchange " + exchange, "NO_HINT", Message.of(SPIS, exchange, "", RESPONSE, 0, hint), "NoHint");
        }
        silent("before an encrypted payload", "NOT_FOR_THIS_ROLE", Message.informational(SPIS, RESPONSE, 2, hint, sealed()),
                "NoHint");
        silent("no payloads", "NO_HINT", Message.informational(SPIS, RESPONSE, 2), "NoHint");
        for (int type : new int[] {1, 5, 9, 14, 44, 0x0400, 16388}) {
            silent("notify type " + type, "NO_HINT", Message.informational(SPIS, RESPONSE, 2,
                    Part.notify(type, "", 0, "", "")), "NoHint");
        }
        silent("a body like the notification's in a Vendor ID", "NO_HINT", Message.informational(SPIS, RESPONSE, 2,
                Part.other(43, "", "00000004")), "NoHint");
        silent("an SPI size above what is left", "NOTIFY_SPI_PAST_END", Message.informational(SPIS, RESPONSE, 2,
                Part.other(41, "", "00010004")), "Broken");
        silent("no room for its type", "NOTIFY_TRUNCATED", Message.informational(SPIS, RESPONSE, 2,
                Part.other(41, "", "0000")), "Broken");
        silent("major version 1", "MAJOR_VERSION", Message.informational(SPIS, RESPONSE, 2, hint).version(0x10), "Broken");
    }
}
