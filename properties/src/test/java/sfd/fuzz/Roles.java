package sfd.fuzz;

import java.util.List;
import java.util.function.Function;
import sfd.baseline.LivenessState;
import sfd.lockstep.RoleFunction;
import sfd.lockstep.RoleFunctions;
import sfd.qcd.MakerState;
import sfd.qcd.TakerState;
import sfd.sa.Event;
import sfd.sa.Policy;
import sfd.sa.SaTable;
import sfd.sa.Step;
import sfd.sir.PeerXState;
import sfd.sir.PeerYState;
import sfd.token.JdkDigest;
import sfd.token.Secrets;

/**
 * The roles, each run by programs: ten octets of policy, one of secrets, then events until the octets end. The first program
 * that makes a role break what its oracles demand is a finding.
 *
 * @param roles the functions to be judged
 */
record Roles(RoleFunctions roles) {

    static final Roles REFERENCE = new Roles(RoleFunctions.reference(new JdkDigest()));

    void maker(byte[] input) {
        var p = new Program(input);
        Policy policy = AnyPolicy.of(p);
        var lives = new Lives();
        run(p, policy, roles.maker(), MakerState.initial(secrets(p)), MakerState::sas, lives,
                List.of(new Everywhere<>(false), new Answers<>(policy, policy.answers()), new MakerOracle(policy, lives)));
    }

    /** The peer that lost its SAs, by IKEv2 alone: a maker without tokens. */
    void hints(byte[] input) {
        var p = new Program(input);
        Policy policy = withoutTokens(AnyPolicy.of(p));
        var lives = new Lives();
        run(p, policy, roles.maker(), MakerState.initial(secrets(p)), MakerState::sas, lives,
                List.of(new Everywhere<>(false), new Answers<>(policy, policy.answers()), new MakerOracle(policy, lives)));
    }

    void taker(byte[] input) {
        var p = new Program(input);
        Policy policy = AnyPolicy.of(p);
        var lives = new Lives();
        secrets(p);
        run(p, policy, roles.taker(), TakerState.INITIAL, TakerState::sas, lives,
                List.of(new Everywhere<>(false), new Answers<>(policy, Integer.MAX_VALUE), new Compared<>(policy),
                        new TakerOracle(policy),
                        new Checks<>(policy, lives, TakerState::liveness)));
    }

    /** The peer that kept its SAs, by IKEv2 alone. */
    void liveness(byte[] input) {
        var p = new Program(input);
        Policy policy = AnyPolicy.of(p);
        var lives = new Lives();
        secrets(p);
        run(p, policy, roles.baseline(), LivenessState.INITIAL, LivenessState::sas, lives,
                List.of(new Everywhere<>(false), new Checks<>(policy, lives, it -> it), h -> {
                    Claim.that(!h.isReceived() || h.step().next().sas() == h.before().sas(), "a stranger changes an SA");
                    Claim.that(h.sent().findAny().isEmpty(), "answers in the clear");
                }));
    }

    void peerX(byte[] input) {
        var p = new Program(input);
        Policy policy = AnyPolicy.of(p);
        var lives = new Lives();
        run(p, policy, roles.peerX(), PeerXState.initial(secrets(p)), PeerXState::sas, lives,
                List.of(new Everywhere<>(false), new Answers<>(policy, policy.answers() + policy.sir().verdicts()),
                        new Compared<>(policy), new XOracle(policy, lives)));
    }

    void peerY(byte[] input) {
        var p = new Program(input);
        Policy policy = AnyPolicy.of(p);
        var lives = new Lives();
        var oracle = new YOracle(policy, lives);
        run(p, policy, roles.peerY(), PeerYState.initial(secrets(p)), PeerYState::sas, lives,
                List.of(new Everywhere<>(true), new Compared<>(policy),
                        new Checks<>(policy, lives, PeerYState::liveness, oracle::isWaitBegun), oracle));
    }

    private static Secrets secrets(Program p) {
        int kind = p.u8();
        return kind == 255 ? Secrets.NONE : Alphabet.secrets(1 + kind % 5, 1 + (kind >> 4 & 3));
    }

    private static <S> void run(Program p, Policy policy, RoleFunction<S> role, S initial, Function<S, SaTable> sas, Lives lives,
            List<Oracle<S>> oracles) {
        S state = initial;
        while (p.hasMore()) {
            Event event = AnyEvent.of(p);
            Step<S> step = role.step(policy, state, event);
            Happened<S> happened = Happened.of(state, event, step);
            oracles.forEach(it -> it.judge(happened));
            lives.told(event);
            step.effects().forEach(lives::ended);
            if (sas.apply(step.next()) != sas.apply(state)) {
                lives.same(sas.apply(step.next()));
            }
            state = step.next();
        }
        lives.same(sas.apply(state));
    }

    private static Policy withoutTokens(Policy p) {
        return new Policy(p.text(), false, p.method(), p.generations(), p.childMap(), p.childMapLost(), p.answerIkeAuth(),
                p.halfOpenExists(), p.tokenAnswers(), p.answers(), p.answersToOne(), p.amplification(), p.reports(), p.drawn(), p.taker(), p.tokensHandled(),
                p.tokensKept(), p.strictProtocolId(), p.tokenNeedsCheck(), p.verifications(), p.sources(), p.checks(), p.tries(),
                p.interval(), p.growth(), p.longest(), p.givesUp(), p.ignoreHintsWhenFresh(), p.initialContact(), p.sir());
    }
}
