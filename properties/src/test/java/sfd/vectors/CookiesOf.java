package sfd.vectors;

import java.util.List;
import java.util.Set;
import sfd.ike.Chain;
import sfd.ike.CheckSpi;
import sfd.ike.Incoming;
import sfd.ike.IkeSpis;
import sfd.ike.IpProtocol;
import sfd.ike.NotifyTypes;
import sfd.ike.Payload;
import sfd.ike.Wire;
import sfd.octets.Octets;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.IkeSa;
import sfd.sa.Policy;
import sfd.sa.SaTable;
import sfd.sa.SirPolicy;
import sfd.sir.PeerY;
import sfd.sir.PeerYState;
import sfd.token.Cookie;
import sfd.token.JdkDigest;
import sfd.token.Secret;
import sfd.token.Secrets;

/** What the reference makes of cookies. */
final class CookiesOf {

    private static final IkeSpis SPIS = new IkeSpis(1, 2);
    private static final Secrets SECRETS = new Secrets(List.of(Secret.of(1, Octets.hex("5e".repeat(32)))));

    private CookiesOf() {
    }

    private static Verdict verdict(boolean valid) {
        return valid ? Verdict.valid() : Verdict.invalid("COOKIE");
    }

    static Verdict query(Read.Placed it) {
        return verdict(Cookie.isValid(new JdkDigest(), Read.secrets(it.it().get("secrets")), it.octets("cookie"), it.spis(), it.end("from"), it.end("to")));
    }

    static Verdict own(Read.Placed it) {
        return verdict(Cookie.isOwn(new JdkDigest(), Read.secrets(it.it().get("secrets")), it.octets("cookie"), it.end("to")));
    }

    /** Beside a NACK that Y believes: the cookie that it puts into the new IKE SA, if it does. */
    static Verdict reflected(Read.Placed it) {
        IkeSa sa = Roles.established(SPIS, Set.of(), List.of());
        Octets ours = Cookie.of(new JdkDigest(), SECRETS.newest(), SPIS, sa.here(), sa.peer());
        Octets nack = Wire.encodeChain(List.of(new CheckSpi.AboutIkeSa(CheckSpi.Subtype.NACK, SPIS, ours).notification()));
        String chain = Digits.u8(NOTIFY) + nack.slice(1, nack.length()) + it.text("payload");
        String message = Ike.message(SPIS.octets().toString(), NOTIFY, 37, Ike.RESPONSE, 0, chain);
        var step = PeerY.step(atOnce(), new JdkDigest(), PeerYState.initial(SECRETS).withSas(SaTable.EMPTY.put(sa)),
                new Event.Received(sa.peer(), sa.here(), IpProtocol.UDP, Octets.hex(message)));
        for (Effect effect : step.effects()) {
            switch (effect) {
                case Effect.Initiate initiate -> {
                    List<Payload.Notify> cookies = Payload.notifies(initiate.payloads(), NotifyTypes.COOKIE);
                    return cookies.isEmpty() ? none(it) : Verdict.valid().with("cookie", cookies.getFirst().data());
                }
                case Effect.Log log -> {
                    return Verdict.invalid(log.reason().name());
                }
                default -> { }
            }
        }
        throw new AssertionError("nothing was done: " + step);
    }

    private static final int NOTIFY = 41;

    /** Why there is none in a payload that is well-formed. */
    private static Verdict none(Read.Placed it) {
        return switch (Wire.decodeChain(NOTIFY, it.octets("payload"))) {
            case Chain.Payloads payloads -> Verdict.invalid(Payload.notifies(payloads.list(), NotifyTypes.COOKIE).isEmpty() ? "NOTIFY_TYPE" : "LENGTH");
            case Incoming.Malformed octets -> throw new AssertionError("this went into an IKE SA: " + octets);
        };
    }

    /** Y does not wait before it begins the new IKE SA. */
    private static Policy atOnce() {
        Policy p = Policy.SIR;
        SirPolicy s = p.sir();
        return new Policy(p.text(), p.maker(), p.method(), p.generations(), p.childMap(), p.childMapLost(), p.answerIkeAuth(), p.halfOpenExists(),
                p.tokenAnswers(), p.answers(), p.answersToOne(), p.amplification(), p.reports(), p.drawn(), p.taker(), p.tokensHandled(), p.tokensKept(), p.strictProtocolId(),
                p.tokenNeedsCheck(), p.verifications(), p.sources(), p.checks(), p.tries(), p.interval(), p.growth(), p.longest(), p.givesUp(),
                p.ignoreHintsWhenFresh(), p.initialContact(), new SirPolicy(s.anyRequest(), s.ownCookie(), s.verdicts(), s.initiatesTo(), s.lingering(),
                        s.queries(), s.queryTo(), 0, s.waitChecks(), s.dampening(), s.dampenedBy(), s.acceptsOffers(), s.tickets(), s.collapsed()));
    }
}
