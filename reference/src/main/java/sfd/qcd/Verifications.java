package sfd.qcd;

import sfd.ike.Address;
import sfd.persistent.PersistentMap;
import sfd.sa.Policy;

/**
 * How often tokens were compared since the last tick (QCD-8.1-2). The sources told apart are bounded, or an attacker
 * with many addresses would fill the memory; all others share one count.
 *
 * @param sources comparisons for each source told apart
 * @param others comparisons for all other sources together
 */
public record Verifications(PersistentMap<Address, Integer> sources, int others) {

    /** None since the last tick. */
    public static final Verifications NONE = new Verifications(PersistentMap.empty(), 0);

    /** True if tokens of this source may still be compared. */
    boolean allow(Policy policy, Address source) {
        return isUnlimited(policy) || used(policy, source) < policy.verifications();
    }

    /** With one more comparison for this source; without a limit nothing is counted. */
    Verifications plus(Policy policy, Address source) {
        if (isUnlimited(policy)) {
            return this;
        }
        int used = used(policy, source) + 1;
        return hasOwn(policy, source)
                ? new Verifications(sources.plus(source, used), others)
                : new Verifications(sources, used);
    }

    private static boolean isUnlimited(Policy policy) {
        return policy.verifications() == 0;
    }

    private int used(Policy policy, Address source) {
        return hasOwn(policy, source) ? sources.get(source).orElse(0) : others;
    }

    private boolean hasOwn(Policy policy, Address source) {
        return sources.containsKey(source) || sources.size() < policy.sources();
    }
}
