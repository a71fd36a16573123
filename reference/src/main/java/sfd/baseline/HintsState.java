package sfd.baseline;

import sfd.ike.Address;
import sfd.sa.Limiter;
import sfd.sa.Policy;
import sfd.sa.SaTable;

/**
 * The peer that lost its SAs.
 *
 * @param sas the SAs it has now
 * @param answered answers to unprotected packets since the last tick, up to the policy's limit
 * @param answeredTo those of them that went to one source, if that has a limit of its own
 */
public record HintsState(SaTable sas, int answered, Limiter answeredTo) {

    /** After a start: no SAs. */
    public static final HintsState INITIAL = new HintsState(SaTable.EMPTY, 0, Limiter.NONE);

    /** The same object if nothing changed. */
    public HintsState withSas(SaTable sas) {
        return sas == this.sas ? this : new HintsState(sas, answered, answeredTo);
    }

    /** After a reboot nothing is left but the hash of the table. */
    public HintsState restarted() {
        return new HintsState(sas.emptied(), 0, Limiter.NONE);
    }

    /** A tick later: the limits start anew. */
    public HintsState ticked() {
        return answered == 0 ? this : new HintsState(sas, 0, Limiter.NONE);
    }

    /** With one more answer, to this source. */
    public HintsState answeredOnce(Policy policy, Address source) {
        return new HintsState(sas, answered + 1, answeredTo.plus(policy.answersToOne(), policy.sources(), source));
    }
}
