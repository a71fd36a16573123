package sfd.flood.roles;

import java.util.List;
import java.util.Set;
import sfd.baseline.LivenessState;
import sfd.ike.IkeSpis;
import sfd.qcd.Taker;
import sfd.qcd.TakerState;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.Policy;
import sfd.sa.SaTable;
import sfd.sa.Step;
import sfd.token.Digest;

/** The token taker. */
record TakerRole(Population population) implements Role<TakerState> {

    @Override
    public TakerState start() {
        return TakerState.INITIAL.withLiveness(LivenessState.INITIAL.withSas(population.table()));
    }

    @Override
    public Step<TakerState> step(Policy policy, Digest digest, TakerState s, Event event) {
        return Taker.step(policy, digest, s, event);
    }

    @Override
    public TakerState withoutTable(TakerState s) {
        return s.withLiveness(s.liveness().withSas(SaTable.EMPTY));
    }

    @Override
    public TakerState restored(TakerState s, Set<IkeSpis> honest) {
        return s.withLiveness(LivenessRole.restored(population, s.liveness(), honest));
    }

    @Override
    public List<Event> replies(Effect effect) {
        return Living.replies(effect);
    }
}
