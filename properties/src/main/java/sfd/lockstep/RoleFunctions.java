package sfd.lockstep;

import java.util.Set;
import sfd.baseline.Liveness;
import sfd.baseline.LivenessState;
import sfd.qcd.Maker;
import sfd.qcd.MakerState;
import sfd.qcd.Taker;
import sfd.qcd.TakerState;
import sfd.sa.Admission;
import sfd.sa.Admission;
import sfd.sir.PeerX;
import sfd.sir.PeerXState;
import sfd.sir.PeerY;
import sfd.sir.PeerYState;
import sfd.token.Digest;

/**
 * The functions that are compared with the models; a test can hand in wrong ones.
 *
 * @param maker the token maker, which is also the peer that lost its SAs by IKEv2 alone
 * @param taker the token taker
 * @param baseline the peer that kept its SAs, by IKEv2 alone
 * @param peerX the peer that lost its SAs and is asked (SIR)
 * @param peerY the peer that kept them and asks (SIR)
 * @param draw among what the limits of any of them turn away
 */
public record RoleFunctions(RoleFunction<MakerState> maker, RoleFunction<TakerState> taker,
        RoleFunction<LivenessState> baseline, RoleFunction<PeerXState> peerX, RoleFunction<PeerYState> peerY, Draw draw) {

    /** Those of the reference. */
    public static RoleFunctions reference(Digest digest) {
        return new RoleFunctions(
                (policy, state, event) -> Maker.step(policy, digest, state, event),
                (policy, state, event) -> Taker.step(policy, digest, state, event),
                Liveness::step,
                (policy, state, event) -> PeerX.step(policy, digest, state, event),
                (policy, state, event) -> PeerY.step(policy, digest, state, event),
                Admission::step);
    }

    /**
     * The same for a model whose surroundings do not keep these clauses: the specification cites no clause that is off,
     * while a role, which keeps them all, does.
     */
    public RoleFunctions withoutCiting(Set<String> clauses) {
        return new RoleFunctions(maker.withoutCiting(clauses), taker.withoutCiting(clauses),
                baseline.withoutCiting(clauses), peerX.withoutCiting(clauses), peerY.withoutCiting(clauses),
                draw.withoutCiting(clauses));
    }

    /** These with another token maker. */
    public RoleFunctions withMaker(RoleFunction<MakerState> other) {
        return new RoleFunctions(other, taker, baseline, peerX, peerY, draw);
    }

    /** These with another token taker. */
    public RoleFunctions withTaker(RoleFunction<TakerState> other) {
        return new RoleFunctions(maker, other, baseline, peerX, peerY, draw);
    }
}
