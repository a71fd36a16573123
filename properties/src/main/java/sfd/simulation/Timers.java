package sfd.simulation;

import java.util.List;
import sfd.sa.Event;

/** A gateway's clock, which may be ahead or behind, and what its daemon does when time passes. */
final class Timers {

    /** Ticks without a sign of life after which a liveness check is due (BASE-2.4-7). */
    private static final int IDLE = 25 * World.TICK;

    private final Gateway gateway;
    private int behind;

    Timers(Gateway gateway) {
        this.gateway = gateway;
    }

    void start() {
        gateway.world.at(1 + Math.floorMod((int) gateway.world.fresh(), World.TICK), this::next);
    }

    private void next() {
        gateway.world.at(gateway.world.now() + World.TICK, this::next);
        if (behind > 0) {
            behind--;
        } else {
            gateway.byItself(this::tick);
        }
    }

    /** Some ticks at once: of what is under way nothing can arrive between them. */
    void ahead(int ticks) {
        for (int i = 0; i < ticks; i++) {
            gateway.sessions.values().forEach(it -> it.disturbed++);
            gateway.byItself(this::tick);
        }
    }

    void behind(int ticks) {
        behind += ticks;
    }

    void calmDown() {
        behind = 0;
    }

    private void tick() {
        gateway.tell(new Event.Tick());
        gateway.openings.timers();
        for (Session session : List.copyOf(gateway.sessions.values())) {
            if (gateway.sessions.get(session.spis) != session) {
                continue;
            }
            gateway.exchanges.timer(session);
            if (session.established && !session.closing && gateway.sessions.get(session.spis) == session
                    && gateway.world.now() >= Math.max(session.heard, session.asked) + IDLE) {
                session.asked = gateway.world.now();
                gateway.tell(new Event.TrafficDue(session.spis));
            }
        }
    }
}
