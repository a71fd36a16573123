package sfd.sir;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import sfd.ike.CheckSpi;
import sfd.ike.CheckSpi.Subtype;
import sfd.ike.ExchangeTypes;
import sfd.ike.IkeMessage;
import sfd.ike.IkeSpis;
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
            case CheckSpi.AboutIkeSa it when isOffer(m, it) ->
                    verified(policy, digest, s, e, it, OFFER, counted -> offered(policy, counted, e, it));
            case CheckSpi.AboutIkeSa it when !isAnswer(policy, m) ->
                    Step.ignore(s, Judged.NOT_IN_THIS_EXCHANGE, NO_ANSWER);
            case CheckSpi.AboutIkeSa it -> verified(policy, digest, s, e, it, VERIFIED, counted -> switch (it.subtype()) {
                case ACK -> acked(policy, counted, m, it.spis());
                default -> nacked(policy, counted, m, it.spis());
            });
            case CheckSpi.AboutChildSa it -> Step.ignore(s, Judged.QUERY_NOT_PROTECTED, NOT_PROTECTED);
            case CheckSpi.LoneCookie it -> Step.ignore(s, Judged.NO_HINT, NOT_PROTECTED);
        };
    }

    /** A mandatory initiator's first message. */
    private static boolean isOffer(IkeMessage m, CheckSpi.AboutIkeSa check) {
        return m.header().exchange() == ExchangeTypes.IKE_SA_INIT && !m.header().response()
                && check.subtype() == Subtype.NACK;
    }

    private static final Set<String> NO_ANSWER = Set.of("SIR-3.2.2-9");

    /** READING-9: a response, to the QUERY in the clear, to a resumption, or to the IKE_SA_INIT that brought the QUERY. */
    private static boolean isAnswer(Policy policy, IkeMessage m) {
        return m.header().response() && switch (m.header().exchange()) {
            case ExchangeTypes.INFORMATIONAL -> true;
            case ExchangeTypes.IKE_SESSION_RESUME -> policy.sir().tickets();
            case ExchangeTypes.IKE_SA_INIT -> policy.sir().collapsed();
            default -> false;
        };
    }

    private static final Set<String> LIMITED = Set.of("SIR-4-1");

    /**
     * What answer and offer have first: an SA to speak of, a peer that is listened to, and within the limit a cookie of
     * ours.
     *
     * @param clause that orders the cookie to be checked
     * @param then what follows, in a state in which this check is counted
     */
    private static Step<PeerYState> verified(Policy policy, Digest digest, PeerYState s, Event.Received e,
            CheckSpi.AboutIkeSa check, Set<String> clause, Function<PeerYState, Step<PeerYState>> then) {
        IkeSpis spis = check.spis();
        if (!s.sas().isEstablished(spis)) {
            return Step.ignore(s, Judged.NO_SUCH_IKE_SA, clause);
        }
        if (s.isDamped(spis)) {
            return Step.ignore(s, Judged.PEER_DAMPENED, DAMPENED); // SIR-4.2-1
        }
        // SIR-4-1: else a flood of answers makes us compute digests and nothing else.
        if (!Cookies.mayVerify(policy, s.verified(), e.from())) {
            return Step.ignore(s, Judged.VERIFICATIONS_LIMITED, LIMITED);
        }
        PeerYState counted = s.withVerified(Cookies.verified(policy, s.verified(), e.from()));
        // SIR-3.2.2-9: else anybody who knows two SPIs could make us rekey.
        Step<PeerYState> step = Cookie.isValid(digest, s.secrets(), check.cookie(), spis, e.to(), e.from())
                ? then.apply(counted)
                : warn(policy, counted, spis, Judged.COOKIE_INVALID, Cause.COOKIE, clause);
        return step.citing(LIMITED);
    }

    private static final Set<String> DAMPENED = Set.of("SIR-4.2-1");

    /** A warning about an own SA; SIR-4.2-1 would have it dampen the peer. */
    private static Step<PeerYState> warn(Policy policy, PeerYState s, IkeSpis spis, Judged reason, Cause cause,
            Set<String> because) {
        return Step.of(s.dampened(policy, spis, cause), because, new Effect.Log(reason))
                .citing(policy.sir().dampens(cause) ? DAMPENED : Set.of());
    }

    private static final Set<String> VERIFIED = Set.of("SIR-3.2.2-9");

    private static final Set<String> HAS_IT = Set.of("SIR-3.2.2-9", "SIR-3.2.2-10");
    private static final Set<String> STOPPED = Set.of("SIR-3.2.2-9", "SIR-3.2.2-10", "SIR-3.2.3-1");

    /**
     * SIR-3.2.2-10: the hint was forged or a race, and the SA is kept: a try on a hint alone ends with it (READING-22).
     * SIR-3.2.3-1: who still waits after a NACK stops.
     */
    private static Step<PeerYState> acked(Policy policy, PeerYState s, IkeMessage m, IkeSpis spis) {
        boolean waiting = s.recoveries().get(spis).filter(Recovery::isWaiting).isPresent();
        // SIR-3.2.3-3: or whoever reads the question could put off a recovery for ever.
        if (waiting && policy.sir().waitChecks()) {
            return Step.ignore(s, Judged.RECOVERY_UNDER_WAY, Wait.LIFE_DECIDES);
        }
        boolean tried = s.isTrying(spis);
        PeerYState calm = waiting || tried ? s.withRecoveries(s.recoveries().minus(spis)) : s;
        return warn(policy, calm, spis, Judged.PEER_HAS_THE_SA, Cause.ACK, waiting ? STOPPED : HAS_IT)
                .citing(tried && inCollapsed(m) ? ON_IKE_SA_INIT : Set.of());
    }

    private static final Set<String> ON_IKE_SA_INIT = Set.of("SIR-9-1");

    private static boolean inCollapsed(IkeMessage m) {
        return m.header().exchange() == ExchangeTypes.IKE_SA_INIT;
    }

    private static final Set<String> UNDER_WAY = Set.of("SIR-3.2.2-11");
    private static final Set<String> WAIT = Set.of("SIR-2.2-1", "SIR-3.2.2-9", "SIR-3.2.3-1");
    private static final Set<String> BELIEVED = Set.of("SIR-2.2-1", "SIR-3.2.2-9");

    private static final Set<String> WITHOUT_TICKET = Set.of("SIR-3.3.3-8");

    /** SIR-3.2.2-11: X does not have it. SIR-3.2.3-1: who waits gives X's ACK the time to show a forgery. */
    private static Step<PeerYState> nacked(Policy policy, PeerYState s, IkeMessage m, IkeSpis spis) {
        if (s.isSure(spis)) {
            return Step.ignore(s, Judged.RECOVERY_UNDER_WAY, UNDER_WAY);
        }
        Octets theirs = Cookies.reflectable(m);
        Step<PeerYState> believed = policy.sir().delay() == 0 ? start(s, spis, theirs, BELIEVED)
                : Wait.begun(policy, s, spis, theirs).citing(WAIT);
        return believed.citing(Cookies.refusing(m)).citing(s.isTrying(spis) ? inPlaceOfATry(policy, m) : Set.of());
    }

    /** READING-22: a refused ticket (SIR-3.3.3-8), or NACK in the answer to the collapsed exchange. */
    private static Set<String> inPlaceOfATry(Policy policy, IkeMessage m) {
        if (inCollapsed(m)) {
            return ON_IKE_SA_INIT;
        }
        return policy.sir().tickets() ? WITHOUT_TICKET : Set.of();
    }

    private static final Set<String> STARTED = Set.of("SIR-3.2.2-11", "SIR-5-1");
    private static final Set<String> REFLECTED = Set.of("SIR-3.2.2-12");

    /** SIR-3.2.2-11, -12: a new IKE SA, with X's cookie in its first message. The old one stays until that stands. */
    static Step<PeerYState> start(PeerYState s, IkeSpis spis, Octets theirs, Set<String> because) {
        // READING-20: the cookie is the first payload (BASE-2.6-4).
        List<Payload> payloads = theirs.isEmpty() ? List.of(VendorId.PAYLOAD)
                : List.of(SirMessages.cookie(theirs), VendorId.PAYLOAD);
        PeerYState next = s.recovering(spis, Recovery.STARTED);
        return s.sas().get(spis)
                .map(sa -> Step.of(next, STARTED, new Effect.Initiate(spis, sa.here(), sa.peer(), payloads)))
                .orElseGet(() -> Step.of(s, STARTED))
                .citing(because)
                .citing(theirs.isEmpty() ? Set.of() : REFLECTED);
    }

    private static final Set<String> OFFER = Set.of("SIR-3.5-5");
    private static final Set<String> GONE_ON_WITH = Set.of("SIR-3.5-5", "SIR-5-1");

    /** SIR-3.5-5: the other end alone can initiate; this one checks as ever, then goes on by its policy. */
    private static Step<PeerYState> offered(Policy policy, PeerYState s, Event.Received e, CheckSpi.AboutIkeSa check) {
        if (!policy.sir().acceptsOffers()) {
            return Step.ignore(s, Judged.OFFER_DECLINED, OFFER);
        }
        return s.isSure(check.spis())
                ? Step.ignore(s, Judged.RECOVERY_UNDER_WAY, UNDER_WAY)
                : Step.of(s.recovering(check.spis(), Recovery.STARTED), GONE_ON_WITH,
                        new Effect.Accept(e.from(), List.of(VendorId.PAYLOAD)));
    }
}
