package sfd.flood.roles;

import sfd.sa.Policy;
import sfd.sa.SirPolicy;

/** Policies as they ship, with limits so small that a flood of some hundred datagrams a tick uses them up. */
final class SmallLimits {

    private static final int ANSWERS = 100;
    private static final int TOKEN_ANSWERS = 90;
    private static final int SOURCES = 20;
    private static final int CHECKS = 10;

    private SmallLimits() {
    }

    /** With so much room for those that are drawn. */
    static Policy of(Policy p, int drawn) {
        return new Policy(p.text(), p.maker(), p.method(), p.generations(), p.childMap(), p.childMapLost(), p.answerIkeAuth(),
                p.halfOpenExists(), TOKEN_ANSWERS, ANSWERS, p.answersToOne(), p.amplification(), p.reports(), drawn, p.taker(),
                p.tokensHandled(), p.tokensKept(), p.strictProtocolId(), p.tokenNeedsCheck(), p.verifications(), SOURCES, CHECKS,
                p.tries(), p.interval(), p.growth(), p.longest(), p.givesUp(), p.ignoreHintsWhenFresh(), p.initialContact(), of(p.sir()));
    }

    private static SirPolicy of(SirPolicy p) {
        return new SirPolicy(p.anyRequest(), p.ownCookie(), ANSWERS, p.initiatesTo(), p.lingering(), p.queries(), p.queryTo(), p.delay(),
                p.waitChecks(), p.dampening(), p.dampenedBy(), p.acceptsOffers(), p.tickets(), p.collapsed());
    }
}
