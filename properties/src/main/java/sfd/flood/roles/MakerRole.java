package sfd.flood.roles;

import java.util.Set;
import sfd.ike.IkeSpis;
import sfd.qcd.Maker;
import sfd.qcd.MakerState;
import sfd.sa.Event;
import sfd.sa.Policy;
import sfd.sa.SaTable;
import sfd.sa.Step;
import sfd.token.Digest;

/** The token maker. */
record MakerRole(Population population) implements Role<MakerState> {

    @Override
    public MakerState start() {
        return MakerState.initial(Population.SECRETS).withSas(population.table());
    }

    @Override
    public Step<MakerState> step(Policy policy, Digest digest, MakerState s, Event event) {
        return Maker.step(policy, digest, s, event);
    }

    @Override
    public MakerState withoutTable(MakerState s) {
        return s.withSas(SaTable.EMPTY);
    }

    @Override
    public MakerState restored(MakerState s, Set<IkeSpis> honest) {
        return s;
    }
}
