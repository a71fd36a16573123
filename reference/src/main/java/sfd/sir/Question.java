package sfd.sir;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
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
import sfd.sa.IkeSa;
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
            "SIR-5-1", "SIR-3.2.2-12", "BASE-2.6-4", "SIR-4-1");
    private static final Set<String> ANSWERED =
            Set.of("SIR-3.2.1-1", "SIR-3.2.2-7", "SIR-3.2.2-8", "SIR-4-1", "BASE-2.21.4-1");
    private static final Set<String> ANSWERED_COLLAPSED = Set.of("SIR-3.2.1-1", "SIR-3.2.2-7", "SIR-3.2.2-8", "SIR-4-1",
            "BASE-2.21.4-1", "SIR-9-1", "BASE-2.6-4");
    private static final Set<String> OFFERED = Set.of("SIR-3.2.1-1", "SIR-3.2.2-7", "SIR-3.2.2-8", "SIR-3.5-1",
            "SIR-3.5-2", "SIR-3.5-6", "SIR-5-1", "SIR-3.2.2-5", "SIR-4-1", "BASE-2.21.4-1");
    private static final Set<String> OFFERS_LIMITED = Set.of("SIR-3.2.2-5");
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
        boolean another = s.elsewhere().contains(query.spis());
        boolean has = another || has(policy, s, query.spis());
        Set<String> why = another ? PeerX.ONE_PEER : Set.of();
        Payload verdict = SirMessages.verdict(has ? Subtype.ACK : Subtype.NACK, query.spis(), query.cookie());
        if (collapsed) {
            return shown(policy, digest, s, e, m, counted -> {
                PeerXState told = counted.toldOnce(policy, e.from().address());
                // The exchange goes on, and the verdict rides on its answer; or there is ACK alone (READING-19).
                return has ? answered(policy, s, told, e, m, List.of(verdict), ANSWERED_COLLAPSED).citing(why)
                        : Step.of(told, GOES_ON, new Effect.Accept(e.from(), List.of(VendorId.PAYLOAD, verdict)));
            });
        }
        PeerXState told = s.toldOnce(policy, e.from().address());
        // SIR-3.5-1, SIR-3.5-2: who alone can initiate does so, with the peers that it knows; the offer carries the verdict.
        if (!has && policy.sir().initiatesTo().contains(e.from().address())) {
            // SIR-3.2.2-5: whoever knows the address could else have one peer offered as much as all get together.
            if (!s.mayOffer(policy, e.from().address())) {
                return Step.ignore(s, Judged.ANSWERS_LIMITED, OFFERS_LIMITED);
            }
            return Step.of(told.offeredOnce(policy, e.from().address()), OFFERED, new Effect.Initiate(query.spis(), Answer.overUdp(e.to()),
                    Answer.overUdp(e.from()), List.of(VendorId.PAYLOAD, verdict)));
        }
        // The verdict has the length of the question, so it fits, and is counted, before a cookie is made for it.
        List<Payload> own = ownCookie(policy, digest, s, e);
        return answered(policy, s, told, e, m, Stream.concat(Stream.of(verdict), own.stream()).toList(), ANSWERED).citing(why);
    }

    private static Step<PeerXState> answered(Policy policy, PeerXState s, PeerXState told, Event.Received e, IkeMessage m,
            List<Payload> wanted, Set<String> because) {
        List<Payload> fitting = Answer.fitting(policy, e, wanted);
        return Answer.of(s, told, e, m.header().reply(), wanted, fitting, because)
                .citing(fitting.size() > 1 ? WITH_OWN_COOKIE : Set.of());
    }

    /** READING-9: a QUERY stands outside of all exchanges; READING-19: or, with X's cookie, on IKE_SA_INIT (SIR-9-1). */
    private static boolean isCollapsed(Policy policy, IkeMessage m) {
        return policy.sir().collapsed() && m.header().exchange() == ExchangeTypes.IKE_SA_INIT
                && !m.notifies(NotifyTypes.COOKIE).isEmpty();
    }

    /**
     * SIR-9-1, READING-19: only who has shown where he is gets an answer to the collapsed exchange, whatever that is.
     *
     * @param then what follows, in a state in which the comparison is counted
     */
    private static Step<PeerXState> shown(Policy policy, Digest digest, PeerXState s, Event.Received e, IkeMessage m,
            Function<PeerXState, Step<PeerXState>> then) {
        if (!Cookies.mayVerify(policy, s.verified(), e.from())) {
            return Step.ignore(s, Judged.VERIFICATIONS_LIMITED, UNVERIFIED); // SIR-4-1
        }
        PeerXState counted = s.withVerified(Cookies.verified(policy, s.verified(), e.from()));
        Octets own = m.notifies(NotifyTypes.COOKIE).getFirst().data();
        return Cookie.isOwn(digest, s.secrets(), own, Answer.overUdp(e.from()))
                ? then.apply(counted)
                : Step.of(counted, NOT_OURS, new Effect.Log(Judged.COOKIE_INVALID));
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
     * forged, or a race, or an error of our own; the answer says which child SA we have (READING-10). It may have moved to
     * the successor of a rekeyed IKE SA since Y asked, so all of this peer's are looked through.
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
        boolean has = StreamSupport.stream(s.sas().ownersOfInbound(spi).spliterator(), false)
                .anyMatch(owner -> s.sas().get(owner).map(IkeSa::identity)
                        .equals(s.sas().get(e.spis()).map(IkeSa::identity)));
        return Step.of(s, CHILD_ASKED, new Effect.Log(Judged.CHILD_SA_QUESTIONED),
                new Effect.SendProtected(e.spis(), e.exchange(), true, List.of(new CheckSpi.AboutChildSa(
                        has ? Subtype.ACK : Subtype.NACK, spi, query.get().cookie()).notification())));
    }
}
