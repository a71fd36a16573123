package sfd.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sfd.check.BadInput;

/** Why something occurs in no system model, though a role model has it. */
public final class Holes {

    private static final Map<String, String> REASONS = new LinkedHashMap<>();

    static {
        because("IKEv2 alone is in the systems as a taker and a maker with tokens off.",
                "baseline: request: INVALID_IKE_SPI", "baseline: request: INVALID_IKE_SPI, QCD_TOKEN",
                "baseline: request: INVALID_SPI", "baseline: request: INVALID_SPI, QCD_TOKEN",
                "baseline: response: INVALID_IKE_SPI", "baseline: response: INVALID_IKE_SPI, QCD_TOKEN");
        because("It comes to the same as ESP (READING-21), which NothingElseMattersInv compares.", "maker: AH", "peerX: AH");
        because("A hint in a request comes to the same as one in a response, which NothingElseMattersInv compares.",
                "peerY: request: INVALID_SPI", "taker: request: INVALID_IKE_SPI", "taker: request: INVALID_IKE_SPI, QCD_TOKEN",
                "taker: request: INVALID_SPI", "taker: request: INVALID_SPI, QCD_TOKEN");
        because("No world has the collapsed exchange or X's own cookies: PeerXCollapsedOneSa and PeerXOwnCookie have them alone.",
                "peerX: request: CHECK_SPI QUERY, COOKIE", "peerX: request: COOKIE");
        because("Only where a request need not look protected (SIR-3.2.2-1 to the letter), which no world has.",
                "peerX: request: INVALID_IKE_SPI", "peerX: request: nothing that decides");
        because("Octets that are no message change nothing in any state of a role: nobody sends any here.",
                "AH_TOO_SHORT", "EMPTY", "ENCRYPTED_TOO_SHORT", "ESP_TOO_SHORT", "FRAGMENT_NUMBER", "LENGTH_MISMATCH", "MAJOR_VERSION",
                "NOTIFY_SPI_PAST_END", "NOTIFY_TRUNCATED", "PAYLOAD_HEADER_TRUNCATED", "PAYLOAD_LENGTH_BELOW_FOUR",
                "PAYLOAD_PAST_END", "RESERVED_SPI", "SHORT_MARKER", "TOO_SHORT", "TRAILING_OCTETS", "UNKNOWN_CRITICAL_PAYLOAD");
        because("The attacker leaves out what a role would only log, and nobody else sends it (Vocabulary).",
                "CHECK_SPI_MALFORMED", "KEEPALIVE", "LATER_FRAGMENT", "NOT_A_PROTECTED_REQUEST", "NOT_A_QUERY", "NOT_IN_THIS_EXCHANGE",
                "NO_HINT", "QUERY_NOT_PROTECTED", "TOKEN_MALFORMED");
        because("In the worlds no Delete of a child SA is sent again.", "DELETE_UNDER_WAY");
        because("In the worlds Alice hears hints also when she has heard from Bob.", "HEARD_RECENTLY");
        because("In the worlds Alice has a secret from the start.", "NO_COOKIE_SECRET");
        because("In the worlds a token counts whether or not a request is unanswered (READING-5).", "NO_REQUEST_OUTSTANDING");
        because("In the worlds Alice goes on with what a mandatory initiator offers.", "OFFER_DECLINED");
        because("In the worlds a secret rolls to a later generation only.", "SECRET_NOT_NEWER");
    }

    private Holes() {
    }

    private static void because(String reason, String... holes) {
        List.of(holes).forEach(hole -> REASONS.put(hole, reason));
    }

    public static Set<String> named() {
        return REASONS.keySet();
    }

    static String reason(String what) {
        String reason = REASONS.get(what);
        if (reason == null) {
            throw new BadInput("no reason in " + Holes.class.getSimpleName() + " why no system model has \"" + what + "\"");
        }
        return reason;
    }
}
