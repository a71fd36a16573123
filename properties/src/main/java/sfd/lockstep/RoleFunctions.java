package sfd.lockstep;

import sfd.baseline.LivenessState;
import sfd.qcd.MakerState;
import sfd.qcd.TakerState;

/**
 * The functions under test; a test can hand in wrong ones.
 *
 * @param maker the token maker, and the peer that lost its SAs by IKEv2 alone
 * @param taker the token taker
 * @param baseline the peer that kept its SAs, by IKEv2 alone
 */
public record RoleFunctions(RoleFunction<MakerState> maker, RoleFunction<TakerState> taker,
        RoleFunction<LivenessState> baseline) {
}
