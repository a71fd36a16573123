package sfd.simulation;

import sfd.sa.Policy;
import sfd.sa.SirPolicy;

/** A policy in which some things are otherwise. */
final class Otherwise {

    private final Policy base;
    private boolean halfOpenExists;
    private int answers;
    private int tokenAnswers;
    private int amplification;
    private int checks;
    private int verifications;
    private int queries;
    private int delay;
    private int tries;
    private boolean givesUp;
    private SirPolicy.QueryTo queryTo;

    private Otherwise(Policy base) {
        this.base = base;
        this.halfOpenExists = base.halfOpenExists();
        this.answers = base.answers();
        this.tokenAnswers = base.tokenAnswers();
        this.amplification = base.amplification();
        this.checks = base.checks();
        this.verifications = base.verifications();
        this.queries = base.sir().queries();
        this.delay = base.sir().delay();
        this.tries = base.tries();
        this.givesUp = base.givesUp();
        this.queryTo = base.sir().queryTo();
    }

    static Otherwise of(Policy base) {
        return new Otherwise(base);
    }

    Otherwise halfOpenUnknown() {
        halfOpenExists = false;
        return this;
    }

    Otherwise unlimited() {
        answers = Integer.MAX_VALUE;
        tokenAnswers = Integer.MAX_VALUE;
        checks = Integer.MAX_VALUE;
        return this;
    }

    /** Questions, and comparisons: 0 is no limit. */
    Otherwise asksWithoutLimit() {
        queries = 0;
        return this;
    }

    Otherwise comparesWithoutLimit() {
        verifications = 0;
        return this;
    }

    /** Where it waits at all, longer than any run lasts (SIR-3.2.3-1). */
    Otherwise waitsForEver() {
        delay = delay == 0 ? 0 : Integer.MAX_VALUE;
        return this;
    }

    Otherwise answers(int most) {
        answers = most;
        return this;
    }

    Otherwise ofAnyLength() {
        amplification = 0;
        return this;
    }

    Otherwise tries(int most) {
        tries = most;
        return this;
    }

    Otherwise neverGivesUp() {
        givesUp = false;
        return this;
    }

    Otherwise queryTo(SirPolicy.QueryTo whom) {
        queryTo = whom;
        return this;
    }

    Policy policy() {
        SirPolicy s = base.sir();
        return new Policy(base.text(), base.maker(), base.method(), base.generations(), base.childMap(), base.childMapLost(),
                base.answerIkeAuth(), halfOpenExists, tokenAnswers, answers, base.answersToOne(), amplification, base.reports(),
                base.drawn(), base.taker(), base.tokensHandled(), base.tokensKept(), base.strictProtocolId(), base.tokenNeedsCheck(),
                verifications, base.sources(), checks, tries, base.interval(), base.growth(), base.longest(), givesUp,
                base.ignoreHintsWhenFresh(), base.initialContact(),
                new SirPolicy(s.anyRequest(), s.ownCookie(), s.verdicts(), s.initiatesTo(), s.lingering(), queries, queryTo, delay,
                        s.waitChecks(), s.dampening(), s.dampenedBy(), s.acceptsOffers(), s.tickets(), s.collapsed()));
    }
}
