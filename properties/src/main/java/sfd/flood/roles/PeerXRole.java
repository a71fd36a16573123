package sfd.flood.roles;

import java.util.Set;
import sfd.ike.IkeSpis;
import sfd.sa.Event;
import sfd.sa.Policy;
import sfd.sa.SaTable;
import sfd.sa.Step;
import sfd.sir.PeerX;
import sfd.sir.PeerXState;
import sfd.token.Digest;

/** Peer X of stateless recovery. */
record PeerXRole(Population population) implements Role<PeerXState> {

    @Override
    public PeerXState start() {
        return PeerXState.initial(Population.SECRETS).withSas(population.table());
    }

    @Override
    public Step<PeerXState> step(Policy policy, Digest digest, PeerXState s, Event event) {
        return PeerX.step(policy, digest, s, event);
    }

    @Override
    public PeerXState withoutTable(PeerXState s) {
        return s.withSas(SaTable.EMPTY);
    }

    @Override
    public PeerXState restored(PeerXState s, Set<IkeSpis> honest) {
        return s;
    }
}
