package sfd.sir;

import sfd.baseline.HintsState;
import sfd.persistent.PersistentMap;
import sfd.sa.SaTable;
import sfd.token.Secrets;

/**
 * Peer X. Nothing of it belongs to one query (SIR-3.2.2-6).
 *
 * @param hints what it has as a peer that may have lost its SAs: the table, and answers since the last tick
 * @param secrets what its own cookies are made with, newest first
 * @param lingering inbound child SPIs to the ticks in which the Delete that ended them may still be sent again
 */
public record PeerXState(HintsState hints, Secrets secrets, PersistentMap<Integer, Integer> lingering) {

    /** After a start: secrets, and nothing else. */
    public static PeerXState initial(Secrets secrets) {
        return new PeerXState(HintsState.INITIAL, secrets, PersistentMap.empty());
    }

    public SaTable sas() {
        return hints.sas();
    }

    /** The same object if nothing changed. */
    public PeerXState withSas(SaTable sas) {
        return withHints(hints.withSas(sas));
    }

    PeerXState withHints(HintsState hints) {
        return hints == this.hints ? this : new PeerXState(hints, secrets, lingering);
    }

    PeerXState withSecrets(Secrets secrets) {
        return new PeerXState(hints, secrets, lingering);
    }

    PeerXState withLingering(PersistentMap<Integer, Integer> lingering) {
        return lingering == this.lingering ? this : new PeerXState(hints, secrets, lingering);
    }

    PeerXState restarted(Secrets secrets) {
        PeerXState restarted = initial(secrets);
        return restarted.equals(this) ? this : restarted;
    }
}
