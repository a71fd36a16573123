package sfd.sir;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import sfd.baseline.Liveness;
import sfd.baseline.LivenessState;
import sfd.ike.CheckSpi;
import sfd.ike.IkeMessage;
import sfd.ike.IkeSpis;
import sfd.ike.Incoming;
import sfd.ike.Wire;
import sfd.persistent.PersistentSet;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.LogReason.Judged;
import sfd.sa.Policy;
import sfd.sa.Step;
import sfd.token.Digest;

/**
 * Peer Y of stateless recovery: the one that still has the SA. A hint makes it ask, with a cookie and without
 * remembering that it asked; only an answer with the right cookie counts. If X says that it does not have the SA, Y
 * starts a new one, and deletes the old one when the new one stands. What SIR does not speak of is left to the
 * baseline peer, which this role is made of.
 */
public final class PeerY {

    private static final Set<String> NO_CLAUSE = Set.of();

    private PeerY() {
    }

    /** One event. Total: what must be ignored leaves the same state object and names the reason. */
    public static Step<PeerYState> step(Policy policy, Digest digest, PeerYState s, Event event) {
        return switch (event) {
            case Event.Received e -> received(policy, digest, s, e);
            case Event.Protected e -> Told.verified(policy, s, Wait.ended(policy, List.of(e.spis()), rest(policy, s, e)), e);
            case Event.Lifecycle e -> SaLives.lifecycle(policy, s, rest(policy, s, e), e);
            case Event.SaReplaced e -> Closure.replaced(policy, s, e);
            case Event.SaNotReplaced e -> Closure.notReplaced(policy, s, e);
            case Event.SecretRolled e -> Cookies.rolled(policy, s, s.secrets(), e.secret(), s::withSecrets);
            case Event.Rebooted e -> Step.of(s.restarted(e.secrets()), NO_CLAUSE);
            case Event.Tick e -> PeerYTick.tick(policy, s, asking -> rest(policy, asking, e));
            case Event.ProtectedEsp e -> Wait.ended(policy, s.sas().ownersOfInbound(e.spi()), rest(policy, s, e));
            case Event.TrafficDue e -> s.isSure(e.spis())
                    ? Step.ignore(s, Judged.RECOVERY_UNDER_WAY, UNDER_WAY)
                    : rest(policy, s, e);
            case Event.ActiveElsewhere e -> rest(policy, s, e);
            case Event.ResumptionAsked e -> rest(policy, s, e);
        };
    }

    /** What the baseline peer makes of it; with an SA goes what was kept beside it. */
    private static Step<PeerYState> rest(Policy policy, PeerYState s, Event event) {
        Step<LivenessState> step = Liveness.step(policy, s.liveness(), event);
        PeerYState next = s.withLiveness(step.next());
        for (Effect effect : step.effects()) {
            next = effect instanceof Effect.IkeSaDeleted gone ? next.forget(gone.spis()) : next;
        }
        return new Step<>(next, step.effects(), step.because());
    }

    private static final Set<String> UNDER_WAY = Set.of("SIR-3.2.2-11");
    private static final Set<String> NO_CHILD = Set.of("SIR-3.4.2-2");
    private static final Set<String> NO_IKE_SA = Set.of("SIR-3.2.2-4");

    private static Step<PeerYState> received(Policy policy, Digest digest, PeerYState s, Event.Received e) {
        Incoming incoming = Wire.decode(e.framing(), e.datagram());
        if (!(incoming instanceof IkeMessage m) || m.endsEncrypted()) {
            return hint(policy, s, incoming);
        }
        Optional<CheckSpi> check = CheckSpi.deciding(m.payloads());
        if (check.isPresent()) {
            return Reply.received(policy, digest, s, e, m, check.get());
        }
        if (!Liveness.isHint(m)) {
            return hint(policy, s, m);
        }
        PersistentSet<IkeSpis> subject = Liveness.subject(s.sas(), m);
        return subject.isEmpty()
                ? Step.ignore(s, Judged.NO_SUCH_IKE_SA, Liveness.invalidSpi(m).isPresent() ? NO_CHILD : NO_IKE_SA)
                : Step.forEach(s, subject, (state, spis) -> Suspicion.raised(policy, digest, state, e, m, spis));
    }

    private static Step<PeerYState> hint(Policy policy, PeerYState s, Incoming incoming) {
        return Liveness.received(policy, s.liveness(), incoming).map(s::withLiveness);
    }
}
