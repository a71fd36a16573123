package sfd.flood.roles;

import java.util.List;
import java.util.Set;
import sfd.ike.IkeSpis;
import sfd.persistent.PersistentMap;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.Policy;
import sfd.sa.SaTable;
import sfd.sa.Step;
import sfd.sir.PeerY;
import sfd.sir.PeerYState;
import sfd.sir.Recovery;
import sfd.token.Digest;

/** Peer Y of stateless recovery; all its peers sent the Vendor ID. */
record PeerYRole(Population population) implements Role<PeerYState> {

    @Override
    public PeerYState start() {
        return PeerYState.initial(Population.SECRETS).withSas(population.table()).withAble(population.all());
    }

    @Override
    public Step<PeerYState> step(Policy policy, Digest digest, PeerYState s, Event event) {
        return PeerY.step(policy, digest, s, event);
    }

    /** What is kept of each IKE SA beside the table, whether its peer is able, stays and counts. */
    @Override
    public PeerYState withoutTable(PeerYState s) {
        return s.withSas(SaTable.EMPTY);
    }

    @Override
    public PeerYState restored(PeerYState s, Set<IkeSpis> honest) {
        PersistentMap<IkeSpis, Recovery> recoveries = s.recoveries();
        for (IkeSpis spis : honest) {
            recoveries = recoveries.minus(spis);
        }
        return new PeerYState(LivenessRole.restored(population, s.liveness(), honest), s.secrets(), population.all(), s.asked(),
                s.verified(), s.damped(), recoveries);
    }

    @Override
    public List<Event> replies(Effect effect) {
        return Living.replies(effect);
    }
}
