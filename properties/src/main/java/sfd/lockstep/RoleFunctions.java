package sfd.lockstep;

import java.util.Set;
import sfd.baseline.Liveness;
import sfd.baseline.LivenessState;
import sfd.qcd.Maker;
import sfd.qcd.MakerState;
import sfd.qcd.Taker;
import sfd.qcd.TakerState;
import sfd.token.Digest;

/**
 * The functions that are compared with the models; a test can hand in wrong ones.
 *
 * @param maker the token maker, which is also the peer that lost its SAs by IKEv2 alone
 * @param taker the token taker
 * @param baseline the peer that kept its SAs, by IKEv2 alone
 */
public record RoleFunctions(RoleFunction<MakerState> maker, RoleFunction<TakerState> taker,
        RoleFunction<LivenessState> baseline) {

    /** Those of the reference. */
    public static RoleFunctions reference(Digest digest) {
        return new RoleFunctions(
                (policy, state, event) -> Maker.step(policy, digest, state, event),
                (policy, state, event) -> Taker.step(policy, digest, state, event),
                Liveness::step);
    }

    /**
     * The same for a model whose surroundings do not keep these clauses: the specification cites no clause that is off,
     * while a role, which keeps them all, does.
     */
    public RoleFunctions withoutCiting(Set<String> clauses) {
        return new RoleFunctions(maker.withoutCiting(clauses), taker.withoutCiting(clauses),
                baseline.withoutCiting(clauses));
    }
}
