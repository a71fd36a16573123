package sfd.simulation;

import java.util.List;
import java.util.Set;
import sfd.ike.IkeSpis;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.SaTable;

/** The two roles of one gateway, which meet the same events. */
interface Roles {

    /**
     * What both made of an event.
     *
     * @param losing effects of the one that may have lost its SAs: maker, or X
     * @param keeping effects of the one that kept them: taker, or Y
     * @param because clauses of either
     */
    record Taken(List<Effect> losing, List<Effect> keeping, Set<String> because) {
    }

    Taken step(Event event);

    /** What the one that keeps has made known: only the other one is to hear of it. */
    List<Effect> stepLosing(Event event);

    /** The table of maker, or X. */
    SaTable losing();

    /** The table of taker, or Y. */
    SaTable keeping();

    /** Y has concluded that its peer lost this IKE SA, and keeps it only until its successor stands (SIR-3.6-1). */
    boolean concluded(IkeSpis spis);

    /** An unanswered liveness check of this IKE SA is under way. */
    boolean checking(IkeSpis spis);
}
