package sfd.vectors;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import sfd.baseline.Liveness;
import sfd.ike.Chain;
import sfd.ike.Incoming;
import sfd.ike.NotifyTypes;
import sfd.ike.Payload;
import sfd.ike.PayloadTypes;
import sfd.ike.TokenFlaw;
import sfd.ike.VendorId;
import sfd.ike.Wire;
import sfd.octets.Octets;

/** What the reference makes of single payloads. */
final class Payloads {

    private static final int PROTOCOL_IKE = 1;

    private Payloads() {
    }

    /** A chain of one notification of this type, given to {@code reader}. */
    static Verdict notification(Read.Placed it, int type, Function<Payload.Notify, Verdict> reader) {
        return switch (Wire.decodeChain(PayloadTypes.NOTIFY, it.octets("payload"))) {
            case Incoming.Malformed octets -> Verdict.invalid(octets.reason().name());
            case Chain.Payloads payloads -> {
                List<Payload.Notify> found = Payload.notifies(payloads.list(), type);
                yield found.isEmpty() ? Verdict.invalid("NOTIFY_TYPE") : reader.apply(found.getFirst());
            }
        };
    }

    static Verdict token(Read.Placed it) {
        return notification(it, NotifyTypes.QUICK_CRASH_DETECTION, notify -> TokenFlaw.of(notify)
                .map(flaw -> Verdict.invalid(flaw.name()))
                .orElseGet(() -> Verdict.valid().with("token", notify.data())));
    }

    static Verdict notification(Read.Placed it) {
        var notify = new Payload.Notify(PROTOCOL_IKE, Octets.EMPTY, NotifyTypes.QUICK_CRASH_DETECTION, it.octets("token"));
        Optional<TokenFlaw> flaw = TokenFlaw.of(notify);
        return flaw.isPresent() ? Verdict.invalid(flaw.get().name()) : Verdict.valid().with("payload", octets(notify));
    }

    /** The child SPI of an INVALID_SPI. */
    static Verdict childSpi(Read.Placed it) {
        return notification(it, NotifyTypes.INVALID_SPI, notify -> {
            OptionalInt spi = Liveness.invalidSpi(List.of(notify));
            return spi.isEmpty() ? Verdict.invalid("SPI_LENGTH") : Verdict.valid().with("spi", "%08x".formatted(spi.getAsInt()));
        });
    }

    /** As a peer that knows no SA reports it. */
    static Verdict invalidSpi(Read.Placed it) {
        return Verdict.valid().with("payload", octets(new Payload.Notify(0, Octets.EMPTY, NotifyTypes.INVALID_SPI, it.octets("spi"))));
    }

    static Verdict vendorId(Read.Placed it) {
        return switch (Wire.decodeChain(it.it().get("first").asInt(), it.octets("chain"))) {
            case Incoming.Malformed octets -> Verdict.invalid(octets.reason().name());
            case Chain.Payloads payloads -> VendorId.isIn(payloads.list()) ? Verdict.valid() : Verdict.invalid("NOT_THERE");
        };
    }

    static Octets octets(Payload payload) {
        return Wire.encodeChain(List.of(payload));
    }
}
