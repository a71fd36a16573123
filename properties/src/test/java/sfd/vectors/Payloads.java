package sfd.vectors;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import sfd.ike.Chain;
import sfd.ike.Incoming;
import sfd.ike.NotifyTypes;
import sfd.ike.Payload;
import sfd.ike.PayloadTypes;
import sfd.ike.TokenFlaw;
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

    static Octets octets(Payload payload) {
        return Wire.encodeChain(List.of(payload));
    }
}
