package sfd.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sfd.ike.Address;
import sfd.ike.ExchangeTypes;
import sfd.ike.Framing;
import sfd.ike.IkeMessage;
import sfd.ike.IkeSpis;
import sfd.ike.NotifyTypes;
import sfd.ike.Payload;
import sfd.ike.Wire;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.IkeSa;
import sfd.sa.LogReason.Judged;
import sfd.token.JdkDigest;
import sfd.token.TokenDigest;
import sfd.token.TokenMethod;

/** Secrecy of tokens, and that one request is enough. Of IKEv2 alone the latter is that a request in vain draws a hint. */
final class TokenClaims {

    /** A token as its maker handed it out, under protection. */
    private record Handed(IkeSpis spis, int maker, int generation, Address taker) {
    }

    private final World world;
    private final JdkDigest digest = new JdkDigest();
    private final Map<TokenDigest, Handed> handed = new HashMap<>();
    private final Set<TokenDigest> known = new HashSet<>();

    TokenClaims(World world) {
        this.world = world;
    }

    void stepped(Claims.Moment it) {
        for (Effect effect : it.taken().losing()) {
            switch (effect) {
                case Effect.SendProtected sent -> handedOut(it, sent);
                case Effect.Send sent -> shown(it, sent);
                default -> { }
            }
        }
        switch (it.event()) {
            case Event.SaEstablished e -> stored(it.gateway(), e.spis(), e.payloads());
            case Event.SaRekeyed e -> stored(it.gateway(), e.successor(), e.payloads());
            case Event.Protected e when e.exchange() != ExchangeTypes.CREATE_CHILD_SA && !e.payloads().isEmpty() ->
                    stored(it.gateway(), e.spis(), e.payloads());
            case Event.Received e when it.came() != null -> {
                asked(it);
                answered(it);
            }
            default -> { }
        }
    }

    private List<TokenDigest> tokens(List<Payload> payloads) {
        return Payload.notifies(payloads, NotifyTypes.QUICK_CRASH_DETECTION).stream().map(it -> TokenDigest.of(digest, it.data())).toList();
    }

    // Secrecy.

    private void handedOut(Claims.Moment it, Effect.SendProtected sent) {
        // The responder's token for a new IKE SA goes under the old one (QCD-4.3-1).
        IkeSpis of = it.event() instanceof Event.SaRekeyed e ? e.successor() : sent.spis();
        Gateway maker = it.gateway();
        for (TokenDigest token : tokens(sent.payloads())) {
            maker.roles.losing().get(of).ifPresent(sa -> {
                handed.put(token, new Handed(of, maker.number, sa.secret(), sa.peer().address()));
                secret(token);
            });
        }
    }

    /** QCD-3-2: what came under protection is kept. */
    private void stored(Gateway taker, IkeSpis spis, List<Payload> payloads) {
        List<TokenDigest> kept = taker.roles.keeping().get(spis).map(IkeSa::tokens).orElse(List.of());
        List<TokenDigest> came = world.plan.policy().taker() ? tokens(payloads) : List.of();
        if (taker.roles.keeping().isKnown(spis) && !kept.containsAll(came)) {
            throw new BrokenClaim("UnansweredBoundInv", taker + " does not keep a token of " + world.story.sa(spis));
        }
        kept.forEach(this::secret);
    }

    /** QCD-9-1: who reads all that is in the clear has no token of an IKE SA that lives. */
    private void secret(TokenDigest token) {
        Handed it = handed.get(token);
        if (it == null || !known.contains(token) || !world.gateway(it.maker()).holds(it.spis())) {
            return;
        }
        world.tally.looked("a token in the clear, and its maker has the IKE SA");
        for (Gateway taker : world.gateways()) {
            if (taker.number != it.maker() && taker.roles.keeping().get(it.spis()).filter(sa -> sa.tokens().contains(token)).isPresent()) {
                throw new BrokenClaim("LiveTokenSecretInv", "the token of " + world.story.sa(it.spis()) + " was in the clear, and "
                        + world.gateway(it.maker()) + " and " + taker + " have it");
            }
        }
    }

    /** QCD-9.2-1: no valid token in the clear for an IKE SA that exists, half open or not. */
    private void shown(Claims.Moment it, Effect.Send sent) {
        var message = (IkeMessage) Wire.decode(Framing.udp(sent.from().port(), sent.to().port()), sent.datagram());
        for (Payload.Notify notify : message.notifies(NotifyTypes.QUICK_CRASH_DETECTION)) {
            TokenDigest token = TokenDigest.of(digest, notify.data());
            known.add(token);
            Handed of = handed.get(token);
            if (of != null) {
                world.tally.looked("a token in the clear that was handed out");
            }
            world.attacker.reads(of == null ? message.header().spis() : of.spis(), notify.data());
            if (of != null && isValid(it.gateway(), of)) {
                throw new BrokenClaim("NoLiveTokenInClearProp", it.gateway() + " shows the token of " + world.story.sa(of.spis())
                        + ", which it has");
            }
            secret(token);
        }
    }

    private boolean isValid(Gateway maker, Handed of) {
        return maker.number == of.maker() && maker.roles.losing().get(of.spis())
                .filter(sa -> sa.secret() == of.generation())
                .filter(sa -> world.plan.policy().method() == TokenMethod.SPIS || sa.peer().address().equals(of.taker())).isPresent();
    }

    // How soon: UnansweredBoundInv.

    /** A request under an IKE SA that its receiver lost draws an answer, with tokens where there are any. */
    private void asked(Claims.Moment it) {
        if (!(it.came().inside() instanceof Inside.Ike asked) || asked.response() || asked.exchange() == ExchangeTypes.IKE_AUTH
                || it.lost().isKnown(asked.spis())) {
            return;
        }
        if (it.logs(Judged.ANSWERS_LIMITED, Judged.IKE_SA_ACTIVE_ELSEWHERE) || it.taken().because().contains("QCD-8.1-3")) {
            world.tally.count("request in vain, a limit or a race");
            return;
        }
        world.tally.looked("a request under a lost IKE SA");
        boolean maker = world.plan.policy().maker();
        boolean fine = it.taken().losing().stream().anyMatch(effect -> effect instanceof Effect.Send send
                && send.to().equals(it.came().from()) && (!maker || has(send)));
        if (!fine) {
            throw new BrokenClaim("UnansweredBoundInv", it.gateway() + " does not answer a request under " + world.story.sa(asked.spis())
                    + ", which it lost" + (maker ? ", with a token" : ""));
        }
    }

    private static boolean has(Effect.Send sent) {
        return Wire.decode(Framing.udp(sent.from().port(), sent.to().port()), sent.datagram()) instanceof IkeMessage m
                && !m.notifies(NotifyTypes.QUICK_CRASH_DETECTION).isEmpty();
    }

    /** An answer with tokens ends the IKE SA, unless there is a reason that the findings name. */
    private void answered(Claims.Moment it) {
        Optional<IkeMessage> message = it.message();
        if (it.came().sender() < 0 || message.isEmpty() || message.get().notifies(NotifyTypes.QUICK_CRASH_DETECTION).isEmpty()) {
            return;
        }
        IkeSpis spis = message.get().header().spis();
        List<TokenDigest> kept = it.kept().get(spis).filter(IkeSa::isEstablished).map(IkeSa::tokens).orElse(List.of());
        Session session = it.gateway().sessions.get(spis);
        // Tokens of a third gateway, which was asked in our name, prove nothing.
        if (!it.kept().isEstablished(spis) || !it.gateway().roles.keeping().isKnown(spis) || session.peer != it.came().sender()) {
            return;
        }
        if (it.logs(Judged.VERIFICATIONS_LIMITED)) {
            world.tally.count("token not looked at, a limit (F16)");
        } else if (kept.isEmpty() && session.byRekey && !session.initiator) {
            world.tally.count("token unknown, none came before (F3)");
        } else {
            unmatched(it, spis, kept, message.get());
        }
    }

    /** A token came with each IKE SA but one that the maker made by a rekey; there it comes behind it. */

    private void unmatched(Claims.Moment it, IkeSpis spis, List<TokenDigest> kept, IkeMessage message) {
        Handed of = kept.isEmpty() ? null : handed.get(kept.getFirst());
        Gateway maker = world.gateway(it.came().sender());
        boolean moved = world.plan.policy().method() == TokenMethod.SPIS_AND_ADDRESS && of != null
                && !of.taker().equals(it.came().to().address());
        boolean rolled = of != null && maker.generation() - of.generation() >= world.plan.policy().generations();
        boolean leftOut = message.notifies(NotifyTypes.QUICK_CRASH_DETECTION).size() < Math.min(maker.generation(), world.plan.policy().generations());
        if (!moved && !rolled && !leftOut) {
            throw new BrokenClaim("UnansweredBoundInv", it.gateway() + " keeps " + world.story.sa(spis) + " though " + maker
                    + ", which lost it, shows tokens, and that of it could be made again");
        }
        world.tally.count(moved ? "token of another address (F13)" : rolled ? "token of a secret that is gone (F15)" : "token left out, no room");
    }
}
