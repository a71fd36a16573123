package sfd.sir;

import java.util.Set;
import sfd.ike.IkeSpis;
import sfd.ike.VendorId;
import sfd.sa.Booking;
import sfd.sa.Event;
import sfd.sa.Policy;
import sfd.sa.SirPolicy.Cause;
import sfd.sa.Step;

/** What the lives of SAs mean to Y beside the table: which peers know SIR, and whom to let rest. */
final class SaLives {

    private static final Set<String> GREETED = Set.of("SIR-5-1");
    private static final Set<String> ASSUMED = Set.of("SIR-5-2");
    private static final Set<String> MOVED_ON = Set.of("SIR-2.1-5");
    private static final Set<String> DAMPENED = Set.of("SIR-4.2-1");

    private SaLives() {
    }

    /** @param rest what the baseline made of it */
    static Step<PeerYState> lifecycle(Policy policy, PeerYState s, Step<PeerYState> rest, Event.Lifecycle event) {
        if (Booking.refusal(s.sas(), event).isPresent()) {
            return rest;
        }
        return switch (event) {
            case Event.SaEstablished e -> VendorId.isIn(e.payloads())
                    ? created(policy, rest.map(next -> next.withAble(next.able().plus(e.spis()))), e.spis()).citing(GREETED)
                    : created(policy, rest, e.spis());
            // The peer of the new SA is that of the old one.
            case Event.SaRekeyed e -> created(policy, rest.map(next -> next.able().contains(e.old())
                    ? next.withAble(next.able().plus(e.successor())) : next), e.successor());
            case Event.ChildSaCreated e -> created(policy, rest, e.spis());
            // SIR-5-2: what the other member heard of the peer is not known here, so it is taken for able.
            case Event.SaImported e -> rest.map(next -> next.withAble(next.able().plus(e.spis()))).citing(ASSUMED);
            case Event.AddressChanged e -> s.isTrying(e.spis()) ? movedOn(s, rest, e.spis()) : rest;
            case Event.SaClosed e -> rest.map(next -> next.forget(e.spis()));
            case Event.SaForgotten e -> rest.map(next -> next.forget(e.spis()));
            default -> rest;
        };
    }

    /**
     * READING-31: the cookie of a try is over the ends that were (SIR-3.2.4-1), so no answer to it will be believed. Else the
     * recovery stands still until the daemon gives it up; now the next hint asks again.
     */
    private static Step<PeerYState> movedOn(PeerYState s, Step<PeerYState> rest, IkeSpis spis) {
        return s.sas().get(spis).equals(rest.next().sas().get(spis)) ? rest
                : rest.map(next -> next.withRecoveries(next.recoveries().minus(spis))).citing(MOVED_ON);
    }

    /** SIR-4.2-1: after creation or rekey of an SA, be it a child SA. */
    private static Step<PeerYState> created(Policy policy, Step<PeerYState> step, IkeSpis spis) {
        return step.map(next -> next.dampened(policy, spis, Cause.CREATION))
                .citing(policy.sir().dampens(Cause.CREATION) ? DAMPENED : Set.of());
    }
}
