package sfd.sir;

import java.util.List;
import java.util.Set;
import sfd.baseline.Hints;
import sfd.ike.CheckSpi.Subtype;
import sfd.ike.ExchangeTypes;
import sfd.ike.Wire;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.LogReason.Judged;
import sfd.sa.Policy;
import sfd.sa.Step;
import sfd.token.Cookie;
import sfd.token.Digest;

/** A ticket comes back to X (SIR-3.3.3-3 to -6), opened by who has its key. */
final class Resumption {

    private static final Set<String> EXISTS = Set.of("SIR-3.3.3-3");
    private static final Set<String> INVALID = Set.of("SIR-3.3.3-4");
    private static final Set<String> REFUSED = Set.of("SIR-3.3.3-4", "SIR-4-1", "BASE-2.21.4-1");
    private static final Set<String> LIMITED = Set.of("BASE-2.21.4-1", "SIR-4-1");
    private static final Set<String> ACCEPTED = Set.of("SIR-3.3.3-6");

    private Resumption() {
    }

    static Step<PeerXState> asked(Policy policy, Digest digest, PeerXState s, Event.ResumptionAsked e) {
        if (!policy.sir().tickets()) {
            return Step.ignore(s, Judged.NOT_FOR_THIS_ROLE, Set.of());
        }
        // SIR-3.3.3-3: the SA is there, so Y was misled; it is told so under that SA.
        if (s.sas().isKnown(e.spis())) {
            return Step.of(s, EXISTS, new Effect.Log(Judged.IKE_SA_EXISTS), new Effect.SendProtected(e.spis(),
                    ExchangeTypes.INFORMATIONAL, false,
                    List.of(SirMessages.verdict(Subtype.ACK, e.spis(), e.cookie()))));
        }
        if (e.ticket() == Event.Ticket.BAD
                || !Cookie.isOwn(digest, s.secrets(), e.own(), Hints.overUdp(e.from()))) {
            return Step.ignore(s, Judged.COOKIE_INVALID, INVALID);
        }
        return e.ticket() == Event.Ticket.REFUSED
                ? refused(policy, s, e)
                : Step.of(s, ACCEPTED, new Effect.Accept(e.from()));
    }

    /** SIR-3.3.3-4: NACK with Y's cookie, and Y goes on without a ticket. */
    private static Step<PeerXState> refused(Policy policy, PeerXState s, Event.ResumptionAsked e) {
        if (!Hints.mayAnswer(policy, s.hints())) {
            return Step.ignore(s, Judged.ANSWERS_LIMITED, LIMITED);
        }
        return Step.of(s.withHints(s.hints().answeredOnce()), REFUSED, new Effect.Send(e.to(), e.from(),
                Wire.encode(e.to().port(), SirMessages.inClear(e.spis(), false, true,
                        SirMessages.verdict(Subtype.NACK, e.spis(), e.cookie())))));
    }
}
