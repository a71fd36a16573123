package sfd.sa;

import java.util.Optional;
import java.util.Set;
import sfd.sa.LogReason.Judged;

/** How the IKE daemon's news change the table of SAs, the same for every role. */
public final class Booking {

    private Booking() {
    }

    /** Why the table cannot take this news, if it cannot. */
    public static Optional<LogReason> refusal(SaTable sas, Event.Lifecycle event) {
        return switch (event) {
            // BASE-2.6-1: SPIs are unique; a second SA with them would inherit the token of the first.
            case Event.SaHalfOpen e -> unless(!sas.isKnown(e.spis()), Judged.IKE_SA_EXISTS);
            case Event.SaImported e -> unless(!sas.isKnown(e.spis()), Judged.IKE_SA_EXISTS);
            case Event.SaEstablished e -> sas.isKnown(e.spis())
                    ? unless(!sas.isEstablished(e.spis()), Judged.IKE_SA_EXISTS)
                    : unless(false, Judged.NO_SUCH_IKE_SA);
            case Event.SaRekeyed e -> sas.isEstablished(e.old())
                    ? unless(!sas.isKnown(e.successor()), Judged.IKE_SA_EXISTS)
                    : unless(false, Judged.NO_SUCH_IKE_SA);
            case Event.SaClosed e -> unless(sas.isKnown(e.spis()), Judged.NO_SUCH_IKE_SA);
            case Event.SaForgotten e -> unless(sas.isKnown(e.spis()), Judged.NO_SUCH_IKE_SA);
            // Only an authenticated peer moves.
            case Event.AddressChanged e -> unless(sas.isEstablished(e.spis()), Judged.NO_SUCH_IKE_SA);
            // This end chose the SPI, so it has it once.
            case Event.ChildSaCreated e -> sas.isEstablished(e.spis())
                    ? unless(sas.ownersOfInbound(e.child().in()).isEmpty(), Judged.CHILD_SA_EXISTS)
                    : unless(false, Judged.NO_SUCH_IKE_SA);
            case Event.ChildSaClosed e -> sas.isKnown(e.spis())
                    ? unless(sas.ownersOfInbound(e.spi()).contains(e.spis()), Judged.NO_SUCH_CHILD_SA)
                    : unless(false, Judged.NO_SUCH_IKE_SA);
        };
    }

    private static Optional<LogReason> unless(boolean fine, LogReason reason) {
        return fine ? Optional.empty() : Optional.of(reason);
    }

    /** The table after news that it does not refuse; after others, the table as it was or one of no meaning. */
    public static SaTable booked(SaTable sas, Event.Lifecycle event) {
        return switch (event) {
            case Event.SaHalfOpen e -> sas.put(IkeSa.halfOpen(e.spis(), e.here(), e.peer(), e.initiator()));
            case Event.SaImported e -> sas.put(
                    IkeSa.established(e.spis(), e.here(), e.peer(), e.initiator(), e.identity(), e.children())
                            .withSecret(e.secret()));
            case Event.SaEstablished e -> sas.get(e.spis())
                    .map(sa -> sas.put(sa.authenticated(e.identity(), e.children())))
                    .orElse(sas);
            case Event.SaRekeyed e -> sas.get(e.old())
                    .map(old -> rekeyed(sas, e, old))
                    .orElse(sas);
            // QCD-5.3-1: the token goes with its SA, or a later SA with the same SPIs could be ended by it.
            case Event.SaClosed e -> sas.remove(e.spis());
            case Event.SaForgotten e -> sas.remove(e.spis());
            case Event.AddressChanged e -> sas.get(e.spis())
                    .map(sa -> sas.put(sa.between(e.here(), e.peer())))
                    .orElse(sas);
            case Event.ChildSaCreated e -> sas.get(e.spis())
                    .map(sa -> sas.put(sa.with(e.child())))
                    .orElse(sas);
            case Event.ChildSaClosed e -> sas.get(e.spis())
                    .map(sa -> sas.put(sa.withoutInbound(e.spi())))
                    .orElse(sas);
        };
    }

    /** The children move to the new IKE SA. The token does not: it was made from the old SPIs (QCD-4.3-1). */
    private static SaTable rekeyed(SaTable sas, Event.SaRekeyed e, IkeSa old) {
        return sas
                .put(old.withChildren(Set.of()))
                .put(IkeSa.established(e.successor(), old.here(), old.peer(), e.initiator(), old.identity(),
                        old.children()));
    }
}
