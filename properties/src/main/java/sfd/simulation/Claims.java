package sfd.simulation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import sfd.ike.IkeSpis;
import sfd.ike.IkeMessage;
import sfd.ike.Wire;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.LogReason;
import sfd.sa.SaTable;

/**
 * The claims of the specification by their names, looked at in every step of every gateway. With one machine to each gateway an IKE
 * SA that is not served is one that is gone, so that {@code SoundUnservedProp} says what {@code SoundGoneProp} says.
 */
final class Claims {

    /**
     * A step.
     *
     * @param came the datagram in which the event came, or null
     * @param lost the table of maker or X before
     * @param kept the table of taker or Y before
     */
    record Moment(Gateway gateway, Event event, Datagram came, SaTable lost, SaTable kept, Roles.Taken taken) {

        boolean logs(LogReason.Judged... reasons) {
            return Stream.concat(taken.losing().stream(), taken.keeping().stream())
                    .anyMatch(it -> it instanceof Effect.Log log && List.of(reasons).contains(log.reason()));
        }

        /** What came from another gateway in the clear, or what nobody here has the keys for. */
        Optional<IkeMessage> message() {
            return event instanceof Event.Received it && Wire.decode(it.framing(), it.datagram()) instanceof IkeMessage m
                    ? Optional.of(m) : Optional.empty();
        }
    }

    private final World world;
    private final TokenClaims tokens;
    private final VerdictClaims verdicts;
    private final LossClaims losses;
    private final LimitClaims limits;
    private final QuestionLimits questions;
    private final Waits waits;

    Claims(World world) {
        this.world = world;
        this.tokens = new TokenClaims(world);
        this.verdicts = new VerdictClaims(world);
        this.losses = new LossClaims(world);
        this.limits = new LimitClaims(world);
        this.questions = new QuestionLimits(world.plan);
        this.waits = new Waits(world);
    }

    void stepped(Moment it) {
        switch (it.event()) {
            case Event.SaHalfOpen e -> world.attacker.learns(e.spis());
            case Event.SaRekeyed e -> world.attacker.learns(e.successor());
            default -> { }
        }
        limits.stepped(it);
        questions.stepped(it);
        losses.stepped(it);
        if (world.plan.protocol() == Protocol.SIR) {
            verdicts.stepped(it);
            waits.stepped(it);
        } else {
            tokens.stepped(it);
        }
    }

    /** Of the composition: both roles of a gateway, and its daemon, have the same IKE SAs when nothing is under way in it. */
    void oneTable(Gateway gateway) {
        int kept = gateway.roles.keeping().size();
        if (kept != gateway.roles.losing().size() || kept != gateway.sessions.size()) {
            throw new BrokenClaim("OneTable", gateway + " has " + kept + " IKE SAs as taker or Y, " + gateway.roles.losing().size()
                    + " as maker or X, " + gateway.sessions.size() + " as daemon");
        }
    }

    void rebooted(Gateway gateway) {
        limits.rebooted(gateway);
        questions.rebooted(gateway);
        waits.rebooted(gateway);
        if (gateway.roles.keeping().size() > 0 || gateway.roles.losing().size() > 0) {
            throw new BrokenClaim("OneTable", gateway + " has IKE SAs after a crash");
        }
    }

    /** A gateway has lost, or ended, its end of an IKE SA. */
    void lost(IkeSpis spis) {
        losses.lost(spis);
    }

    void givenUpByDaemon(Gateway gateway, Session session) {
        losses.givenUpByDaemon(gateway, session);
    }

    void atTheEnd() {
        world.gateways().forEach(this::oneTable);
        losses.atTheEnd();
    }
}
