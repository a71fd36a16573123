package sfd.sir;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sfd.baseline.Answer;
import sfd.baseline.Hints;
import sfd.baseline.HintsState;
import sfd.ike.CheckSpi;
import sfd.ike.ExchangeTypes;
import sfd.ike.IkeMessage;
import sfd.ike.Incoming;
import sfd.ike.NotifyTypes;
import sfd.ike.Payload;
import sfd.ike.VendorId;
import sfd.ike.Wire;
import sfd.octets.Octets;
import sfd.persistent.PersistentMap;
import sfd.sa.Answering;
import sfd.sa.Booking;
import sfd.sa.ChildSa;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.Ignored;
import sfd.sa.LogReason.Judged;
import sfd.sa.LogReason;
import sfd.sa.Policy;
import sfd.sa.Step;
import sfd.token.Cookie;
import sfd.token.Digest;

/**
 * Peer X of stateless recovery: the one that has lost the SA. It hints like any IKEv2 peer, and when asked it says
 * whether it has the SA, with the asker's cookie reflected unchanged. It keeps nothing for an answer, and having lost its
 * memory of the asker it assumes that it is understood (SIR-5-2).
 */
public final class PeerX {

    private static final Set<String> NO_CLAUSE = Set.of();

    private PeerX() {
    }

    /** One event. Total: what must be ignored leaves the same state object and names the reason. */
    public static Step<PeerXState> step(Policy policy, Digest digest, PeerXState s, Event event) {
        return switch (event) {
            case Event.Received e -> received(policy, digest, s, e);
            case Event.Protected e -> Question.verified(s, e);
            case Event.Lifecycle e -> lifecycle(policy, s, e);
            case Event.SecretRolled e -> Cookies.rolled(policy, s, s.secrets(), e.secret(), s::withSecrets);
            case Event.ResumptionAsked e -> Resumption.asked(policy, digest, s, e);
            case Event.Rebooted e -> Step.of(s.restarted(e.secrets()), NO_CLAUSE);
            case Event.Tick e -> Step.of(s.ticked(), NO_CLAUSE);
            case Event.ProtectedEsp e -> Step.ignore(s, Judged.NOT_FOR_THIS_ROLE, NO_CLAUSE);
            case Event.TrafficDue e -> Step.ignore(s, Judged.NOT_FOR_THIS_ROLE, NO_CLAUSE);
            case Event.ActiveElsewhere e -> Step.of(
                    s.withElsewhere(e.active() ? s.elsewhere().plus(e.spis()) : s.elsewhere().minus(e.spis())), ONE_PEER);
            case Event.SaReplaced e -> Step.ignore(s, Judged.NOT_FOR_THIS_ROLE, NO_CLAUSE);
            case Event.SaNotReplaced e -> Step.ignore(s, Judged.NOT_FOR_THIS_ROLE, NO_CLAUSE);
        };
    }

    // Packets that anybody may have sent.

    private static final Set<String> TO_BE_REPEATED = Set.of("BASE-1.5-4", "BASE-2.6-5");
    private static final Set<String> NOT_A_QUERY = Set.of("SIR-3.2.1-1", "SIR-3.2.2-7");
    private static final Set<String> IKE_SA_EXISTS = Set.of("SIR-3.2.2-1");
    /** The members of a cluster are one peer, and what one of them has the others do not deny. */
    static final Set<String> ONE_PEER = Set.of("SIR-3.2.1-2");

    private static Step<PeerXState> received(Policy policy, Digest digest, PeerXState s, Event.Received e) {
        return switch (Wire.decode(e.framing(), e.datagram())) {
            case Incoming.Keepalive keepalive -> Answering.keepalive(s);
            case Incoming.Malformed octets -> Answering.malformed(s, octets);
            case Incoming.Esp esp -> receivedChild(policy, s, e, esp.spi());
            case Incoming.Ah ah -> receivedChild(policy, s, e, ah.spi());
            case IkeMessage m -> {
                // SIR-3.2.2-7: a QUERY has SPIs that we do not know; the hint they would draw would make Y ask again.
                Optional<CheckSpi> check = CheckSpi.deciding(m.payloads());
                List<Payload.Notify> cookies = m.notifies(NotifyTypes.COOKIE);
                boolean cookie = m.header().exchange() == ExchangeTypes.IKE_SA_INIT && !cookies.isEmpty();
                boolean shown = cookie && !m.header().response();
                // READING-19: who does not know the collapsed exchange does not look at a CHECK_SPI there.
                if (shown && (check.isEmpty() || !policy.sir().collapsed())) {
                    yield cookieShown(policy, digest, s, e, cookies.getFirst());
                }
                if (check.isPresent()) {
                    yield Question.asked(policy, digest, s, e, m, check.get());
                }
                if (!m.notifies(NotifyTypes.CHECK_SPI).isEmpty()) {
                    // A lone cookie too: its sender speaks of stateless recovery, and is not to be asked in turn.
                    yield Step.ignore(s, Judged.NOT_A_QUERY, NOT_A_QUERY);
                }
                if (cookie && !shown) {
                    // BASE-2.6-5: a cookie in a response is one that its sender wants to see again.
                    yield Step.ignore(s, Judged.RESPONSE_WITHOUT_IKE_SA, TO_BE_REPEATED);
                }
                if (Question.has(policy, s, m.header().spis())) {
                    yield Step.ignore(s, Judged.IKE_SA_EXISTS, IKE_SA_EXISTS);
                }
                yield s.elsewhere().contains(m.header().spis())
                        ? Step.ignore(s, Judged.IKE_SA_ACTIVE_ELSEWHERE, ONE_PEER)
                        : hintAtIke(policy, digest, s, e, m);
            }
        };
    }

    private static final Set<String> HINTED = Set.of("SIR-3.2.2-1", "SIR-3.2.2-2", "SIR-3.2.2-3");
    private static final Set<String> OFFERS_TICKETS = Set.of("SIR-3.3.3-1");
    private static final Set<String> COLLAPSED = Set.of("SIR-9-1");

    /**
     * SIR-3.2.2-1 to -3: INVALID_IKE_SPI in the clear, never under another IKE SA, and not too often. Also at a protected
     * QUERY that we cannot open (SIR-3.4.2-5).
     */
    private static Step<PeerXState> hintAtIke(Policy policy, Digest digest, PeerXState s, Event.Received e,
            IkeMessage m) {
        Optional<Ignored> silence = Hints.silence(policy, s.hints(), m.outline(), e);
        if (silence.isPresent()) {
            return Step.ignore(s, silence.get());
        }
        Step<HintsState> hint = Hints.answerIke(policy, s.hints(), e, m.header(), Hints.Tokens.NONE,
                beside(policy, digest, s, e));
        return hint.next() == s.hints() ? hint.with(s)
                : hint.citing(HINTED)
                        .citing(policy.sir().tickets() && !s.secrets().isEmpty() ? OFFERS_TICKETS : NO_CLAUSE)
                        .citing(policy.sir().collapsed() && !s.secrets().isEmpty() ? COLLAPSED : NO_CLAUSE)
                        .map(s::withHints);
    }

    /** SIR-3.3.3-1: a lone cookie offers tickets. SIR-9-1: a cookie for the IKE_SA_INIT that brings the QUERY. */
    private static List<Payload> beside(Policy policy, Digest digest, PeerXState s, Event.Received e) {
        if (s.secrets().isEmpty()) {
            return List.of();
        }
        Octets own = Cookies.own(digest, s.secrets(), e.from());
        return Stream.concat(
                policy.sir().tickets() ? Stream.of(new CheckSpi.LoneCookie(own).notification()) : Stream.empty(),
                policy.sir().collapsed() ? Stream.of(SirMessages.cookie(own)) : Stream.empty()).toList();
    }

    private static final Set<String> SHOWN = Set.of("SIR-3.2.2-12", "SIR-5-1", "BASE-2.6-4", "SIR-4-1");
    private static final Set<String> NOT_OURS = Set.of("BASE-2.6-4", "SIR-4-1");
    private static final Set<String> UNVERIFIED = Set.of("SIR-4-1");

    /** SIR-3.2.2-12: who repeats our cookie has shown where he is, and no round trip is needed for that. */
    private static Step<PeerXState> cookieShown(Policy policy, Digest digest, PeerXState s, Event.Received e,
            Payload.Notify cookie) {
        if (!Cookies.mayVerify(policy, s.verified(), e.from())) {
            return Step.ignore(s, Judged.VERIFICATIONS_LIMITED, UNVERIFIED); // SIR-4-1
        }
        PeerXState counted = s.withVerified(Cookies.verified(policy, s.verified(), e.from()));
        return Cookie.isOwn(digest, s.secrets(), cookie.data(), Answer.overUdp(e.from()))
                ? Step.of(counted, SHOWN, new Effect.Accept(e.from(), List.of(VendorId.PAYLOAD)))
                : Step.of(counted, NOT_OURS, new Effect.Log(Judged.COOKIE_INVALID));
    }

    private static final Set<String> CHILD_EXISTS = Set.of("BASE-1.5-1");
    private static final Set<String> LINGERS = Set.of("SIR-3.7-1");
    private static final Set<String> LIMITED = Set.of("SIR-4.1-1");
    private static final Set<String> REPORTED = Set.of("SIR-3.4-1", "SIR-3.4.1-1", "SIR-4.1-1");
    private static final Set<String> CHILD_HINTED = Set.of("SIR-3.4-1", "SIR-3.4.2-1", "SIR-4.1-1");

    /** SIR-3.4-1: ESP or AH with an unknown SPI is reported, under an IKE SA if there is one (SIR-3.4.1-1, SIR-3.4.2-1). */
    private static Step<PeerXState> receivedChild(Policy policy, PeerXState s, Event.Received e, int spi) {
        if (!s.sas().ownersOfInbound(spi).isEmpty()) {
            return Step.ignore(s, Judged.CHILD_SA_EXISTS, CHILD_EXISTS);
        }
        // SIR-3.7-1: Y may not have our Delete yet; a hint now would make it rebuild what is to end.
        if (s.lingering().containsKey(spi)) {
            return Step.ignore(s, Judged.DELETE_UNDER_WAY, LINGERS);
        }
        Step<HintsState> hint = Hints.answerEsp(policy, s.hints(), e, spi, () -> Hints.Tokens.NONE);
        return hint.citing(switch (hint.effects().getFirst()) {
            case Effect.Send sent -> CHILD_HINTED;
            case Effect.SendProtected sent -> REPORTED;
            case Effect.Log log when log.reason() == Judged.ANSWERS_LIMITED -> LIMITED;
            default -> NO_CLAUSE;
        }).map(s::withHints);
    }

    // The daemon's news.

    private static final Set<String> CLOSED = Set.of("SIR-3.7-1");
    private static final Set<String> FORGOTTEN = Set.of("BASE-2.4-9");

    private static Step<PeerXState> lifecycle(Policy policy, PeerXState s, Event.Lifecycle event) {
        Optional<LogReason> refusal = Booking.refusal(s.sas(), event);
        if (refusal.isPresent()) {
            return Step.ignore(s, refusal.get(), NO_CLAUSE);
        }
        PeerXState booked = s.withSas(Booking.booked(s.sas(), event));
        return switch (event) {
            case Event.SaClosed e -> Step.of(lingering(policy, booked, s.sas().children(e.spis())), CLOSED);
            case Event.ChildSaClosed e -> Step.of(lingering(policy, booked, s.sas().children(e.spis()).stream()
                    .filter(child -> child.in() == e.spi()).collect(Collectors.toUnmodifiableSet())), CLOSED);
            case Event.SaForgotten e -> Step.of(booked, FORGOTTEN);
            default -> Step.of(booked, NO_CLAUSE);
        };
    }

    private static PeerXState lingering(Policy policy, PeerXState s, Set<ChildSa> children) {
        PersistentMap<Integer, Integer> lingering = s.lingering();
        if (policy.sir().lingering() > 0) {
            for (ChildSa child : children) {
                lingering = lingering.plus(child.in(), policy.sir().lingering());
            }
        }
        return s.withLingering(lingering);
    }
}
