package sfd.sir;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import sfd.baseline.Answer;
import sfd.baseline.Hints;
import sfd.ike.CheckSpi.Subtype;
import sfd.ike.ExchangeTypes;
import sfd.ike.Framing;
import sfd.ike.IkeHeader;
import sfd.ike.IkeMessage;
import sfd.ike.VendorId;
import sfd.ike.Wire;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.IkeSa;
import sfd.sa.LogReason.Judged;
import sfd.sa.Policy;
import sfd.sa.Step;
import sfd.token.Cookie;
import sfd.token.Digest;

/** A ticket comes back to X (SIR-3.3.3-3 to -6), opened by who has its key. */
final class Resumption {

    private static final Set<String> HALF_OPEN = Set.of("SIR-3.3.3-3");
    private static final Set<String> EXISTS = Set.of("SIR-3.3.3-3", "SIR-4-1", "BASE-2.21.4-11");
    private static final Set<String> UNTOLD = Set.of("SIR-4-1");
    private static final Set<String> UNREPORTED = Set.of("BASE-2.21.4-11");
    private static final Set<String> INVALID = Set.of("SIR-3.3.3-4", "SIR-4-1");
    private static final Set<String> REFUSED = Set.of("SIR-3.3.2-2", "SIR-3.3.3-4", "SIR-4-1", "BASE-2.21.4-1");
    private static final Set<String> LIMITED = Set.of("BASE-2.21.4-1", "SIR-4-1");
    private static final Set<String> ACCEPTED = Set.of("SIR-3.3.3-6", "SIR-5-1", "SIR-4-1");

    private Resumption() {
    }

    static Step<PeerXState> asked(Policy policy, Digest digest, PeerXState s, Event.ResumptionAsked e) {
        if (!policy.sir().tickets()) {
            return Step.ignore(s, Judged.NOT_FOR_THIS_ROLE, Set.of());
        }
        Optional<IkeSa> sa = s.sas().get(e.spis());
        if (sa.isPresent()) {
            return sa.get().isEstablished() ? has(policy, s, e)
                    : Step.ignore(s, Judged.IKE_SA_HALF_OPEN, HALF_OPEN); // It protects nothing yet.
        }
        if (s.elsewhere().contains(e.spis())) {
            return Step.ignore(s, Judged.IKE_SA_ACTIVE_ELSEWHERE, PeerX.ONE_PEER);
        }
        if (!Cookies.mayVerify(policy, s.verified(), e.from())) {
            return Step.ignore(s, Judged.VERIFICATIONS_LIMITED, UNTOLD); // SIR-4-1
        }
        PeerXState counted = s.withVerified(Cookies.verified(policy, s.verified(), e.from()));
        // SIR-3.3.3-4: Cookie_X is first of all: who repeats it has shown where he is.
        if (!Cookie.isOwn(digest, s.secrets(), e.own(), Answer.overUdp(e.from()))) {
            return Step.of(counted, INVALID, new Effect.Log(Judged.COOKIE_INVALID));
        }
        return e.ticket() == Event.Ticket.GOOD
                ? Step.of(counted, ACCEPTED, new Effect.Accept(e.from(), List.of(VendorId.PAYLOAD)))
                : refused(policy, counted, e);
    }

    /** SIR-3.3.3-3: the SA is there, so Y was misled; it is told so under that SA. */
    private static Step<PeerXState> has(Policy policy, PeerXState s, Event.ResumptionAsked e) {
        if (!s.mayTell(policy, e.from().address())) {
            return Step.ignore(s, Judged.ANSWERS_LIMITED, UNTOLD); // SIR-4-1
        }
        if (!s.hints().mayReport(policy, e.spis())) {
            return Step.ignore(s, Judged.ANSWERS_LIMITED, UNREPORTED); // BASE-2.21.4-11
        }
        return Step.of(s.toldOnce(policy, e.from().address()).reportedOnce(policy, e.spis()), EXISTS, new Effect.Log(Judged.IKE_SA_EXISTS),
                new Effect.SendProtected(e.spis(), ExchangeTypes.INFORMATIONAL, false,
                        List.of(SirMessages.verdict(Subtype.ACK, e.spis(), e.cookie()))));
    }

    /**
     * SIR-3.3.2-2: whatever the reason is for which the ticket cannot be used, the answer to this very request is NACK with
     * Y's cookie, and Y goes on without a ticket.
     */
    private static Step<PeerXState> refused(Policy policy, PeerXState s, Event.ResumptionAsked e) {
        if (!Hints.mayAnswer(policy, s.hints(), e.from().address())) {
            return Step.of(s, LIMITED, new Effect.Log(Judged.ANSWERS_LIMITED));
        }
        IkeHeader request = new IkeHeader(e.under(), ExchangeTypes.IKE_SESSION_RESUME, e.initiator(), false, e.messageId());
        return Step.of(s.withHints(s.hints().answeredOnce(policy, e.from().address())), REFUSED,
                new Effect.Send(e.to(), e.from(), Wire.encode(Framing.udp(e.to().port(), e.from().port()),
                        new IkeMessage(request.reply(), List.of(SirMessages.verdict(Subtype.NACK, e.spis(), e.cookie()))))));
    }
}
