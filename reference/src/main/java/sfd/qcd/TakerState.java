package sfd.qcd;

import sfd.baseline.LivenessState;
import sfd.sa.Limiter;
import sfd.sa.SaTable;

/**
 * The token taker.
 *
 * @param liveness what it has as a peer that kept its SAs; each IKE SA holds its tokens
 * @param verified comparisons of tokens since the last tick
 */
public record TakerState(LivenessState liveness, Limiter verified) {

    /** After a start: no SAs, so no tokens. */
    public static final TakerState INITIAL = new TakerState(LivenessState.INITIAL, Limiter.NONE);

    public SaTable sas() {
        return liveness.sas();
    }

    TakerState withSas(SaTable sas) {
        return withLiveness(liveness.withSas(sas));
    }

    /** After a reboot nothing is left but the hash of the table. */
    TakerState restarted() {
        var restarted = new TakerState(liveness.restarted(), Limiter.NONE);
        return restarted.equals(this) ? this : restarted;
    }

    /** The same object if nothing changed. */
    public TakerState withLiveness(LivenessState liveness) {
        return liveness == this.liveness ? this : new TakerState(liveness, verified);
    }

    TakerState withVerified(Limiter verified) {
        return verified.equals(this.verified) ? this : new TakerState(liveness, verified);
    }
}
