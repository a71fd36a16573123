package sfd.simulation;

import java.util.List;
import java.util.Optional;
import sfd.ike.ExchangeTypes;
import sfd.sa.ChildSa;
import sfd.sa.Event;

/** Makes happen what a script says. */
final class Befalls {

    private final World world;

    Befalls(World world) {
        this.world = world;
    }

    void happen(Happening it) {
        Gateway gateway = world.gateway(it.who() % world.plan.gateways());
        if (!gateway.isUp()) {
            return;
        }
        world.tally.count(it.kind().toString());
        if (it.kind().sort() == Kind.Sort.ATTACK) {
            world.attacker.attack(it, gateway);
            return;
        }
        if (it.kind().sort() == Kind.Sort.FAULT) {
            world.story.note(gateway + ": " + it.kind());
        }
        gateway.byItself(() -> happen(it, gateway));
    }

    private void happen(Happening it, Gateway gateway) {
        switch (it.kind()) {
            case OPEN -> open(it, gateway);
            case MOVE -> gateway.move();
            case REBIND -> gateway.rebind();
            case ROLL -> gateway.roll();
            case CRASH -> gateway.crash(10 + it.more() % 2_000);
            case POWER_CUT -> gateway.cutBehind(it.more() % 3);
            case PARTITION -> world.network.part(gateway.number, other(it.which(), gateway), world.now() + it.more() % 4_000);
            case CLOCK_AHEAD -> gateway.clockAhead(1 + it.more() % 6);
            case CLOCK_BEHIND -> gateway.clockBehind(1 + it.more() % 20);
            default -> session(it.which(), gateway).ifPresent(session -> happen(it, gateway, session));
        }
    }

    private void happen(Happening it, Gateway gateway, Session session) {
        var children = new Children(gateway);
        switch (it.kind()) {
            case ASK -> gateway.tell(new Event.TrafficDue(session.spis));
            case TRAFFIC -> children.traffic(session, it.more());
            case CLOSE -> gateway.exchanges.begin(session, new Request(ExchangeTypes.INFORMATIONAL, Said.DELETE, List.of(), 0));
            case REKEY -> rekey(gateway, session);
            case ADD_CHILD -> children.add(session, 0);
            case REKEY_CHILD -> child(it.more(), gateway, session).ifPresent(child -> children.add(session, child.in()));
            case CLOSE_CHILD -> child(it.more(), gateway, session).ifPresent(child -> children.close(session, child.in()));
            case FORGET -> {
                gateway.world.losses++;
                gateway.gone(session.spis);
                gateway.tell(new Event.SaForgotten(session.spis));
            }
            default -> throw new IllegalArgumentException(it + " is no matter of an IKE SA");
        }
    }

    private void open(Happening it, Gateway gateway) {
        int peer = other(it.which(), gateway);
        long there = gateway.sessions.values().stream().filter(session -> session.peer == peer).count();
        if (there + gateway.openings.underWayTo(peer) < world.plan.sas()) {
            gateway.openings.open(peer);
        }
    }

    private static void rekey(Gateway gateway, Session session) {
        if (session.rekeying == 0 && !session.succeeded && !session.closing) {
            session.rekeying = gateway.world.fresh();
            gateway.halves.add(session.rekeying);
            gateway.exchanges.begin(session, new Request(ExchangeTypes.CREATE_CHILD_SA, new Said.Rekey(session.rekeying), List.of(), 0));
        }
    }

    private int other(int which, Gateway gateway) {
        return (gateway.number + 1 + which % (world.plan.gateways() - 1)) % world.plan.gateways();
    }

    private static Optional<Session> session(int which, Gateway gateway) {
        List<Session> established = gateway.sessions.values().stream().filter(it -> it.established && !it.closing).toList();
        return established.isEmpty() ? Optional.empty() : Optional.of(established.get(which % established.size()));
    }

    private static Optional<ChildSa> child(int which, Gateway gateway, Session session) {
        List<ChildSa> children = gateway.roles.keeping().children(session.spis).stream()
                .sorted((one, other) -> Integer.compare(one.in(), other.in())).toList();
        return children.isEmpty() ? Optional.empty() : Optional.of(children.get(which % children.size()));
    }
}
