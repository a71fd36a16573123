package sfd.simulation;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import sfd.ike.IkeSpis;
import sfd.sa.ChildSa;
import sfd.sa.Effect;
import sfd.sa.Event;

/** Soundness and completeness: an IKE SA ends only if the other end lost it, and then it ends. */
final class LossClaims {

    private final World world;
    private final Map<IkeSpis, Long> lostAt = new HashMap<>();

    LossClaims(World world) {
        this.world = world;
    }

    void lost(IkeSpis spis) {
        lostAt.putIfAbsent(spis, world.now());
    }

    void stepped(Claims.Moment it) {
        for (Effect effect : it.taken().keeping()) {
            switch (effect) {
                case Effect.IkeSaDeleted gone when it.event() instanceof Event.SaReplaced replaced -> replaced(it.gateway(), replaced);
                case Effect.IkeSaDeleted gone -> ended(it, gone.spis());
                case Effect.Initiate begun -> begun(it, begun.replaces());
                case Effect.ChildSaDeleted gone -> childEnded(it, gone);
                default -> { }
            }
        }
    }

    private boolean held(Gateway by, IkeSpis spis) {
        return world.gateway(by.sessions.get(spis).peer).holds(spis);
    }

    private void ended(Claims.Moment it, IkeSpis spis) {
        Session session = it.gateway().sessions.get(spis);
        boolean held = held(it.gateway(), spis);
        boolean byTime = it.event() instanceof Event.Tick && waitedOut(it);
        if (held && !byTime) {
            throw new BrokenClaim("SoundGoneProp", it.gateway() + " ends " + world.story.sa(spis) + " because of "
                    + it.event().getClass().getSimpleName() + ", and " + world.gateway(session.peer) + " has it");
        }
        if (!byTime && world.plan.protocol() == Protocol.SIR) {
            throw new BrokenClaim("NoGapProp", it.gateway() + " ends " + world.story.sa(spis) + " before it is replaced");
        }
        if (held) {
            givenUp(it.gateway(), session, spis);
        } else {
            known(byTime ? Tally.Concluded.BY_GIVING_UP : Tally.Concluded.BY_TOKEN, spis);
        }
    }

    /** A draw makes a tick end an IKE SA by a token too; that draws no more than it says. */
    private boolean waitedOut(Claims.Moment it) {
        return world.plan.policy().drawn() == 0 || it.taken().because().contains("BASE-2.4-1");
    }

    /**
     * BASE-2.4-1: whoever asks in vain long enough gives up an IKE SA that lives, by IKEv2 alone (F21). That is claimed of nobody;
     * but of each transmission, or its answer, the datagram must have come late or not at all, or the clock have leapt.
     */
    private void givenUp(Gateway gateway, Session session, IkeSpis spis) {
        world.tally.count("living IKE SA given up, cut off");
        if (session.disturbed < world.plan.policy().tries()) {
            throw new BrokenClaim("SoundGoneProp", gateway + " gives up " + world.story.sa(spis) + ", of which only " + session.disturbed
                    + " datagrams came late or not at all, and " + world.gateway(session.peer) + " has it");
        }
    }

    /** Y begins to replace it. */
    private void begun(Claims.Moment it, IkeSpis spis) {
        if (held(it.gateway(), spis)) {
            throw new BrokenClaim("SoundGoneProp", it.gateway() + " begins to replace " + world.story.sa(spis) + ", and "
                    + world.gateway(it.gateway().sessions.get(spis).peer) + " has it");
        }
        known(Tally.Concluded.BY_NACK, spis);
    }

    private void known(Tally.Concluded how, IkeSpis spis) {
        world.tally.detected(how, world.now() - lostAt.getOrDefault(spis, world.now()));
    }

    /** SIR-3.6-1. The one that has the successor no longer has crashed since, or the like: it had it when it was established. */
    private void replaced(Gateway gateway, Event.SaReplaced replaced) {
        Session successor = gateway.sessions.get(replaced.successor());
        boolean there = successor != null && successor.established && gateway.roles.keeping().isEstablished(replaced.successor());
        if (!there) {
            throw new BrokenClaim("NoGapProp", gateway + " ends " + world.story.sa(replaced.old()) + " without a successor");
        }
        boolean both = world.gateway(successor.peer).roles.losing().isEstablished(replaced.successor());
        world.tally.count(both ? "replaced, no gap" : "replaced, and the successor lost meanwhile");
        if (!both && !lostAt.containsKey(replaced.successor())) {
            throw new BrokenClaim("NoGapProp", gateway + " ends " + world.story.sa(replaced.old()) + ", whose successor "
                    + world.gateway(successor.peer) + " never had");
        }
    }

    /** SIR-3.4.1-2: a child SA ends on the peer's word, which has to be true. */
    private void childEnded(Claims.Moment it, Effect.ChildSaDeleted gone) {
        Gateway peer = world.gateway(it.gateway().sessions.get(gone.spis()).peer);
        var mirrored = new ChildSa(gone.child().out(), gone.child().in());
        for (IkeSpis owner : peer.roles.losing().ownersOfInbound(mirrored.in())) {
            Set<ChildSa> children = peer.roles.losing().children(owner);
            if (children.contains(mirrored)) {
                throw new BrokenClaim("ChildKeptInv", it.gateway() + " ends a child SA of " + world.story.sa(gone.spis()) + ", and " + peer
                        + " has it");
            }
        }
        world.tally.count("child SA ended on the peer's word");
    }

    void givenUpByDaemon(Gateway gateway, Session session) {
        if (!world.gateway(session.peer).holds(session.spis)) {
            known(Tally.Concluded.BY_THE_DAEMON, session.spis);
        } else {
            world.tally.count("living IKE SA given up by the daemon's own exchange");
        }
    }

    /** When it was quiet for so long that IKEv2 alone would know. */
    void atTheEnd() {
        for (Gateway gateway : world.gateways()) {
            for (Session session : gateway.sessions.values()) {
                Gateway peer = world.gateway(session.peer);
                if (!peer.holds(session.spis)) {
                    throw new BrokenClaim("DetectedProp", gateway + " still has " + world.story.sa(session.spis) + ", which " + peer
                            + " lost " + (world.now() - lostAt.getOrDefault(session.spis, world.now())) / 1000.0 + " s ago");
                }
            }
        }
    }
}
