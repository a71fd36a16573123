package sfd.sir;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import sfd.ike.CheckSpi;
import sfd.ike.CheckSpi.Subtype;
import sfd.ike.ExchangeTypes;
import sfd.ike.IkeMessage;
import sfd.ike.IkeSpis;
import sfd.ike.NotifyTypes;
import sfd.ike.Payload;
import sfd.ike.VendorId;
import sfd.octets.Octets;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.LogReason.Judged;
import sfd.sa.Policy;
import sfd.sa.SirPolicy.Cause;
import sfd.sa.Step;
import sfd.token.Cookie;
import sfd.token.Digest;

/** A CHECK_SPI reaches Y in the clear: X's answer, or a mandatory initiator's offer. */
final class Reply {

    private static final Set<String> MALFORMED = Set.of("SIR-6-2");
    private static final Set<String> A_QUERY = Set.of("SIR-3.2.1-1");
    private static final Set<String> NOT_PROTECTED = Set.of("SIR-3.4.2-3");

    private Reply() {
    }

    static Step<PeerYState> received(Policy policy, Digest digest, PeerYState s, Event.Received e, IkeMessage m,
            CheckSpi check) {
        return switch (check) {
            case CheckSpi.Broken broken -> Step.ignore(s, Judged.CHECK_SPI_MALFORMED, MALFORMED);
            case CheckSpi.AboutIkeSa it when it.subtype() == Subtype.QUERY ->
                    Step.ignore(s, Judged.NOT_FOR_THIS_ROLE, A_QUERY);
            case CheckSpi.AboutChildSa it when it.subtype() == Subtype.QUERY ->
                    Step.ignore(s, Judged.NOT_FOR_THIS_ROLE, A_QUERY);
            case CheckSpi.AboutIkeSa it -> isOffer(m, it)
                    ? offered(policy, digest, s, e, it)
                    : replied(policy, digest, s, e, m, it);
            case CheckSpi.AboutChildSa it -> Step.ignore(s, Judged.QUERY_NOT_PROTECTED, NOT_PROTECTED);
            case CheckSpi.LoneCookie it -> Step.ignore(s, Judged.NO_HINT, NOT_PROTECTED);
        };
    }

    private static boolean isOffer(IkeMessage m, CheckSpi.AboutIkeSa check) {
        return m.header().exchange() == ExchangeTypes.IKE_SA_INIT && !m.header().response()
                && check.subtype() == Subtype.NACK;
    }

    /** What both have first: an SA to speak of, a peer that is listened to, a cookie of ours. */
    private static Optional<Step<PeerYState>> refused(Policy policy, Digest digest, PeerYState s, Event.Received e,
            CheckSpi.AboutIkeSa check, Set<String> clause) {
        IkeSpis spis = check.spis();
        if (!s.sas().isEstablished(spis)) {
            return Optional.of(Step.ignore(s, Judged.NO_SUCH_IKE_SA, clause));
        }
        if (s.isDamped(spis)) {
            return Optional.of(Step.ignore(s, Judged.PEER_DAMPENED, DAMPENED)); // SIR-4.2-1
        }
        // SIR-3.2.2-9: else anybody who knows two SPIs could make us rekey.
        return Cookie.isValid(digest, s.secrets(), check.cookie(), spis, e.to(), e.from())
                ? Optional.empty()
                : Optional.of(warn(policy, s, spis, Judged.COOKIE_INVALID, clause));
    }

    private static final Set<String> DAMPENED = Set.of("SIR-4.2-1");

    /** A warning about an own SA; SIR-4.2-1 would have it dampen the peer. */
    private static Step<PeerYState> warn(Policy policy, PeerYState s, IkeSpis spis, Judged reason,
            Set<String> because) {
        return Step.of(s.dampened(policy, spis, Cause.LOG), because, new Effect.Log(reason))
                .citing(policy.sir().dampens(Cause.LOG) ? DAMPENED : Set.of());
    }

    private static final Set<String> VERIFIED = Set.of("SIR-3.2.2-9");

    private static Step<PeerYState> replied(Policy policy, Digest digest, PeerYState s, Event.Received e, IkeMessage m,
            CheckSpi.AboutIkeSa check) {
        return refused(policy, digest, s, e, check, VERIFIED).orElseGet(() -> check.subtype() == Subtype.ACK
                ? acked(policy, s, check.spis())
                : nacked(policy, s, m, check.spis()));
    }

    private static final Set<String> HAS_IT = Set.of("SIR-3.2.2-9", "SIR-3.2.2-10");
    private static final Set<String> STOPPED = Set.of("SIR-3.2.2-9", "SIR-3.2.2-10", "SIR-3.2.3-1");

    /** SIR-3.2.2-10: the hint was forged or a race. SIR-3.2.3-1: who still waits stops. */
    private static Step<PeerYState> acked(Policy policy, PeerYState s, IkeSpis spis) {
        boolean waiting = s.recoveries().get(spis).filter(Recovery::isWaiting).isPresent();
        return waiting
                ? warn(policy, s.withRecoveries(s.recoveries().minus(spis)), spis, Judged.PEER_HAS_THE_SA, STOPPED)
                : warn(policy, s, spis, Judged.PEER_HAS_THE_SA, HAS_IT);
    }

    private static final Set<String> UNDER_WAY = Set.of("SIR-3.2.2-11");
    private static final Set<String> WAIT = Set.of("SIR-2.2-1", "SIR-3.2.2-9", "SIR-3.2.3-1");
    private static final Set<String> BELIEVED = Set.of("SIR-2.2-1", "SIR-3.2.2-9");

    /** SIR-3.2.2-11: X does not have it. SIR-3.2.3-1: who waits gives X's ACK the time to show a forgery. */
    private static Step<PeerYState> nacked(Policy policy, PeerYState s, IkeMessage m, IkeSpis spis) {
        if (s.isRecovering(spis)) {
            return Step.ignore(s, Judged.RECOVERY_UNDER_WAY, UNDER_WAY);
        }
        Octets theirs = m.notifies(NotifyTypes.COOKIE).stream().findFirst().map(Payload.Notify::data)
                .orElse(Octets.EMPTY);
        if (policy.sir().delay() == 0) {
            return start(s, spis, theirs, BELIEVED);
        }
        return Step.of(s.recovering(spis, new Recovery(policy.sir().delay(), theirs)), WAIT);
    }

    private static final Set<String> STARTED = Set.of("SIR-3.2.2-11", "SIR-5-1");
    private static final Set<String> REFLECTED = Set.of("SIR-3.2.2-12");

    /** SIR-3.2.2-11, -12: a new IKE SA, with X's cookie in its first message. The old one stays until that stands. */
    static Step<PeerYState> start(PeerYState s, IkeSpis spis, Octets theirs, Set<String> because) {
        List<Payload> payloads = Stream.concat(Stream.of(VendorId.PAYLOAD),
                theirs.isEmpty() ? Stream.empty() : Stream.of(SirMessages.cookie(theirs))).toList();
        PeerYState next = s.recovering(spis, Recovery.STARTED);
        return s.sas().get(spis)
                .map(sa -> Step.of(next, STARTED, new Effect.Initiate(spis, sa.peer(), payloads)))
                .orElseGet(() -> Step.of(s, STARTED))
                .citing(because)
                .citing(theirs.isEmpty() ? Set.of() : REFLECTED);
    }

    private static final Set<String> OFFER = Set.of("SIR-3.5-5");

    /** SIR-3.5-5: the other end alone can initiate; this one checks as ever, then goes on by its policy. */
    private static Step<PeerYState> offered(Policy policy, Digest digest, PeerYState s, Event.Received e,
            CheckSpi.AboutIkeSa check) {
        Optional<Step<PeerYState>> refused = refused(policy, digest, s, e, check, OFFER);
        if (refused.isPresent()) {
            return refused.get();
        }
        if (!policy.sir().acceptsOffers()) {
            return Step.ignore(s, Judged.OFFER_DECLINED, OFFER);
        }
        return s.isRecovering(check.spis())
                ? Step.ignore(s, Judged.RECOVERY_UNDER_WAY, UNDER_WAY)
                : Step.of(s.recovering(check.spis(), Recovery.STARTED), OFFER,
                        new Effect.Accept(e.from()));
    }
}
