package sfd.simulation;

import sfd.sa.Policy;
import sfd.sa.SirPolicy;
import sfd.token.TokenMethod;

/**
 * The gateways' policies. Times are shorter than a gateway's would be, so that runs are, too; limits are those of the reference,
 * or so tight that they are met.
 */
final class Policies {

    private static final int CHOICES = 0x3001;
    private static final int AMPLE = 1_000;

    private Policies() {
    }

    static Policy drawn(Protocol protocol, long seed) {
        boolean tight = Mix.below(3, seed, CHOICES) == 0;
        int drawn = tight && Mix.below(2, seed, CHOICES + 1) == 0 ? 4 : 0;
        boolean tokens = protocol == Protocol.QCD;
        return new Policy(tokens && Mix.below(4, seed, CHOICES + 2) == 0 ? Policy.Text.QCD_06 : Policy.Text.RFC6290,
                tokens, TokenMethod.values()[Mix.below(4, seed, CHOICES + 3) / 3], 1 + Mix.below(4, seed, CHOICES + 4),
                tokens && Mix.below(2, seed, CHOICES + 5) == 0, 40, true, true,
                tight ? 2 : AMPLE, tight ? 3 : AMPLE, tight ? Mix.below(3, seed, CHOICES + 6) : 0,
                3, 1, drawn,
                tokens, 4, 1 + Mix.below(2, seed, CHOICES + 7), Mix.below(2, seed, CHOICES + 8) == 0, false,
                tight ? 2 : AMPLE, tight ? 2 : AMPLE, tight ? 1 : AMPLE,
                5, 2, 150, 6, true,
                Mix.below(4, seed, CHOICES + 9) == 0, false, sir(seed, tight));
    }

    /** Mended or as the draft has it; without what needs tickets or a mandatory initiator. */
    private static SirPolicy sir(long seed, boolean tight) {
        SirPolicy base = Mix.below(2, seed, CHOICES + 10) == 0 ? SirPolicy.MENDED : SirPolicy.DEFAULT;
        return new SirPolicy(false, Mix.below(2, seed, CHOICES + 11) == 0, tight ? 2 : AMPLE, base.initiatesTo(), 30,
                tight ? 1 : AMPLE, base.queryTo(), base.waitChecks() || Mix.below(2, seed, CHOICES + 13) == 0 ? 5 : 0, base.waitChecks(),
                Mix.below(2, seed, CHOICES + 12) * 10, base.dampenedBy(), base.acceptsOffers(), false, false);
    }
}
