package sfd.sir;

import sfd.baseline.Hints;
import sfd.baseline.HintsState;
import sfd.ike.Address;
import sfd.ike.IkeSpis;
import sfd.persistent.PersistentMap;
import sfd.persistent.PersistentSet;
import sfd.sa.Limiter;
import sfd.sa.Policy;
import sfd.sa.SaTable;
import sfd.token.Secrets;

/**
 * Peer X. Nothing of it belongs to one query (SIR-3.2.2-6).
 *
 * @param hints what it has as a peer that may have lost its SAs: the table, and answers since the last tick
 * @param told answers to a QUERY since the last tick, if they have a limit of their own (SIR-4-1)
 * @param verified cookies compared since the last tick (SIR-4-1)
 * @param offered IKE SAs offered since the last tick, for each peer to which it is a mandatory initiator (SIR-3.2.2-5)
 * @param secrets what its own cookies are made with, newest first
 * @param lingering inbound child SPIs to the ticks in which the Delete that ended them may still be sent again
 * @param elsewhere SPI pairs alive on other members of a cluster (SIR-3.2.1-2)
 */
public record PeerXState(HintsState hints, int told, Limiter verified, Limiter offered, Secrets secrets,
        PersistentMap<Integer, Integer> lingering, PersistentSet<IkeSpis> elsewhere) {

    /** After a start: secrets, and nothing else. */
    public static PeerXState initial(Secrets secrets) {
        return new PeerXState(HintsState.INITIAL, 0, Limiter.NONE, Limiter.NONE, secrets, PersistentMap.empty(),
                PersistentSet.empty());
    }

    public SaTable sas() {
        return hints.sas();
    }

    /** The same object if nothing changed. */
    public PeerXState withSas(SaTable sas) {
        return withHints(hints.withSas(sas));
    }

    PeerXState withHints(HintsState hints) {
        return hints == this.hints ? this : new PeerXState(hints, told, verified, offered, secrets, lingering, elsewhere);
    }

    PeerXState withSecrets(Secrets secrets) {
        return new PeerXState(hints, told, verified, offered, secrets, lingering, elsewhere);
    }

    PeerXState withLingering(PersistentMap<Integer, Integer> lingering) {
        return lingering == this.lingering ? this : new PeerXState(hints, told, verified, offered, secrets, lingering, elsewhere);
    }

    PeerXState withElsewhere(PersistentSet<IkeSpis> elsewhere) {
        return elsewhere == this.elsewhere ? this
                : new PeerXState(hints, told, verified, offered, secrets, lingering, elsewhere);
    }

    PeerXState withVerified(Limiter verified) {
        return verified.equals(this.verified) ? this : new PeerXState(hints, told, verified, offered, secrets, lingering, elsewhere);
    }

    private PeerXState withOffered(Limiter offered) {
        return offered.equals(this.offered) ? this : new PeerXState(hints, told, verified, offered, secrets, lingering, elsewhere);
    }

    /** True if this peer may be offered an IKE SA now. There are no more of them than are configured. */
    boolean mayOffer(Policy policy, Address peer) {
        return offered.allows(policy.sir().queries(), Integer.MAX_VALUE, peer);
    }

    PeerXState offeredOnce(Policy policy, Address peer) {
        return withOffered(offered.plus(policy.sir().queries(), Integer.MAX_VALUE, peer));
    }

    private PeerXState withTold(int told) {
        return told == this.told ? this : new PeerXState(hints, told, verified, offered, secrets, lingering, elsewhere);
    }

    /** True if a QUERY may be answered now. */
    boolean mayTell(Policy policy, Address source) {
        return policy.sir().verdicts() == 0 ? Hints.mayAnswer(policy, hints, source) : told < policy.sir().verdicts();
    }

    /** With one more answer to a QUERY. */
    PeerXState toldOnce(Policy policy, Address source) {
        return policy.sir().verdicts() == 0 ? withHints(hints.answeredOnce(policy, source)) : withTold(told + 1);
    }

    /** With one more message under this IKE SA, which a ticket drew. */
    PeerXState reportedOnce(Policy policy, IkeSpis spis) {
        return withHints(hints.reportedOnce(policy, spis));
    }

    /** A tick later: the limits start anew, and Deletes come to rest. */
    PeerXState ticked() {
        return withHints(hints.ticked()).withTold(0).withVerified(Limiter.NONE).withOffered(Limiter.NONE)
                .withLingering(Countdown.ticked(lingering));
    }

    PeerXState restarted(Secrets secrets) {
        PeerXState restarted = initial(secrets).withSas(sas().emptied());
        return restarted.equals(this) ? this : restarted;
    }
}
