package sfd.gateway;

import java.util.List;
import java.util.Set;
import sfd.ike.Address;
import sfd.ike.Endpoint;
import sfd.ike.IkeSpis;
import sfd.octets.Octets;
import sfd.sa.ChildSa;

/**
 * An IKE SA of the gateway, as its file has it.
 *
 * @param here our own end
 * @param peer where the other end is
 * @param initiator the gateway is its original initiator
 * @param identity who it proved to be
 * @param children by their SPIs
 * @param vendorId the peer sent the Vendor ID of stateless recovery (SIR-5-1); peer Y only
 * @param tokens what the peer handed out for it, newest first; a taker only
 */
public record SaEntry(IkeSpis spis, Phase phase, Endpoint here, Endpoint peer, boolean initiator, String identity,
        Set<ChildSa> children, boolean vendorId, List<Octets> tokens) {

    private static final Endpoint NOWHERE = new Endpoint(Address.parse("0.0.0.0"), Endpoint.NO_UDP);

    /** One of which only a maker's map of child SAs is left. */
    public static SaEntry lost(IkeSpis spis, Set<ChildSa> children) {
        return new SaEntry(spis, Phase.LOST, NOWHERE, NOWHERE, false, "", children, false, List.of());
    }

    enum Phase {
        HALF_OPEN,
        ESTABLISHED,
        /** Lost in a crash: only a maker's persistent child map still knows its children (QCD-8.2-1). */
        LOST
    }
}
