package sfd.flood.roles;

import java.util.List;
import java.util.Set;
import sfd.baseline.Liveness;
import sfd.baseline.LivenessState;
import sfd.ike.IkeSpis;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.Policy;
import sfd.sa.SaTable;
import sfd.sa.Step;
import sfd.token.Digest;

/** The peer that kept its IKE SAs, as IKEv2 alone has it. */
record LivenessRole(Population population) implements Role<LivenessState> {

    @Override
    public LivenessState start() {
        return LivenessState.INITIAL.withSas(population.table());
    }

    @Override
    public Step<LivenessState> step(Policy policy, Digest digest, LivenessState s, Event event) {
        return Liveness.step(policy, s, event);
    }

    @Override
    public LivenessState withoutTable(LivenessState s) {
        return s.withSas(SaTable.EMPTY);
    }

    @Override
    public LivenessState restored(LivenessState s, Set<IkeSpis> honest) {
        return restored(population, s, honest);
    }

    /** The IKE SAs are there again, and no check of them is under way. */
    static LivenessState restored(Population population, LivenessState s, Set<IkeSpis> honest) {
        LivenessState restored = s.withSas(population.table());
        for (IkeSpis spis : honest) {
            restored = restored.withoutCheck(spis);
        }
        return restored;
    }

    @Override
    public List<Event> replies(Effect effect) {
        return Living.replies(effect);
    }
}
