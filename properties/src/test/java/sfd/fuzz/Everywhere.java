package sfd.fuzz;

import sfd.ike.Endpoint;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.LogReason;

/**
 * Of all roles: what changes nothing is the same object; what is malformed changes nothing and draws one line; logs come
 * first; what is sent is a message; a response draws no answer; no secret is ever shown.
 *
 * @param asks the role sends questions of its own in the clear, also when a response made it suspicious
 */
record Everywhere<S>(boolean asks) implements Oracle<S> {

    @Override
    public void judge(Happened<S> h) {
        Claim.that(h.step().next() == h.before() || !h.step().next().equals(h.before()),
                () -> "another object for the same state after " + h.event());
        boolean sends = false;
        for (Effect effect : h.effects()) {
            Claim.that(!sends || !(effect instanceof Effect.Log), () -> "a log behind what is done: " + h.effects());
            sends = !(effect instanceof Effect.Log);
            if (effect instanceof Effect.Send send) {
                sent(h, send);
            }
        }
        if (h.event() instanceof Event.Received e) {
            received(h, e);
        } else {
            Claim.that(h.event() instanceof Event.ResumptionAsked || h.sent().findAny().isEmpty(),
                    () -> "an answer to nothing: " + h.event());
        }
    }

    private void received(Happened<S> h, Event.Received e) {
        if (h.message().isEmpty() && !isPacket(e)) {
            Claim.that(h.step().next() == h.before() && h.effects().size() == 1 && h.effects().getFirst() instanceof Effect.Log log
                    && (log.reason() instanceof LogReason.Unreadable || log.reason() == LogReason.Judged.KEEPALIVE),
                    () -> "malformed, and yet " + h.step());
        }
        if (h.message().filter(Plain::isResponse).isPresent()) {
            // BASE-1.5-4
            Claim.that(asks ? h.sent().noneMatch(Plain::isResponse) : h.sent().findAny().isEmpty(),
                    () -> "answers a response: " + h.effects());
        }
    }

    private static boolean isPacket(Event.Received e) {
        byte[] octets = e.datagram().toArray();
        return switch (e.framing()) {
            case IKE -> false;
            case SHARED, ESP -> octets.length >= 8 && Integer.compareUnsigned(Plain.word(octets, 0), 255) > 0;
            case AH -> octets.length >= 12 && Integer.compareUnsigned(Plain.word(octets, 4), 255) > 0;
        };
    }

    private void sent(Happened<S> h, Effect.Send send) {
        Claim.that(send.from().port() != Endpoint.NO_UDP && send.to().port() != Endpoint.NO_UDP, () -> "sent without UDP: " + send);
        Plain plain = Happened.plain(send);
        Claim.that(!plain.endsEncrypted(), "encrypted, by who has no keys");
        Claim.that(Terms.secret(plain.octets()).isEmpty() || brought(h.event()), () -> "a secret in the clear: " + send);
        if (!asks) {
            Endpoint source = h.event() instanceof Event.Received e ? e.from() : ((Event.ResumptionAsked) h.event()).from();
            Claim.that(send.to().address().equals(source.address())
                    && (source.port() == send.to().port() || source.port() == 0 && send.to().port() == 500),
                    () -> "an answer to somebody else: " + send);
        }
    }

    /** A cookie is reflected as it came: who sends us our own secret gets back what he knows. */
    private static boolean brought(Event event) {
        return switch (event) {
            case Event.Received e -> Terms.secret(e.datagram().toArray()).isPresent();
            case Event.ResumptionAsked e -> Terms.secret(e.cookie().toArray()).isPresent();
            default -> false;
        };
    }
}
