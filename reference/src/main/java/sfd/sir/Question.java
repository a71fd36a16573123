package sfd.sir;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import sfd.baseline.Hints;
import sfd.ike.CheckSpi;
import sfd.ike.CheckSpi.Subtype;
import sfd.ike.ExchangeTypes;
import sfd.ike.IkeMessage;
import sfd.ike.IkeSpis;
import sfd.ike.Payload;
import sfd.ike.VendorId;
import sfd.sa.Answering;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.LogReason.Judged;
import sfd.sa.Policy;
import sfd.sa.Step;
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

    private static final Set<String> LIMITED = Set.of("BASE-2.21.4-1", "SIR-4-1");
    private static final Set<String> ANSWERED =
            Set.of("SIR-3.2.1-1", "SIR-3.2.2-7", "SIR-3.2.2-8", "SIR-4-1", "BASE-2.21.4-1");
    private static final Set<String> OFFERED = Set.of("SIR-3.2.1-1", "SIR-3.2.2-7", "SIR-3.2.2-8", "SIR-3.5-1",
            "SIR-3.5-6", "SIR-5-1", "SIR-4-1", "BASE-2.21.4-1");
    private static final Set<String> WITH_OWN_COOKIE = Set.of("SIR-3.2.2-12");

    /** SIR-3.2.2-7, -8: the SPIs of the notification are looked up, and Y's cookie goes back as it came. */
    private static Step<PeerXState> answer(Policy policy, Digest digest, PeerXState s, Event.Received e,
            IkeMessage m, CheckSpi.AboutIkeSa query) {
        if (!s.mayTell(policy)) {
            return Step.ignore(s, Judged.ANSWERS_LIMITED, LIMITED);
        }
        boolean has = has(policy, s, query.spis());
        Payload verdict = SirMessages.verdict(has ? Subtype.ACK : Subtype.NACK, query.spis(), query.cookie());
        // SIR-3.5-1: who alone can initiate does so; the offer carries the verdict.
        if (!has && policy.sir().mandatoryInitiator()) {
            return Step.of(s.toldOnce(policy), OFFERED, new Effect.Initiate(query.spis(),
                    Hints.overUdp(e.from()), List.of(VendorId.PAYLOAD, verdict)));
        }
        List<Payload> own = ownCookie(policy, digest, s, e);
        List<Payload> payloads = Stream.concat(Stream.of(verdict), own.stream()).toList();
        return Step.of(s.toldOnce(policy), ANSWERED, Hints.reply(e, new IkeMessage(m.header().reply(), payloads)))
                .citing(own.isEmpty() ? Set.of() : WITH_OWN_COOKIE);
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
