package sfd.sir;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import sfd.baseline.Liveness;
import sfd.ike.CheckSpi;
import sfd.ike.CheckSpi.Subtype;
import sfd.ike.Endpoint;
import sfd.ike.Framing;
import sfd.ike.ExchangeTypes;
import sfd.ike.IkeMessage;
import sfd.ike.IkeSpis;
import sfd.ike.Payload;
import sfd.ike.VendorId;
import sfd.ike.Wire;
import sfd.octets.Octets;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.IkeSa;
import sfd.sa.LogReason.Judged;
import sfd.sa.Policy;
import sfd.sa.SirPolicy.QueryTo;
import sfd.sa.Step;
import sfd.token.Cookie;
import sfd.token.Digest;

/** A hint reaches Y: it asks, and remembers at most that it asked somebody there (SIR-3.2.2-6). */
final class Suspicion {

    private static final Set<String> HALF_OPEN = Set.of("SIR-3.2.2-4");
    private static final Set<String> DAMPENED = Set.of("SIR-4.2-1");
    private static final Set<String> UNDER_WAY = Set.of("SIR-3.2.2-11");
    private static final Set<String> NOT_ABLE = Set.of("SIR-3.3.2-1", "SIR-5-1");

    private Suspicion() {
    }

    /** @param spis the IKE SA that {@code m} speaks of */
    static Step<PeerYState> raised(Policy policy, Digest digest, PeerYState s, Event.Received e, IkeMessage m,
            IkeSpis spis) {
        Optional<IkeSa> sa = s.sas().get(spis).filter(IkeSa::isEstablished);
        if (sa.isEmpty()) {
            return Step.ignore(s, Judged.IKE_SA_HALF_OPEN, HALF_OPEN);
        }
        if (s.isDamped(spis)) {
            return Step.ignore(s, Judged.PEER_DAMPENED, DAMPENED); // SIR-4.2-1; READING-29: whatever it is able to
        }
        if (s.isRecovering(spis)) {
            return Step.ignore(s, Judged.RECOVERY_UNDER_WAY, UNDER_WAY);
        }
        // SIR-3.3.2-1, SIR-5-1, SIR-5-3: the peer does not know SIR; IKEv2's own liveness check is left.
        if (!s.able().contains(spis)) {
            return Liveness.hinted(policy, s.liveness(), spis).map(s::withLiveness).citing(NOT_ABLE);
        }
        OptionalInt child = Liveness.invalidSpi(m);
        return child.isPresent()
                ? askAboutChild(policy, s, sa.get(), child.getAsInt())
                : ask(policy, digest, s, e, m, sa.get());
    }

    private static final Set<String> CHILD_ASKED =
            Set.of("SIR-3.4.2-2", "SIR-3.4.2-3", "SIR-4.1-2", "SIR-3.2.2-5");
    private static final Set<String> CHILD_LIMITED = Set.of("SIR-4.1-2", "SIR-3.2.2-5");

    /** SIR-3.4.2-3: under the parent, so no cookie is needed. If X lost the parent too, its hint at that comes next. */
    private static Step<PeerYState> askAboutChild(Policy policy, PeerYState s, IkeSa sa, int child) {
        if (!allows(policy, s, sa)) {
            return Step.ignore(s, Judged.QUERIES_LIMITED, CHILD_LIMITED);
        }
        return Step.of(counted(policy, s, sa), CHILD_ASKED, new Effect.SendProtected(sa.spis(),
                ExchangeTypes.INFORMATIONAL, false,
                List.of(new CheckSpi.AboutChildSa(Subtype.QUERY, child, Octets.EMPTY).notification())));
    }

    private static final Set<String> NO_SECRET = Set.of("SIR-3.2.4-1");
    private static final Set<String> LIMITED = Set.of("SIR-3.2.2-5", "SIR-4-1");
    private static final Set<String> ASKED = Set.of("SIR-3.2.2-4", "SIR-3.2.2-5", "SIR-3.2.2-6", "SIR-3.2.4-1");
    private static final Set<String> NO_TICKET = Set.of("SIR-3.3.3-5");
    private static final Set<String> RESUMED = Set.of("SIR-3.3-1", "SIR-3.3.3-2", "SIR-3.2.2-5", "SIR-5-1",
            "BASE-2.21.4-3");
    private static final Set<String> COLLAPSED = Set.of("SIR-9-1", "SIR-3.2.2-5", "SIR-5-1", "BASE-2.21.4-3");

    /**
     * SIR-3.2.2-4: QUERY, from this end of the SA to the other, whatever the hint came from and at; with a cookie over the
     * question and both ends of this very packet (SIR-3.2.4-1), and the I flag of all messages of this end under the SA
     * (READING-9).
     */
    private static Step<PeerYState> ask(Policy policy, Digest digest, PeerYState s, Event.Received e, IkeMessage m,
            IkeSa sa) {
        if (s.secrets().isEmpty()) {
            return Step.ignore(s, Judged.NO_COOKIE_SECRET, NO_SECRET);
        }
        // SIR-3.2.2-5: else forged hints make us send as much as their sender likes.
        if (!allows(policy, s, sa)) {
            return Step.ignore(s, Judged.QUERIES_LIMITED, LIMITED);
        }
        Endpoint there = policy.sir().queryTo() == QueryTo.PEER ? sa.peer() : e.from();
        Octets cookie = Cookie.of(digest, s.secrets().newest(), sa.spis(), sa.here(), there);
        Payload.Notify query = new CheckSpi.AboutIkeSa(Subtype.QUERY, sa.spis(), cookie).notification();
        PeerYState counted = counted(policy, s, sa);
        Optional<CheckSpi.LoneCookie> lone = loneCookie(m);
        if (policy.sir().tickets() && lone.isPresent()) { // READING-14, READING-20
            return initiate(counted, sa, there, RESUMED, SirMessages.cookie(lone.get().cookie()), VendorId.PAYLOAD, query);
        }
        Octets theirs = Cookies.reflectable(m);
        if (policy.sir().collapsed() && !theirs.isEmpty()) {
            return initiate(counted, sa, there, COLLAPSED, SirMessages.cookie(theirs), VendorId.PAYLOAD, query);
        }
        return Step.of(counted, ASKED, new Effect.Send(sa.here(), there,
                        Wire.encode(Framing.udp(sa.here().port(), there.port()),
                                SirMessages.inClear(sa.spis(), sa.initiator(), false, query))))
                .citing(lone.isPresent() ? NO_TICKET : Set.of())
                .citing(Cookies.refusing(m));
    }

    /**
     * SIR-3.3.3-2 (a ticket shortens it all), SIR-9-1 (the QUERY rides on the new IKE_SA_INIT). Both begin on an
     * unverified hint, and so keep something for it; IKEv2's own liveness check goes on beside it (BASE-2.21.4-3).
     */
    private static Step<PeerYState> initiate(PeerYState s, IkeSa sa, Endpoint there, Set<String> because,
            Payload... payloads) {
        return Step.of(s.recovering(sa.spis(), Recovery.TRIED), because,
                new Effect.Initiate(sa.spis(), sa.here(), there, List.of(payloads)));
    }

    private static Optional<CheckSpi.LoneCookie> loneCookie(IkeMessage m) {
        return CheckSpi.in(m.payloads()).stream()
                .filter(CheckSpi.LoneCookie.class::isInstance)
                .map(CheckSpi.LoneCookie.class::cast)
                .filter(it -> Cookies.isReflectable(it.cookie()))
                .findFirst();
    }

    /** SIR-3.2.2-5: for each peer a count of its own, whoever sent the hint; there are no more peers than IKE SAs. */
    private static boolean allows(Policy policy, PeerYState s, IkeSa sa) {
        return s.asked().allows(policy.sir().queries(), Integer.MAX_VALUE, sa.peer().address());
    }

    private static PeerYState counted(Policy policy, PeerYState s, IkeSa sa) {
        return s.withAsked(s.asked().plus(policy.sir().queries(), Integer.MAX_VALUE, sa.peer().address()));
    }
}
