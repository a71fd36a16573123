package sfd.baseline;

import sfd.sa.SaTable;

/**
 * The peer that lost its SAs.
 *
 * @param sas the SAs it has now
 * @param answered answers to unprotected packets since the last tick, up to the policy's limit
 */
public record HintsState(SaTable sas, int answered) {

    /** After a start: no SAs. */
    public static final HintsState INITIAL = new HintsState(SaTable.EMPTY, 0);

    /** The same object if nothing changed. */
    public HintsState withSas(SaTable sas) {
        return sas == this.sas ? this : new HintsState(sas, answered);
    }

    /** After a reboot nothing is left but the hash of the table. */
    public HintsState restarted() {
        return new HintsState(sas.emptied(), 0);
    }

    /** A tick later: the limits start anew. */
    public HintsState ticked() {
        return answered == 0 ? this : new HintsState(sas, 0);
    }

    /** With one more answer. */
    public HintsState answeredOnce() {
        return new HintsState(sas, answered + 1);
    }
}
