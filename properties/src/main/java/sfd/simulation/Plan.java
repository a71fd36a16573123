package sfd.simulation;

import java.util.ArrayList;
import java.util.List;
import sfd.sa.Policy;

/**
 * How large a run is and what may happen in it.
 *
 * @param gateways at least 2, each maker and taker, or X and Y
 * @param sas IKE SAs that a gateway opens to one other at most
 * @param happenings of the script
 * @param millis in which they come
 * @param kinds what may happen
 * @param disturbed about one of so many datagrams is lost, doubled or delayed; 0 for none
 * @param longestDelay of a datagram that is delayed, in milliseconds
 * @param deployment what is taken for granted
 * @param policy of all gateways
 */
public record Plan(Protocol protocol, int gateways, int sas, int happenings, int millis, List<Kind> kinds, int disturbed,
        int longestDelay, Deployment deployment, Policy policy) {

    private static final int KINDS = 0x1001;
    private static final int SIZES = 0x2001;

    public Plan {
        kinds = List.copyOf(kinds);
    }

    /**
     * The plan of a seed: another choice of faults, sizes and limits each time, for faults hide each other where all of them are
     * always there.
     */
    public static Plan drawn(Protocol protocol, long seed) {
        List<Kind> kinds = new ArrayList<>(Kind.of(Kind.Sort.LIFE));
        boolean calm = Mix.below(8, seed, KINDS - 1) == 0;
        for (Kind kind : Kind.values()) {
            if (kind.sort() != Kind.Sort.LIFE && !calm && Mix.below(3, seed, KINDS + kind.ordinal()) > 0) {
                kinds.add(kind);
            }
        }
        int happenings = 800 + Mix.below(1_600, seed, SIZES);
        return new Plan(protocol, 2 + Mix.below(4, seed, SIZES + 1), 1 + Mix.below(4, seed, SIZES + 2), happenings,
                happenings * (2 + Mix.below(16, seed, SIZES + 3)), kinds, calm ? 0 : 4 << Mix.below(6, seed, SIZES + 4),
                20 << Mix.below(7, seed, SIZES + 5), Deployment.SOUND, Policies.drawn(protocol, seed));
    }

    /** The same with another policy. */
    public Plan with(Policy other) {
        return new Plan(protocol, gateways, sas, happenings, millis, kinds, disturbed, longestDelay, deployment, other);
    }

    /** The same in another deployment. */
    public Plan in(Deployment other) {
        return new Plan(protocol, gateways, sas, happenings, millis, kinds, disturbed, longestDelay, other, policy);
    }
}
