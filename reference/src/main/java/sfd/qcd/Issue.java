package sfd.qcd;

import java.util.List;
import java.util.Set;
import sfd.ike.Address;
import sfd.ike.Endpoint;
import sfd.ike.ExchangeTypes;
import sfd.ike.IkeSpis;
import sfd.ike.NotifyTypes;
import sfd.ike.Payload;
import sfd.octets.Octets;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.IkeSa;
import sfd.sa.Policy;
import sfd.sa.Step;
import sfd.token.Digest;
import sfd.token.Secret;
import sfd.token.TokenMethod;

/** When a maker hands out a token, and in which protected message. */
final class Issue {

    /** QCD-4.1-1. */
    private static final int PROTOCOL_IKE = 1;

    private static final Set<String> NO_CLAUSE = Set.of();
    private static final Set<String> FIRST = Set.of("QCD-3-1", "QCD-4.1-1");

    private Issue() {
    }

    /**
     * The message that a token travels in.
     *
     * @param under the IKE SA that protects it
     * @param exchange exchange type
     * @param response in the answer to the peer's request, or in a request of our own
     */
    private record Carrier(IkeSpis under, int exchange, boolean response) {
    }

    /** QCD-3-1: the initiator's token goes with its first IKE_AUTH request. */
    static Step<MakerState> halfOpen(Policy policy, Digest digest, MakerState s, Event.SaHalfOpen e) {
        return e.initiator()
                ? issue(policy, digest, s, e.spis(), new Carrier(e.spis(), ExchangeTypes.IKE_AUTH, false), FIRST)
                : Step.of(s, NO_CLAUSE);
    }

    private static final Set<String> TOO_OLD = Set.of("QCD-4.4-1", "QCD-4.1-1");

    /**
     * QCD-3-1: the responder's token goes with the final IKE_AUTH response. The initiator's went before, with the
     * first request; if the secret rolled on meanwhile so far that it cannot be made again, it is replaced (QCD-4.4-1).
     */
    static Step<MakerState> established(Policy policy, Digest digest, MakerState s, Event.SaEstablished e) {
        if (s.sas().get(e.spis()).filter(IkeSa::initiator).isEmpty()) {
            return issue(policy, digest, s, e.spis(), new Carrier(e.spis(), ExchangeTypes.IKE_AUTH, true), FIRST);
        }
        boolean tooOld = s.sas().get(e.spis())
                .filter(sa -> sa.secret() != 0 && s.secrets().get(sa.secret()).isEmpty())
                .isPresent();
        return tooOld
                ? issue(policy, digest, s, e.spis(), new Carrier(e.spis(), ExchangeTypes.INFORMATIONAL, false),
                        TOO_OLD)
                : Step.of(s, NO_CLAUSE);
    }

    private static final Set<String> AFTER_REKEY = Set.of("QCD-4.3-2", "QCD-4.1-1");
    private static final Set<String> IN_REKEY = Set.of("QCD-4.3-1", "QCD-4.1-1");

    /**
     * A new IKE SA has new SPIs, so a new token. The responder answers with it under the old SA (QCD-4.3-1). The
     * initiator knew not all SPIs when it asked; it sends its token under the new SA at once (QCD-4.3-2).
     */
    static Step<MakerState> rekeyed(Policy policy, Digest digest, MakerState s, Event.SaRekeyed e) {
        return e.initiator()
                ? issue(policy, digest, s, e.successor(),
                        new Carrier(e.successor(), ExchangeTypes.INFORMATIONAL, false), AFTER_REKEY)
                : issue(policy, digest, s, e.successor(),
                        new Carrier(e.old(), ExchangeTypes.CREATE_CHILD_SA, true), IN_REKEY);
    }

    private static final Set<String> STILL_VALID = Set.of("QCD-4.4-3");
    private static final Set<String> TOLD = Set.of("QCD-5.2-2", "QCD-4.4-1", "QCD-4.1-1");
    private static final Set<String> UNTOLD = Set.of("QCD-4.4-1", "QCD-4.1-1");

    /**
     * Only a token that has the address inside becomes invalid when the taker moves (QCD-4.4-3); it is replaced
     * (QCD-4.4-1), in the answer to the MOBIKE request that told of the move (QCD-5.2-2). If no such request is being
     * handled, for this end moved itself or a NAT bound the taker anew, the new token goes into a request of our own.
     */
    static Step<MakerState> addressChanged(Policy policy, Digest digest, MakerState before, MakerState s,
            Event.AddressChanged e) {
        boolean invalid = policy.method() == TokenMethod.SPIS_AND_ADDRESS && before.sas().get(e.spis())
                .filter(sa -> sa.secret() != 0 && !sa.peer().address().equals(e.peer().address()))
                .isPresent();
        boolean told = e.cause() == Event.MoveCause.REQUEST;
        return invalid
                ? issue(policy, digest, s, e.spis(), new Carrier(e.spis(), ExchangeTypes.INFORMATIONAL, told),
                        told ? TOLD : UNTOLD)
                : Step.of(s, STILL_VALID);
    }

    /**
     * Hands out the newest token for {@code spis}, if this peer is a maker and has a secret. QCD-4.2-2: whether the
     * other end understands it is not asked.
     */
    private static Step<MakerState> issue(Policy policy, Digest digest, MakerState s, IkeSpis spis, Carrier carrier,
            Set<String> issued) {
        return s.sas().get(spis)
                .filter(sa -> policy.maker() && !s.secrets().isEmpty())
                .map(sa -> Step.of(
                        s.withSas(s.sas().put(sa.withSecret(s.secrets().newest().generation()))),
                        issued,
                        handOut(policy, digest, s.secrets().newest(), spis, sa.peer(), carrier)))
                .orElseGet(() -> Step.of(s, NO_CLAUSE));
    }

    /** QCD-4.4-1, QCD-4.3-4: a token replaced for another reason than the SA's life, in a request of its own. */
    static Effect replacement(Policy policy, Digest digest, Secret secret, IkeSa sa) {
        return handOut(policy, digest, secret, sa.spis(), sa.peer(),
                new Carrier(sa.spis(), ExchangeTypes.INFORMATIONAL, false));
    }

    private static Effect handOut(Policy policy, Digest digest, Secret secret, IkeSpis spis, Endpoint taker,
            Carrier carrier) {
        return new Effect.SendProtected(carrier.under(), carrier.exchange(), carrier.response(),
                List.of(notification(policy, digest, secret, spis, taker.address())));
    }

    /** QCD-4.1-1: protocol ID 1, SPI size 0, type 16419, the token as data. */
    static Payload notification(Policy policy, Digest digest, Secret secret, IkeSpis spis, Address taker) {
        return new Payload.Notify(PROTOCOL_IKE, Octets.EMPTY, NotifyTypes.QUICK_CRASH_DETECTION,
                policy.method().token(digest, secret, spis, taker));
    }
}
