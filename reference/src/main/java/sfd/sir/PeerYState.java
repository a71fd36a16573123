package sfd.sir;

import java.util.Optional;
import sfd.baseline.LivenessState;
import sfd.ike.IkeSpis;
import sfd.persistent.PersistentMap;
import sfd.persistent.PersistentSet;
import sfd.sa.IkeSa;
import sfd.sa.Limiter;
import sfd.sa.Policy;
import sfd.sa.SaTable;
import sfd.sa.SirPolicy;
import sfd.token.Secrets;

/**
 * Peer Y. Nothing of it belongs to one query (SIR-3.2.2-6): what grows with hints is only the limiter, and that is
 * bounded.
 *
 * @param liveness what it has as a peer that kept its SAs
 * @param secrets what its cookies are made with, newest first
 * @param able IKE SAs whose peer sent the Vendor ID (SIR-5-1)
 * @param asked queries for each peer since the last tick (SIR-3.2.2-5); peers are those of IKE SAs, and no more
 * @param verified cookies compared since the last tick (SIR-4-1)
 * @param damped identities to the ticks in which their unprotected messages are ignored (SIR-4.2-1)
 * @param recoveries IKE SAs that X said it does not have
 */
public record PeerYState(LivenessState liveness, Secrets secrets, PersistentSet<IkeSpis> able, Limiter asked,
        Limiter verified, PersistentMap<String, Integer> damped, PersistentMap<IkeSpis, Recovery> recoveries) {

    /** After a start: secrets, and nothing else. */
    public static PeerYState initial(Secrets secrets) {
        return new PeerYState(LivenessState.INITIAL, secrets, PersistentSet.empty(), Limiter.NONE, Limiter.NONE,
                PersistentMap.empty(), PersistentMap.empty());
    }

    public SaTable sas() {
        return liveness.sas();
    }

    boolean isRecovering(IkeSpis spis) {
        return recoveries.containsKey(spis);
    }

    /** True if X said that it does not have the SA. */
    boolean isSure(IkeSpis spis) {
        return recoveries.get(spis).filter(Recovery::sure).isPresent();
    }

    /** READING-22: true if the SA is tried anew on a hint alone. */
    boolean isTrying(IkeSpis spis) {
        return isRecovering(spis) && !isSure(spis);
    }

    /** SIR-4.2-1: true if what anybody may have sent in the name of this SA's peer is ignored now. */
    boolean isDamped(IkeSpis spis) {
        return sas().get(spis).filter(IkeSa::isEstablished).filter(sa -> damped.containsKey(sa.identity())).isPresent();
    }

    /** SIR-4.2-1: with this peer dampened, if the policy does so for this cause. */
    PeerYState dampened(Policy policy, IkeSpis spis, SirPolicy.Cause cause) {
        SirPolicy sir = policy.sir();
        Optional<IkeSa> sa = sas().get(spis);
        return sa.isPresent() && sir.dampens(cause) && sir.dampening() > 0
                ? withDamped(damped.plus(sa.get().identity(), sir.dampening()))
                : this;
    }

    /** The same object if nothing changed. */
    public PeerYState withSas(SaTable sas) {
        return withLiveness(liveness.withSas(sas));
    }

    /** The same object if nothing changed. */
    PeerYState withLiveness(LivenessState liveness) {
        return liveness == this.liveness ? this : new PeerYState(liveness, secrets, able, asked, verified, damped, recoveries);
    }

    /** Without what was kept beside an IKE SA that is gone. */
    PeerYState forget(IkeSpis gone) {
        return withAble(able.minus(gone)).withRecoveries(recoveries.minus(gone));
    }

    /** With a recovery of this IKE SA; once the new one is started, what is known need not be asked again. */
    PeerYState recovering(IkeSpis spis, Recovery recovery) {
        // What is known need not be asked again; a hint alone is not known.
        PeerYState next = recovery.isWaiting() || !recovery.sure() ? this : withLiveness(liveness.withoutCheck(spis));
        return next.withRecoveries(recoveries.plus(spis, recovery));
    }

    PeerYState withSecrets(Secrets secrets) {
        return new PeerYState(liveness, secrets, able, asked, verified, damped, recoveries);
    }

    public PeerYState withAble(PersistentSet<IkeSpis> able) {
        return able == this.able ? this : new PeerYState(liveness, secrets, able, asked, verified, damped, recoveries);
    }

    PeerYState withAsked(Limiter asked) {
        return asked.equals(this.asked) ? this : new PeerYState(liveness, secrets, able, asked, verified, damped, recoveries);
    }

    PeerYState withVerified(Limiter verified) {
        return verified.equals(this.verified) ? this
                : new PeerYState(liveness, secrets, able, asked, verified, damped, recoveries);
    }

    PeerYState withDamped(PersistentMap<String, Integer> damped) {
        return damped == this.damped ? this : new PeerYState(liveness, secrets, able, asked, verified, damped, recoveries);
    }

    PeerYState withRecoveries(PersistentMap<IkeSpis, Recovery> recoveries) {
        return recoveries == this.recoveries
                ? this
                : new PeerYState(liveness, secrets, able, asked, verified, damped, recoveries);
    }

    PeerYState restarted(Secrets secrets) {
        PeerYState restarted = initial(secrets).withSas(sas().emptied());
        return restarted.equals(this) ? this : restarted;
    }
}
