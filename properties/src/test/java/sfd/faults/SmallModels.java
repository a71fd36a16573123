package sfd.faults;

/**
 * Role models cut down: one IKE SA instead of two, or no events but the daemon's news. A fault that shows in the whole
 * model mostly shows in one of these, in a second instead of a minute.
 */
public final class SmallModels {

    // The peer that lost its SAs, and the token maker.
    static final RoleModelCopy LOST = RoleModelCopy.of("MakerBaseline").oneSa();
    static final RoleModelCopy MAKER = RoleModelCopy.of("MakerHalfOpenUnknown").oneSa();
    static final RoleModelCopy MAKER_52 = RoleModelCopy.of("Maker52").oneSa();
    static final RoleModelCopy ROLLS = RoleModelCopy.of("MakerRollover").oneSa();
    static final RoleModelCopy MAPS = RoleModelCopy.of("MakerChildMap").oneSa();
    static final RoleModelCopy MAPPED = RoleModelCopy.of("MakerChildMap").newsOnly();
    static final RoleModelCopy CLUSTER = MAPS.with("Remote", "{1}");
    static final RoleModelCopy REKEYS = RoleModelCopy.of("MakerNoIkeAuth").newsOnly();

    static final RoleModelCopy DRAWN = RoleModelCopy.of("MakerDrawn");
    static final RoleModelCopy DRAWN_TWO = RoleModelCopy.of("MakerDrawnTwo");

    static final RoleModelCopy EACH = RoleModelCopy.of("MakerEach").oneSa();

    // The peer that kept them, and the token taker.
    static final RoleModelCopy KEPT = RoleModelCopy.of("TakerNot").oneSa();
    static final RoleModelCopy CONTACTED = RoleModelCopy.of("TakerTrusting").newsOnly();
    static final RoleModelCopy TAKER = RoleModelCopy.of("Taker").oneSa().with("Generations", "{1}");
    static final RoleModelCopy OLDER = RoleModelCopy.of("TakerOlder").oneSa();
    static final RoleModelCopy REKEYED = RoleModelCopy.of("TakerRekey").newsOnly();

    static final RoleModelCopy SHARED = RoleModelCopy.of("TakerShares");

    // Peer X of stateless recovery.
    static final RoleModelCopy X = RoleModelCopy.of("PeerX").oneSa();
    static final RoleModelCopy X_OWN = RoleModelCopy.of("PeerXOwnCookie").oneSa();
    static final RoleModelCopy X_INITIATES = RoleModelCopy.of("PeerXMandatoryInitiator").oneSa();
    static final RoleModelCopy X_TICKETS = RoleModelCopy.of("PeerXTickets").oneSa();
    static final RoleModelCopy X_COLLAPSED = RoleModelCopy.of("PeerXCollapsedOneSa");

    static final RoleModelCopy X_LIMITS = RoleModelCopy.of("PeerXAllLimitsOneSa").noDatagrams();

    static final RoleModelCopy X_REPORTS = RoleModelCopy.of("PeerXAllLimitsOneSa");

    // Peer Y.
    static final RoleModelCopy Y = RoleModelCopy.of("PeerY").oneSa();
    static final RoleModelCopy Y_DAMPS = RoleModelCopy.of("PeerY");
    static final RoleModelCopy Y_RESPONDS = RoleModelCopy.of("PeerYShares").with("Spis", "{2}");
    static final RoleModelCopy Y_MOVES = RoleModelCopy.of("PeerYShares").oneSa();
    static final RoleModelCopy Y_COUNTS = RoleModelCopy.of("PeerYCounts").oneSa();
    static final RoleModelCopy Y_WAITS = RoleModelCopy.of("PeerYWaitsOneSa").oneSa();
    static final RoleModelCopy Y_WAITS_FOR_LIFE = RoleModelCopy.of("PeerYWaitsForLifeOneSa").oneSa();
    static final RoleModelCopy X_LISTED = RoleModelCopy.of("PeerXListedOneSa").oneSa();
    static final RoleModelCopy Y_ROLLS = RoleModelCopy.of("PeerYSecretsRoll").oneSa();
    static final RoleModelCopy Y_DEAF = RoleModelCopy.of("PeerYNoOffers").oneSa();
    static final RoleModelCopy Y_TICKETS = RoleModelCopy.of("PeerYTicketsOneSa").oneSa();
    static final RoleModelCopy Y_COLLAPSED = RoleModelCopy.of("PeerYCollapsedOneSa").oneSa();

    private SmallModels() {
    }

    /** @throws IllegalArgumentException where there is none of this name */
    public static RoleModelCopy named(String name) {
        try {
            return (RoleModelCopy) SmallModels.class.getDeclaredField(name).get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("no small model " + name, e);
        }
    }
}
