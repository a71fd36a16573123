package sfd.sa;

import sfd.ike.Address;
import sfd.persistent.PersistentMap;

/**
 * How often something was done for each source since the last tick, where a text limits it for each peer: comparing
 * tokens (QCD-8.1-2), asking with CHECK_SPI (SIR-3.2.2-5). The sources told apart are bounded, or an attacker with
 * many addresses would fill the memory; all others share one count.
 *
 * <p>Every method takes the limit for one source, 0 for none, and how many sources are told apart.
 *
 * @param sources counts of the sources told apart
 * @param others count of all other sources together
 */
public record Limiter(PersistentMap<Address, Integer> sources, int others) {

    /** Nothing since the last tick. */
    public static final Limiter NONE = new Limiter(PersistentMap.empty(), 0);

    /** True if it may be done once more for this source. */
    public boolean allows(int limit, int apart, Address source) {
        return limit == 0 || used(apart, source) < limit;
    }

    /** With one more for this source; without a limit nothing is counted. */
    public Limiter plus(int limit, int apart, Address source) {
        if (limit == 0) {
            return this;
        }
        int used = used(apart, source) + 1;
        return hasOwn(apart, source)
                ? new Limiter(sources.plus(source, used), others)
                : new Limiter(sources, used);
    }

    private int used(int apart, Address source) {
        return hasOwn(apart, source) ? sources.get(source).orElse(0) : others;
    }

    private boolean hasOwn(int apart, Address source) {
        return sources.containsKey(source) || sources.size() < apart;
    }
}
