package sfd.simulation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import sfd.baseline.LivenessState;
import sfd.ike.IkeSpis;
import sfd.lockstep.RoleFunction;
import sfd.lockstep.RoleFunctions;
import sfd.qcd.MakerState;
import sfd.qcd.TakerState;
import sfd.sa.Admission;
import sfd.sa.Admitted;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.Policy;
import sfd.sa.SaTable;
import sfd.sa.SpiHash;
import sfd.sa.Step;
import sfd.sir.PeerXState;
import sfd.sir.PeerYState;
import sfd.sir.Recovery;
import sfd.token.Secrets;

/** Two role functions, the reference's own or wrong ones, with their states. */
final class Both<L, K> implements Roles {

    /** What of a role's state the surroundings have to see. */
    private record Looks<L, K>(Function<L, SaTable> losing, Function<K, LivenessState> keeping,
            Function<K, Function<IkeSpis, Boolean>> concluded) {
    }

    private final Policy policy;
    private final RoleFunction<L> first;
    private final RoleFunction<K> second;
    private final Looks<L, K> looks;
    private Admitted<L> lost;
    private Admitted<K> kept;

    private Both(Policy policy, RoleFunction<L> first, L lost, RoleFunction<K> second, K kept, Looks<L, K> looks) {
        this.policy = policy;
        this.first = first;
        this.second = second;
        this.looks = looks;
        this.lost = Admitted.of(lost);
        this.kept = Admitted.of(kept);
    }

    /** A gateway's roles at its first start. */
    static Roles of(Protocol protocol, Policy policy, RoleFunctions functions, Secrets secrets, SpiHash hash) {
        SaTable none = SaTable.empty(hash);
        // IKEv2 alone is maker and taker with tokens off, as in the models.
        return protocol == Protocol.SIR
                ? new Both<>(policy, functions.peerX(), PeerXState.initial(secrets).withSas(none), functions.peerY(),
                        PeerYState.initial(secrets).withSas(none),
                        new Looks<>(PeerXState::sas, PeerYState::liveness, state -> spis -> hasConcluded(state, spis)))
                : new Both<>(policy, functions.maker(), MakerState.initial(secrets).withSas(none), functions.taker(),
                        TakerState.INITIAL.withLiveness(LivenessState.INITIAL.withSas(none)),
                        new Looks<>(MakerState::sas, TakerState::liveness, state -> spis -> false));
    }

    private static boolean hasConcluded(PeerYState state, IkeSpis spis) {
        return state.recoveries().get(spis).filter(Recovery::sure).filter(it -> it.pause() == 0).isPresent();
    }

    @Override
    public Taken step(Event event) {
        Step<Admitted<L>> one = step(first, lost, event);
        Step<Admitted<K>> other = step(second, kept, event);
        lost = one.next();
        kept = other.next();
        return new Taken(one.effects(), other.effects(), union(one.because(), other.because()));
    }

    @Override
    public List<Effect> stepLosing(Event event) {
        Step<Admitted<L>> one = step(first, lost, event);
        lost = one.next();
        return one.effects();
    }

    private <S> Step<Admitted<S>> step(RoleFunction<S> role, Admitted<S> state, Event event) {
        if (policy.drawn() > 0) {
            return Admission.step(policy, (it, met) -> role.step(policy, it, met), state, event);
        }
        Step<S> step = role.step(policy, state.role(), event);
        return step.with(step.next() == state.role() ? state : Admitted.of(step.next()));
    }

    private static Set<String> union(Set<String> these, Set<String> those) {
        if (these.isEmpty() || those.isEmpty()) {
            return these.isEmpty() ? those : these;
        }
        var all = new HashSet<>(these);
        all.addAll(those);
        return all;
    }

    @Override
    public SaTable losing() {
        return looks.losing().apply(lost.role());
    }

    @Override
    public SaTable keeping() {
        return looks.keeping().apply(kept.role()).sas();
    }

    @Override
    public boolean concluded(IkeSpis spis) {
        return looks.concluded().apply(kept.role()).apply(spis);
    }

    @Override
    public boolean checking(IkeSpis spis) {
        return looks.keeping().apply(kept.role()).isChecking(spis);
    }
}
