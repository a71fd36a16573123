package sfd.qcd;

import sfd.baseline.HintsState;
import sfd.ike.IkeSpis;
import sfd.persistent.PersistentSet;
import sfd.sa.Policy;
import sfd.sa.SaTable;
import sfd.token.Secrets;

/**
 * The token maker.
 *
 * @param hints what it has as a peer that may have lost its SAs: the table, and answers since the last tick
 * @param secrets generations of QCD_SECRET, newest first
 * @param elsewhere SPI pairs alive on other members of a cluster (QCD-9.2-3)
 * @param childMap inbound child SPIs to IKE SPIs, surviving reboots (QCD-8.2-1)
 */
public record MakerState(HintsState hints, Secrets secrets, PersistentSet<IkeSpis> elsewhere, ChildMap childMap) {

    /** At first start: secrets, if there are any yet, and nothing else. */
    public static MakerState initial(Secrets secrets) {
        return new MakerState(HintsState.INITIAL, secrets, PersistentSet.empty(), ChildMap.EMPTY);
    }

    public SaTable sas() {
        return hints.sas();
    }

    /** The same object if nothing changed. */
    public MakerState withSas(SaTable sas) {
        return withHints(hints.withSas(sas));
    }

    MakerState withHints(HintsState hints) {
        return hints == this.hints ? this : new MakerState(hints, secrets, elsewhere, childMap);
    }

    MakerState withSecrets(Secrets secrets) {
        return new MakerState(hints, secrets, elsewhere, childMap);
    }

    MakerState withElsewhere(PersistentSet<IkeSpis> elsewhere) {
        return elsewhere == this.elsewhere ? this : new MakerState(hints, secrets, elsewhere, childMap);
    }

    MakerState withChildMap(ChildMap childMap) {
        return childMap == this.childMap ? this : new MakerState(hints, secrets, elsewhere, childMap);
    }

    /** What is left after a reboot: the secrets as non-volatile storage has them, and the child map. */
    MakerState restarted(Policy policy, Secrets secrets) {
        var restarted = new MakerState(hints.restarted(), secrets, PersistentSet.empty(),
                childMap.allLost(policy.childMapLost()));
        return restarted.equals(this) ? this : restarted;
    }
}
