package sfd.simulation;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import sfd.baseline.LivenessState;
import sfd.ike.CheckSpi;
import sfd.ike.IkeMessage;
import sfd.ike.IkeSpis;
import sfd.ike.Wire;
import sfd.lockstep.RoleFunction;
import sfd.lockstep.RoleFunctions;
import sfd.octets.Octets;
import sfd.qcd.MakerState;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.LogReason.Judged;
import sfd.sa.Policy;
import sfd.sa.SirPolicy;
import sfd.sa.Step;
import sfd.sir.PeerXState;
import sfd.sir.PeerYState;
import sfd.token.JdkDigest;
import sfd.token.Secret;
import sfd.token.Secrets;

/** Roles with one fault each, wrapped around those of the reference. */
final class Wrong {

    static final RoleFunctions RIGHT = RoleFunctions.reference(new JdkDigest());

    private Wrong() {
    }

    /** A role that takes another policy for its own. */
    private static <S> RoleFunction<S> under(RoleFunction<S> role, UnaryOperator<Policy> other) {
        return (policy, state, event) -> role.step(other.apply(policy), state, event);
    }

    private static boolean logs(Step<?> step, Judged reason) {
        return step.effects().contains(new Effect.Log(reason));
    }

    private static <S> Step<S> with(Step<S> step, Effect more) {
        return new Step<>(step.next(), Stream.concat(step.effects().stream(), Stream.of(more)).toList(), step.because());
    }

    private static IkeMessage message(Event.Received e) {
        return (IkeMessage) Wire.decode(e.framing(), e.datagram());
    }

    private static RoleFunctions with(RoleFunctions roles, RoleFunction<PeerXState> x, RoleFunction<PeerYState> y) {
        return new RoleFunctions(roles.maker(), roles.taker(), roles.baseline(), x, y, roles.draw());
    }

    // Makers.

    /** Shows the token of an IKE SA that it has. */
    static RoleFunctions showsLiveTokens() {
        return RIGHT.withMaker((policy, state, event) -> {
            Step<MakerState> step = RIGHT.maker().step(policy, state, event);
            if (!(event instanceof Event.Received e) || !logs(step, Judged.IKE_SA_EXISTS)) {
                return step;
            }
            MakerState without = state.withSas(state.sas().remove(message(e).header().spis()));
            return RIGHT.maker().step(policy, without, event).with(state);
        });
    }

    /** After a crash its secret is another one (QCD-5.1-1). */
    static RoleFunctions losesItsSecret() {
        return RIGHT.withMaker((policy, state, event) -> RIGHT.maker().step(policy, state, event instanceof Event.Rebooted e
                ? new Event.Rebooted(new Secrets(e.secrets().generations().stream()
                        .map(it -> Secret.of(it.generation(), Octets.hex("99".repeat(Secret.LENGTH)))).toList())) : event));
    }

    /** Answers what is an answer (BASE-1.5-4). */
    static RoleFunctions answersAnswers() {
        return RIGHT.withMaker((policy, state, event) -> {
            Step<MakerState> step = RIGHT.maker().step(policy, state, event);
            return event instanceof Event.Received e && logs(step, Judged.RESPONSE_WITHOUT_IKE_SA)
                    ? with(step, new Effect.Send(e.to(), e.from(), e.datagram())) : step;
        });
    }

    /** Never answers in the clear. */
    static RoleFunctions showsNothing() {
        return RIGHT.withMaker((policy, state, event) -> {
            Step<MakerState> step = RIGHT.maker().step(policy, state, event);
            return new Step<>(step.next(), step.effects().stream().filter(it -> !(it instanceof Effect.Send)).toList(), step.because());
        });
    }

    /** Sends back what it does not understand. */
    static RoleFunctions echoes() {
        return RIGHT.withMaker((policy, state, event) -> {
            Step<MakerState> step = RIGHT.maker().step(policy, state, event);
            return event instanceof Event.Received e && logs(step, Judged.NOT_A_PROTECTED_REQUEST)
                    ? with(step, new Effect.Send(e.to(), e.from(), e.datagram())) : step;
        });
    }

    static RoleFunctions makerUnder(UnaryOperator<Policy> other) {
        return RIGHT.withMaker(under(RIGHT.maker(), other));
    }

    // Takers.

    /** Any token ends the IKE SA that it is shown for. */
    static RoleFunctions believesAnyToken() {
        return RIGHT.withTaker((policy, state, event) -> {
            var step = RIGHT.taker().step(policy, state, event);
            if (!(event instanceof Event.Received e) || !logs(step, Judged.TOKEN_MISMATCH) || !state.sas().isKnown(message(e).header().spis())) {
                return step;
            }
            IkeSpis spis = message(e).header().spis();
            return new Step<>(state.withLiveness(state.liveness().discard(spis)),
                    List.of(new Effect.IkeSaDeleted(spis, state.sas().children(spis))), step.because());
        });
    }

    /** Keeps no token (QCD-3-2). */
    static RoleFunctions keepsNoToken() {
        return RIGHT.withTaker((policy, state, event) -> {
            var step = RIGHT.taker().step(policy, state, event);
            if (!(event instanceof Event.SaEstablished e)) {
                return step;
            }
            LivenessState kept = step.next().liveness();
            return step.with(step.next().withLiveness(kept.sas().get(e.spis()).map(sa -> sa.withTokens(List.of()))
                    .map(sa -> kept.withSas(kept.sas().put(sa))).orElse(kept)));
        });
    }

    /** Gives an IKE SA up at the first tick of a check (BASE-2.4-1). */
    static RoleFunctions impatient() {
        return RIGHT.withTaker(under(RIGHT.taker(), policy -> Otherwise.of(policy).tries(1).policy()));
    }

    /** Forgets an IKE SA, and says nothing. */
    static RoleFunctions forgetsInSilence() {
        return RIGHT.withTaker((policy, state, event) -> {
            var step = RIGHT.taker().step(policy, state, event);
            return event instanceof Event.TrafficDue e && logs(step, Judged.CHECK_UNDER_WAY)
                    ? step.with(step.next().withLiveness(step.next().liveness().discard(e.spis()))) : step;
        });
    }

    static RoleFunctions takerUnder(UnaryOperator<Policy> other) {
        return RIGHT.withTaker(under(RIGHT.taker(), other));
    }

    // X.

    /** Denies what it has. */
    static RoleFunctions deniesAll() {
        return with(RIGHT, (policy, state, event) -> {
            var step = RIGHT.peerX().step(policy, state, event);
            if (!(event instanceof Event.Received e) || !(Wire.decode(e.framing(), e.datagram()) instanceof IkeMessage m)) {
                return step;
            }
            boolean asked = CheckSpi.deciding(m.payloads()).filter(CheckSpi.AboutIkeSa.class::isInstance).isPresent();
            return asked ? RIGHT.peerX().step(policy, state.withSas(state.sas().remove(m.header().spis())), event).with(state) : step;
        }, RIGHT.peerY());
    }

    /** X never answers in the clear. */
    static RoleFunctions tellsNothing() {
        return with(RIGHT, (policy, state, event) -> {
            var step = RIGHT.peerX().step(policy, state, event);
            return new Step<>(step.next(), step.effects().stream().filter(it -> !(it instanceof Effect.Send)).toList(), step.because());
        }, RIGHT.peerY());
    }

    // Y.

    /** Begins to replace on a NACK without its cookie (SIR-3.2.2-9). */
    static RoleFunctions needsNoCookie() {
        return with(RIGHT, RIGHT.peerX(), (policy, state, event) -> {
            var step = RIGHT.peerY().step(policy, state, event);
            if (!(event instanceof Event.Received e) || !logs(step, Judged.COOKIE_INVALID)) {
                return step;
            }
            return CheckSpi.deciding(message(e).payloads()).filter(it -> it instanceof CheckSpi.AboutIkeSa check
                            && check.subtype() == CheckSpi.Subtype.NACK)
                    .flatMap(it -> state.sas().get(((CheckSpi.AboutIkeSa) it).spis()))
                    .map(sa -> with(step, new Effect.Initiate(sa.spis(), sa.here(), sa.peer(), List.of()))).orElse(step);
        });
    }

    /** Ends an IKE SA at once where it should begin to replace it (SIR-3.6-1). */
    static RoleFunctions endsAtOnce() {
        return with(RIGHT, RIGHT.peerX(), (policy, state, event) -> {
            var step = RIGHT.peerY().step(policy, state, event);
            return event instanceof Event.Received && !step.effects().isEmpty() && step.effects().getFirst() instanceof Effect.Initiate it
                    ? new Step<>(step.next(), List.of(new Effect.IkeSaDeleted(it.replaces(), Set.of())), step.because()) : step;
        });
    }

    /** Y asks nobody. */
    static RoleFunctions asksNothing() {
        return with(RIGHT, RIGHT.peerX(), (policy, state, event) -> {
            var step = RIGHT.peerY().step(policy, state, event);
            return event instanceof Event.Received ? new Step<>(state, List.of(), step.because()) : step;
        });
    }

    static RoleFunctions xUnder(UnaryOperator<Policy> other) {
        return with(RIGHT, under(RIGHT.peerX(), other), RIGHT.peerY());
    }

    static RoleFunctions yUnder(UnaryOperator<Policy> other) {
        return with(RIGHT, RIGHT.peerX(), under(RIGHT.peerY(), other));
    }

    static UnaryOperator<Policy> asking(SirPolicy.QueryTo whom) {
        return policy -> Otherwise.of(policy).queryTo(whom).policy();
    }
}
