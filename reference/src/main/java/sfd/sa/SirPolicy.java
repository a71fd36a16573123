package sfd.sa;

import java.util.Locale;
import java.util.Set;
import sfd.ike.Address;
import sfd.octets.Ranges;

/**
 * What draft-detienne-ikev2-recovery-03 leaves to an implementation or its administrator (SIR-4.3-1). Limits and times
 * are counts of, or in, ticks.
 *
 * @param anyRequest X hints at a request that does not look protected, too: SIR-3.2.2-1 to the letter
 * @param ownCookie X adds a cookie of its own to its answers (SIR-3.2.2-12)
 * @param verdicts X's answers to a QUERY, 0 for as many as the limit of all answers leaves (SIR-4-1)
 * @param initiatesTo addresses of the peers, known by configuration, to which X is a mandatory initiator and answers NACK
 *     with an IKE_SA_INIT of its own (SIR-3.5-1, SIR-3.5-2)
 * @param lingering ticks in which X's Delete may still be sent again (SIR-3.7-1)
 * @param queries of Y to one peer, and offers of a mandatory initiator to one; 0 for no limit (SIR-3.2.2-5)
 * @param queryTo whom Y asks (READING-12)
 * @param delay ticks that Y waits between NACK and rekey (SIR-3.2.3-1)
 * @param waitChecks Y asks under the old IKE SA while it waits, and keeps it at a sign of life (SIR-3.2.3-3); once in a wait, and
 *     beside {@link Policy#checks}, for it comes of an answer with a cookie of Y's
 * @param dampening ticks in which Y ignores a peer's unprotected messages (SIR-4.2-1)
 * @param dampenedBy what dampens a peer
 * @param acceptsOffers Y goes on with a mandatory initiator's IKE_SA_INIT (SIR-3.5-5)
 * @param tickets X gives tickets, Y has one (SIR-3.1-1, SIR-3.3-1)
 * @param collapsed the QUERY rides on the new IKE_SA_INIT (SIR-9-1)
 */
public record SirPolicy(boolean anyRequest, boolean ownCookie, int verdicts, Set<Address> initiatesTo, int lingering,
        int queries, QueryTo queryTo, int delay, boolean waitChecks, int dampening, Set<Cause> dampenedBy,
        boolean acceptsOffers, boolean tickets, boolean collapsed) {

    /** Whom a hint makes Y ask. */
    public enum QueryTo {
        /** The peer, where the IKE SA has it. */
        PEER,
        /** Where the hint came from. */
        SOURCE;

        /** The name in the spec and in traces. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What just happened with a peer that is dampened (SIR-4.2-1). */
    public enum Cause {
        /** An IKE SA was made or rekeyed. */
        CREATION,
        /** One was recovered. */
        RECOVERY,
        /** A recovery failed. */
        FAILURE,
        /** The warning that X has the IKE SA, said with a cookie of ours. */
        ACK,
        /** The warning about a wrong cookie, which anybody can cause. */
        COOKIE;

        /** The name in the spec and in traces. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** For a gateway, as {@link Policy#RFC6290}. */
    public static final SirPolicy DEFAULT = new SirPolicy(
            // X: hints at any request, own cookie, verdicts, peers to which it is a mandatory initiator, lingering.
            false, false, 5_000, Set.of(), 2_700,
            // Y: queries, whom it asks, its wait, what it does in it, how long and by what a peer is dampened, offers.
            1, QueryTo.PEER, 5, false, 50, Set.of(Cause.CREATION, Cause.RECOVERY, Cause.FAILURE, Cause.ACK), true,
            // Both: tickets, the collapsed exchange.
            false, false);

    /**
     * With what mends the draft, as far as it is a role's: {@code spec/MENDED.md}, M8 to M10. The wait is longer than the first
     * interval of its check, so that one that was lost goes again.
     */
    public static final SirPolicy MENDED = new SirPolicy(
            false, false, 5_000, Set.of(), 2_700,
            1, QueryTo.PEER, 25, true, 50, Set.of(Cause.CREATION, Cause.RECOVERY, Cause.FAILURE), false,
            false, false);

    /** @throws IllegalArgumentException for a negative limit or time */
    public SirPolicy {
        Ranges.check("verdicts", verdicts, 0, Integer.MAX_VALUE);
        Ranges.check("lingering", lingering, 0, Integer.MAX_VALUE);
        Ranges.check("queries", queries, 0, Integer.MAX_VALUE);
        Ranges.check("delay", delay, 0, Integer.MAX_VALUE);
        Ranges.check("dampening", dampening, 0, Integer.MAX_VALUE);
        dampenedBy = Set.copyOf(dampenedBy);
        initiatesTo = Set.copyOf(initiatesTo);
    }

    /** True if this dampens a peer. */
    public boolean dampens(Cause cause) {
        return dampening > 0 && dampenedBy.contains(cause);
    }
}
