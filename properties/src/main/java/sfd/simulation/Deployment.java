package sfd.simulation;

/**
 * What the claims take for granted about the surroundings; without it they are known, or were found here, not to hold.
 *
 * @param ownSpiCounts an IKE SA of which an initiator has only its own SPI exists for it already (F2, F4)
 * @param waitsForChild a responder sends under a new child SA only when something came under it (BASE-2.8-1, F41)
 * @param childSpisHidden the attacker knows the SPI of a child SA only when a packet bears it, and not while it is being made
 * @param childSpisUnique no gateway takes the SPI of a child SA again, also after a crash: a report of the old one that comes late is
 *     taken for one of the new one
 */
public record Deployment(boolean ownSpiCounts, boolean waitsForChild, boolean childSpisHidden, boolean childSpisUnique) {

    /** With all of it. */
    public static final Deployment SOUND = new Deployment(true, true, true, true);
}
