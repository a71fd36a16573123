package sfd.kit;

import sfd.baseline.LivenessState;
import sfd.lockstep.RoleFunctions;
import sfd.qcd.MakerState;
import sfd.qcd.TakerState;
import sfd.sa.Event;
import sfd.sa.Policy;
import sfd.sa.Step;
import sfd.sir.PeerXState;
import sfd.sir.PeerYState;

/**
 * The role that a state belongs to, taking one step.
 *
 * @param roles the functions
 */
public record RoleStep(RoleFunctions roles) {

    /** @throws IllegalArgumentException for a state of no role */
    public Step<?> of(Policy policy, Object state, Event event) {
        return switch (state) {
            case MakerState it -> roles.maker().step(policy, it, event);
            case TakerState it -> roles.taker().step(policy, it, event);
            case LivenessState it -> roles.baseline().step(policy, it, event);
            case PeerXState it -> roles.peerX().step(policy, it, event);
            case PeerYState it -> roles.peerY().step(policy, it, event);
            default -> throw new IllegalArgumentException("no role has a " + state.getClass());
        };
    }
}
