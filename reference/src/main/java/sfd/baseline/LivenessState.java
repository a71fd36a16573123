package sfd.baseline;

import sfd.ike.IkeSpis;
import sfd.persistent.PersistentMap;
import sfd.persistent.PersistentSet;
import sfd.sa.SaTable;

/**
 * The peer that kept its SAs.
 *
 * @param sas its SAs
 * @param checks the liveness checks under way
 * @param hinted checks started because of hints since the last tick
 * @param heard IKE SAs from which something fresh and protected came since the last tick
 */
public record LivenessState(SaTable sas, PersistentMap<IkeSpis, Check> checks, int hinted,
        PersistentSet<IkeSpis> heard) {

    /** After a start: no SAs. */
    public static final LivenessState INITIAL =
            new LivenessState(SaTable.EMPTY, PersistentMap.empty(), 0, PersistentSet.empty());

    /** After a reboot nothing is left but the hash of the table. */
    public LivenessState restarted() {
        return INITIAL.withSas(sas.emptied());
    }

    public boolean isChecking(IkeSpis spis) {
        return checks.containsKey(spis);
    }

    /** The same object if nothing changed. */
    public LivenessState withSas(SaTable sas) {
        return with(sas, checks, hinted, heard);
    }

    /** Without the IKE SA, all its children, and whatever was under way for it (BASE-2.4-4, QCD-3-7). */
    public LivenessState discard(IkeSpis spis) {
        return with(sas.remove(spis), checks.minus(spis), hinted, heard.minus(spis));
    }

    /** Without the liveness check of this IKE SA. */
    public LivenessState withoutCheck(IkeSpis spis) {
        return withChecks(checks.minus(spis));
    }

    LivenessState withChecks(PersistentMap<IkeSpis, Check> checks) {
        return with(sas, checks, hinted, heard);
    }

    LivenessState withHinted(int hinted) {
        return with(sas, checks, hinted, heard);
    }

    LivenessState withHeard(PersistentSet<IkeSpis> heard) {
        return with(sas, checks, hinted, heard);
    }

    private LivenessState with(SaTable sas, PersistentMap<IkeSpis, Check> checks, int hinted,
            PersistentSet<IkeSpis> heard) {
        return sas == this.sas && checks == this.checks && hinted == this.hinted && heard == this.heard
                ? this
                : new LivenessState(sas, checks, hinted, heard);
    }
}
