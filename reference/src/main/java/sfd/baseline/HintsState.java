package sfd.baseline;

import sfd.ike.Address;
import sfd.ike.IkeSpis;
import sfd.persistent.PersistentMap;
import sfd.sa.Limiter;
import sfd.sa.Policy;
import sfd.sa.SaTable;

/**
 * The peer that lost its SAs.
 *
 * @param sas the SAs it has now
 * @param answered answers to unprotected packets since the last tick, up to the policy's limit
 * @param answeredTo those of them that went to one source, if that has a limit of its own
 * @param reported messages drawn under one IKE SA since the last tick, if that has a limit: each is an answer too, so no
 *     more IKE SAs are remembered than there are answers
 */
public record HintsState(SaTable sas, int answered, Limiter answeredTo, PersistentMap<IkeSpis, Integer> reported) {

    /** After a start: no SAs. */
    public static final HintsState INITIAL = unanswered(SaTable.EMPTY);

    private static HintsState unanswered(SaTable sas) {
        return new HintsState(sas, 0, Limiter.NONE, PersistentMap.empty());
    }

    /** The same object if nothing changed. */
    public HintsState withSas(SaTable sas) {
        return sas == this.sas ? this : new HintsState(sas, answered, answeredTo, reported);
    }

    /** After a reboot nothing is left but the hash of the table. */
    public HintsState restarted() {
        return unanswered(sas.emptied());
    }

    /** A tick later: the limits start anew. */
    public HintsState ticked() {
        return answered == 0 && reported.isEmpty() ? this : unanswered(sas);
    }

    /** With one more answer, to this source. */
    public HintsState answeredOnce(Policy policy, Address source) {
        return new HintsState(sas, answered + 1, answeredTo.plus(policy.answersToOne(), policy.sources(), source), reported);
    }

    /** BASE-2.21.4-11: true if a packet that anybody may have sent may draw one more message under this IKE SA. */
    public boolean mayReport(Policy policy, IkeSpis spis) {
        return policy.reports() == 0 || reportedUnder(spis) < policy.reports();
    }

    /** With one more message under this IKE SA; without a limit nothing is counted. */
    public HintsState reportedOnce(Policy policy, IkeSpis spis) {
        return policy.reports() == 0 ? this
                : new HintsState(sas, answered, answeredTo, reported.plus(spis, reportedUnder(spis) + 1));
    }

    private int reportedUnder(IkeSpis spis) {
        return reported.get(spis).orElse(0);
    }
}
