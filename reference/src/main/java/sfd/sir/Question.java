package sfd.sir;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import sfd.baseline.Answer;
import sfd.ike.CheckSpi;
import sfd.ike.CheckSpi.Subtype;
import sfd.ike.ExchangeTypes;
import sfd.ike.IkeMessage;
import sfd.ike.IkeSpis;
import sfd.ike.NotifyTypes;
import sfd.ike.Payload;
import sfd.ike.VendorId;
import sfd.octets.Octets;
import sfd.sa.Answering;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.Limiter;
import sfd.sa.LogReason.Judged;
import sfd.sa.Policy;
import sfd.sa.Step;
import sfd.token.Cookie;
import sfd.token.Digest;

/** A CHECK_SPI that reaches X: in the clear about an IKE SA, or under one about a child SA. */
final class Question {

    private static final Set<String> MALFORMED = Set.of("SIR-6-2");
    private static final Set<String> NOT_A_QUERY = Set.of("SIR-3.2.1-1", "SIR-3.2.2-7");
    private static final Set<String> NOT_PROTECTED = Set.of("SIR-3.4.2-3", "SIR-3.2.2-7");

    private Question() {
    }

    /** In the clear. SIR-3.4.2-3: about a child SA only protected, or anybody could list the SPIs in use. */
    static Step<PeerXState> asked(Policy policy, Digest digest, PeerXState s, Event.Received e, IkeMessage m,
            CheckSpi check) {
        return switch (check) {
            case CheckSpi.Broken broken -> Step.ignore(s, Judged.CHECK_SPI_MALFORMED, MALFORMED);
            case CheckSpi.AboutIkeSa it when it.subtype() == Subtype.QUERY -> answer(policy, digest, s, e, m, it);
            case CheckSpi.AboutChildSa it when it.subtype() == Subtype.QUERY ->
                    Step.ignore(s, Judged.QUERY_NOT_PROTECTED, NOT_PROTECTED);
            case CheckSpi.AboutIkeSa it -> Step.ignore(s, Judged.NOT_A_QUERY, NOT_A_QUERY);
            case CheckSpi.AboutChildSa it -> Step.ignore(s, Judged.NOT_A_QUERY, NOT_A_QUERY);
            case CheckSpi.LoneCookie it -> Step.ignore(s, Judged.NOT_A_QUERY, NOT_A_QUERY);
        };
    }

    private static final Set<String> ELSEWHERE = Set.of("SIR-3.2.2-7");
    private static final Set<String> LIMITED = Set.of("BASE-2.21.4-1", "SIR-4-1");
    private static final Set<String> UNVERIFIED = Set.of("SIR-4-1");
    private static final Set<String> NOT_OURS = Set.of("BASE-2.6-4", "SIR-4-1");
    private static final Set<String> GOES_ON = Set.of("SIR-3.2.1-1", "SIR-3.2.2-7", "SIR-3.2.2-8", "SIR-9-1",
            "SIR-3.2.2-12", "BASE-2.6-4", "SIR-4-1");
    private static final Set<String> ANSWERED =
            Set.of("SIR-3.2.1-1", "SIR-3.2.2-7", "SIR-3.2.2-8", "SIR-4-1", "BASE-2.21.4-1");
    private static final Set<String> OFFERED = Set.of("SIR-3.2.1-1", "SIR-3.2.2-7", "SIR-3.2.2-8", "SIR-3.5-1",
            "SIR-3.5-2", "SIR-3.5-6", "SIR-5-1", "SIR-4-1", "BASE-2.21.4-1");
    private static final Set<String> WITH_OWN_COOKIE = Set.of("SIR-3.2.2-12");

    /** SIR-3.2.2-7, -8: the SPIs of the notification are looked up, and Y's cookie goes back as it came. */
    private static Step<PeerXState> answer(Policy policy, Digest digest, PeerXState s, Event.Received e,
            IkeMessage m, CheckSpi.AboutIkeSa query) {
        boolean collapsed = isCollapsed(policy, m);
        if (m.header().response() || m.header().exchange() != ExchangeTypes.INFORMATIONAL && !collapsed) {
            return Step.ignore(s, Judged.NOT_IN_THIS_EXCHANGE, ELSEWHERE);
        }
        if (!s.mayTell(policy, e.from().address())) {
            return Step.ignore(s, Judged.ANSWERS_LIMITED, LIMITED);
        }
        boolean has = has(policy, s, query.spis());
        Payload verdict = SirMessages.verdict(has ? Subtype.ACK : Subtype.NACK, query.spis(), query.cookie());
        PeerXState told = s.toldOnce(policy, e.from().address());
        if (!has && collapsed) {
            return goesOn(policy, digest, s, told, e, m, verdict);
        }
        // SIR-3.5-1, SIR-3.5-2: who alone can initiate does so, with the peers that it knows; the offer carries the verdict.
        if (!has && policy.sir().initiatesTo().contains(e.from().address())) {
            return Step.of(told, OFFERED, new Effect.Initiate(query.spis(), Answer.overUdp(e.to()),
                    Answer.overUdp(e.from()), List.of(VendorId.PAYLOAD, verdict)));
        }
        // The verdict has the length of the question, so it fits, and is counted, before a cookie is made for it.
        List<Payload> own = collapsed ? List.of() : ownCookie(policy, digest, s, e);
        List<Payload> wanted = Stream.concat(Stream.of(verdict), own.stream()).toList();
        List<Payload> fitting = Answer.fitting(policy, e, wanted);
        return Answer.of(s, told, e, m.header().reply(), wanted, fitting, ANSWERED)
                .citing(fitting.size() > 1 ? WITH_OWN_COOKIE : Set.of());
    }

    /** READING-9: a QUERY stands outside of all exchanges; READING-19: or, with X's cookie, on IKE_SA_INIT (SIR-9-1). */
    private static boolean isCollapsed(Policy policy, IkeMessage m) {
        return policy.sir().collapsed() && m.header().exchange() == ExchangeTypes.IKE_SA_INIT
                && !m.notifies(NotifyTypes.COOKIE).isEmpty();
    }

    /** SIR-9-1: the exchange goes on, if who asks has shown where he is; the verdict rides on its answer. */
    private static Step<PeerXState> goesOn(Policy policy, Digest digest, PeerXState s, PeerXState told, Event.Received e,
            IkeMessage m, Payload verdict) {
        if (!Cookies.mayVerify(policy, s.verified(), e.from())) {
            return Step.ignore(s, Judged.VERIFICATIONS_LIMITED, UNVERIFIED); // SIR-4-1
        }
        Limiter verified = Cookies.verified(policy, s.verified(), e.from());
        Octets own = m.notifies(NotifyTypes.COOKIE).getFirst().data();
        return Cookie.isOwn(digest, s.secrets(), own, Answer.overUdp(e.from()))
                ? Step.of(told.withVerified(verified), GOES_ON, new Effect.Accept(e.from(), List.of(verdict)))
                : Step.of(s.withVerified(verified), NOT_OURS, new Effect.Log(Judged.COOKIE_INVALID));
    }

    private static List<Payload> ownCookie(Policy policy, Digest digest, PeerXState s, Event.Received e) {
        return policy.sir().ownCookie() && !s.secrets().isEmpty()
                ? List.of(SirMessages.cookie(Cookies.own(digest, s.secrets(), e.from())))
                : List.of();
    }

    /** READING-1: half open counts, or a NACK would end an SA that is about to stand. */
    static boolean has(Policy policy, PeerXState s, IkeSpis spis) {
        return policy.halfOpenExists() ? s.sas().isKnown(spis) : s.sas().isEstablished(spis);
    }

    private static final Set<String> CHILD_ASKED = Set.of("SIR-3.4.2-4", "BASE-2.4-7");

    /**
     * SIR-3.4.2-4: a QUERY under an IKE SA about one of its child SAs. We have the IKE SA, so the hint that drew it was
     * forged, or a race, or an error of our own; the answer says which child SA we have (READING-10).
     */
    static Step<PeerXState> verified(PeerXState s, Event.Protected e) {
        Step<PeerXState> rest = Answering.verified(s, s.sas(), e);
        Optional<CheckSpi.AboutChildSa> query = e.response() || e.exchange() != ExchangeTypes.INFORMATIONAL
                ? Optional.empty()
                : CheckSpi.in(e.payloads()).stream()
                        .filter(CheckSpi.AboutChildSa.class::isInstance)
                        .map(CheckSpi.AboutChildSa.class::cast)
                        .filter(it -> it.subtype() == Subtype.QUERY)
                        .findFirst();
        if (query.isEmpty() || !s.sas().isKnown(e.spis())) {
            return rest;
        }
        int spi = query.get().spi();
        boolean has = s.sas().children(e.spis()).stream().anyMatch(child -> child.in() == spi);
        return Step.of(s, CHILD_ASKED, new Effect.Log(Judged.CHILD_SA_QUESTIONED),
                new Effect.SendProtected(e.spis(), e.exchange(), true, List.of(new CheckSpi.AboutChildSa(
                        has ? Subtype.ACK : Subtype.NACK, spi, query.get().cookie()).notification())));
    }
}
