package sfd.simulation;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import sfd.ike.CheckSpi;
import sfd.ike.ExchangeTypes;
import sfd.ike.Framing;
import sfd.ike.IkeMessage;
import sfd.ike.IkeSpis;
import sfd.ike.NotifyTypes;
import sfd.ike.Wire;
import sfd.octets.Octets;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.LogReason.Judged;

/** What is claimed of stateless recovery: who asks whom, that verdicts are true, and that one exchange of each is enough. */
final class VerdictClaims {

    private final World world;
    /** The cookies of all questions that gateways asked: what bears another one answers the attacker. */
    private final Set<Octets> cookies = new HashSet<>();

    VerdictClaims(World world) {
        this.world = world;
    }

    void stepped(Claims.Moment it) {
        it.taken().losing().forEach(effect -> verdict(it, effect));
        it.taken().keeping().forEach(effect -> question(it, effect));
        if (it.event() instanceof Event.Received && it.came() != null && it.came().sender() >= 0) {
            asked(it);
            it.message().ifPresent(message -> answered(it, message));
        }
    }

    private static Optional<CheckSpi.AboutIkeSa> check(IkeMessage message) {
        return CheckSpi.deciding(message.payloads()).filter(CheckSpi.AboutIkeSa.class::isInstance).map(CheckSpi.AboutIkeSa.class::cast);
    }

    private static IkeMessage decoded(Effect.Send sent) {
        return (IkeMessage) Wire.decode(Framing.udp(sent.from().port(), sent.to().port()), sent.datagram());
    }

    /** SIR-3.2.2-8: no NACK of what is there, no ACK of what is not. */
    private void verdict(Claims.Moment it, Effect effect) {
        if (!(effect instanceof Effect.Send sent)) {
            return;
        }
        check(decoded(sent)).ifPresent(said -> {
            boolean has = it.lost().isKnown(said.spis());
            world.tally.looked(has ? "a verdict about what is there" : "a verdict about what is lost");
            if (said.subtype() == CheckSpi.Subtype.NACK && has || said.subtype() == CheckSpi.Subtype.ACK && !has && !elsewhere(it, said.spis())) {
                throw new BrokenClaim("NoFalseNackProp", it.gateway() + " says " + said.subtype() + " of " + world.story.sa(said.spis()));
            }
        });
    }

    /** SIR-3.2.1-2: what is said to be active elsewhere is not denied; here that is an IKE SA of which only one half is known. */
    private static boolean elsewhere(Claims.Moment it, IkeSpis spis) {
        return it.gateway().halves.contains(spis.initiator());
    }

    /** SIR-3.2.2-4: Y asks its peer, where the IKE SA has it, so that nobody off the path gets a cookie. */
    private void question(Claims.Moment it, Effect effect) {
        if (!(effect instanceof Effect.Send sent)) {
            return;
        }
        check(decoded(sent)).ifPresent(asked -> cookies.add(asked.cookie()));
        if (sent.to().address().equals(Attacker.PLACE.address())) {
            throw new BrokenClaim("CookieSecretInv", it.gateway() + " gives the attacker a cookie of its own");
        }
    }

    /** A request under a lost IKE SA draws a hint. */
    private void asked(Claims.Moment it) {
        boolean lost = it.came().inside() instanceof Inside.Ike asked && !asked.response() && asked.exchange() != ExchangeTypes.IKE_AUTH
                && !it.lost().isKnown(asked.spis());
        if (lost) {
            world.tally.looked("a request under a lost IKE SA");
        }
        if (lost && it.taken().losing().stream().noneMatch(Effect.Send.class::isInstance)
                && !it.logs(Judged.ANSWERS_LIMITED, Judged.IKE_SA_ACTIVE_ELSEWHERE)) {
            throw new BrokenClaim("UnansweredBoundInv", it.gateway() + " does not answer a request under an IKE SA that it lost");
        }
    }

    /** A hint draws a question, a question a verdict, and NACK a new IKE SA, unless there is a reason that is logged. */
    private void answered(Claims.Moment it, IkeMessage message) {
        Optional<CheckSpi.AboutIkeSa> check = check(message);
        if (check.isEmpty()) {
            IkeSpis spis = message.header().spis();
            boolean hint = !message.notifies(NotifyTypes.INVALID_IKE_SPI).isEmpty() && it.kept().isEstablished(spis) && fromPeer(it, spis);
            drawn(it, hint, "a hint", Judged.PEER_DAMPENED, Judged.RECOVERY_UNDER_WAY, Judged.QUERIES_LIMITED);
            return;
        }
        switch (check.get().subtype()) {
            case QUERY -> {
                world.tally.looked("a question");
                boolean sent = it.taken().losing().stream().anyMatch(Effect.Send.class::isInstance);
                if (!sent && !it.logs(Judged.ANSWERS_LIMITED)) {
                    throw new BrokenClaim("UnansweredBoundInv", it.gateway() + " does not answer a question");
                }
            }
            case NACK -> {
                IkeSpis spis = check.get().spis();
                boolean concerns = it.kept().isEstablished(spis) && fromPeer(it, spis) && cookies.contains(check.get().cookie());
                boolean cookie = concerns && it.logs(Judged.COOKIE_INVALID);
                if (cookie) {
                    world.tally.count("verdict with a cookie of another secret or address");
                    mayBeAnother();
                }
                boolean waits = it.taken().because().contains("SIR-3.2.3-1");
                drawn(it, concerns && !cookie && !waits, "NACK", Judged.PEER_DAMPENED, Judged.RECOVERY_UNDER_WAY, Judged.VERIFICATIONS_LIMITED);
            }
            case ACK -> { }
        }
    }

    /** A third gateway answers, too, who asks it in our name. */
    private static boolean fromPeer(Claims.Moment it, IkeSpis spis) {
        return it.gateway().sessions.get(spis).peer == it.came().sender();
    }

    /** Without moves, rollovers and crashes a genuine verdict has the cookie that was asked with. */
    private void mayBeAnother() {
        if (world.plan.kinds().stream().noneMatch(it -> it == Kind.MOVE || it == Kind.REBIND || it == Kind.ROLL)) {
            throw new BrokenClaim("UnansweredBoundInv", "a genuine verdict with a cookie that does not verify, and nobody moved");
        }
    }

    private void drawn(Claims.Moment it, boolean concerns, String what, Judged... reasons) {
        boolean acted = it.taken().keeping().stream().anyMatch(effect -> !(effect instanceof Effect.Log));
        if (concerns) {
            world.tally.looked(what + " of what its peer lost");
        }
        if (concerns && !acted && !it.logs(reasons)) {
            throw new BrokenClaim("UnansweredBoundInv", it.gateway() + " does nothing about " + what + " of what its peer lost");
        }
    }
}
