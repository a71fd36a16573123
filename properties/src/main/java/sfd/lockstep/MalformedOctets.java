package sfd.lockstep;

import static java.util.Map.entry;

import java.util.Map;
import sfd.ike.Framing;
import sfd.ike.Reason;
import sfd.octets.Octets;

/** Octets that the codec refuses, each for exactly one reason. */
final class MalformedOctets {

    private static final String SPIS = "1111111111111111 2222222222222222";

    /** Faults of an IKE message, which stands behind the marker where ESP may come too. */
    private static final Map<Reason, String> MESSAGES = Map.ofEntries(
            entry(Reason.TOO_SHORT, "01"),
            entry(Reason.MAJOR_VERSION, SPIS + "00 10 25 08 00000000 0000001c"),
            entry(Reason.LENGTH_MISMATCH, SPIS + "00 20 25 08 00000000 0000001d"),
            entry(Reason.PAYLOAD_HEADER_TRUNCATED, SPIS + "2b 20 25 08 00000000 0000001f 000000"),
            entry(Reason.PAYLOAD_LENGTH_BELOW_FOUR, SPIS + "2b 20 25 08 00000000 00000020 00000003"),
            entry(Reason.PAYLOAD_PAST_END, SPIS + "2b 20 25 08 00000000 00000020 00000005"),
            entry(Reason.TRAILING_OCTETS, SPIS + "2b 20 25 08 00000000 00000024 00000004 00000004"),
            entry(Reason.ENCRYPTED_TOO_SHORT, SPIS + "2e 20 25 08 00000000 00000030 00000014" + "00".repeat(16)),
            entry(Reason.FRAGMENT_NUMBER, SPIS + "35 20 25 08 00000000 00000035 00000019 00030002" + "00".repeat(17)),
            entry(Reason.UNKNOWN_CRITICAL_PAYLOAD, SPIS + "c8 20 25 08 00000000 00000020 00800004"),
            entry(Reason.NOTIFY_TRUNCATED, SPIS + "29 20 25 08 00000000 00000023 00000007 010000"),
            entry(Reason.NOTIFY_SPI_PAST_END, SPIS + "29 20 25 08 00000000 00000025 00000009 03020000 ff"));

    /** Faults that are there only where ESP or AH may come. */
    private static final Map<Reason, String> SHARED = Map.of(
            Reason.SHORT_MARKER, "00000000",
            Reason.ESP_TOO_SHORT, "fe",
            Reason.RESERVED_SPI, "000000ff 00000001",
            Reason.AH_TOO_SHORT, "04040000 61003100 000000");

    private MalformedOctets() {
    }

    static Octets of(Reason reason, Framing framing) {
        if (reason == Reason.EMPTY) {
            return Octets.EMPTY;
        }
        boolean alone = framing == Framing.IKE;
        String message = MESSAGES.get(reason);
        if (message != null) {
            return Octets.hex((alone ? "" : "00000000") + message);
        }
        if (alone) {
            throw new NotInModelException("no octets are " + reason + " where IKE is alone");
        }
        return Octets.hex(SHARED.get(reason));
    }
}
