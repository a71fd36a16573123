package sfd.simulation;

import java.util.List;
import sfd.ike.ExchangeTypes;
import sfd.ike.Payload;
import sfd.sa.Event;

/** Requests and responses under IKE SAs: each request answered once, each answer kept, one request at a time. */
final class Exchanges {

    static final int AGAIN_AFTER = 5 * World.TICK;
    /** Transmissions of the daemon's own; a role that checks gives up before. */
    static final int MOST_SENT = 8;
    private static final int MOST_WAITING = 16;

    private final Gateway gateway;
    private final Changes changes;

    Exchanges(Gateway gateway) {
        this.gateway = gateway;
        this.changes = new Changes(gateway);
    }

    void begin(Session session, Request request) {
        if (session.outstanding == null && !session.closing) {
            send(session, request);
        } else if (session.waiting.size() < MOST_WAITING) {
            // For the role that checks this is the first transmission, and nobody sees it.
            session.disturbed++;
            session.waiting.add(request);
        }
    }

    private void send(Session session, Request request) {
        gateway.world.tally.exchange();
        var inside = new Inside.Ike(session.spis, request.exchange(), false, session.nextId++, request.said(), request.payloads());
        session.closing |= request.said() instanceof Said.Delete;
        session.outstanding = new Session.Outstanding(inside, 1, gateway.world.now() + AGAIN_AFTER);
        transmit(session, inside, request.caused());
    }

    private void transmit(Session session, Inside.Ike inside, int caused) {
        gateway.send(session.here, session.there, Sealing.of(session, inside), inside, session.spis, caused);
    }

    /** BASE-2.1-1: the same request; where it waits for the window, the one that it waits for. A timer's has no cause but time. */
    void again(Session session) {
        if (session.outstanding != null) {
            transmit(session, session.outstanding.inside(), gateway.caused());
        }
    }

    /** The daemon's own timer for what is not answered. */
    void timer(Session session) {
        Session.Outstanding it = session.outstanding;
        if (it == null || it.again() > gateway.world.now()) {
            return;
        }
        if (it.inside().said() == Said.NOTHING && gateway.roles.checking(session.spis)) {
            return; // A role checks, and says when to send again and when to give up.
        }
        if (it.sent() >= MOST_SENT) {
            giveUp(session);
            return;
        }
        session.outstanding = new Session.Outstanding(it.inside(), it.sent() + 1, gateway.world.now() + AGAIN_AFTER);
        again(session);
    }

    /** BASE-2.1-3: repeated attempts stayed unanswered. */
    private void giveUp(Session session) {
        gateway.world.claims.givenUpByDaemon(gateway, session);
        gateway.gone(session.spis);
        gateway.tell(new Event.SaForgotten(session.spis));
        session.replaces.ifPresent(old -> gateway.tell(new Event.SaNotReplaced(old)));
    }

    /** A message that verified. */
    void opened(Session session, Inside.Ike inside, Datagram datagram) {
        if (!session.established && inside.exchange() != ExchangeTypes.IKE_AUTH) {
            // Its sender has the IKE SA already; it asks again.
            gateway.world.disturbed(datagram);
            gateway.world.story.lost(datagram, "too early: " + gateway + " has this IKE SA half open");
            return;
        }
        if (inside.response()) {
            answered(session, inside, datagram);
        } else if (inside.id() == session.expected) {
            asked(session, inside, datagram);
        } else if (inside.id() == session.expected - 1 && session.answer != null) {
            answer(session, datagram);
        }
    }

    private void asked(Session session, Inside.Ike inside, Datagram datagram) {
        heard(session, inside, datagram);
        session.expected++;
        Said said = changes.asked(session, inside, datagram);
        List<Payload> payloads = gateway.collect();
        session.answer = new Inside.Ike(session.spis, inside.exchange(), true, inside.id(), said, payloads);
        answer(session, datagram);
        changes.afterAnswer(session, inside);
    }

    /** To where the request came from (RFC 7296, 2.11), which of one that comes again may be elsewhere. */
    private void answer(Session session, Datagram request) {
        gateway.send(session.here, request.from(), Sealing.of(session, session.answer), session.answer, session.spis);
    }

    private void answered(Session session, Inside.Ike inside, Datagram datagram) {
        Session.Outstanding asked = session.outstanding;
        if (asked == null || asked.inside().id() != inside.id()) {
            return; // An answer that came before.
        }
        session.outstanding = null;
        heard(session, inside, datagram);
        changes.answered(session, asked.inside().said(), inside);
        if (gateway.sessions.get(session.spis) == session && session.outstanding == null && !session.closing
                && !session.waiting.isEmpty()) {
            send(session, session.waiting.poll());
        }
    }

    private void heard(Session session, Inside.Ike inside, Datagram datagram) {
        gateway.world.story.opened(gateway, inside, datagram);
        session.heard = gateway.world.now();
        session.disturbed = 0;
        boolean elsewhere = !datagram.from().equals(session.there);
        if (elsewhere && session.established && inside.exchange() != ExchangeTypes.IKE_AUTH && !(inside.said() instanceof Said.Moved)) {
            // BASE-2.23-2: a fresh message from elsewhere.
            session.there = datagram.from();
            gateway.tell(new Event.AddressChanged(session.spis, session.here, session.there, Event.MoveCause.NAT));
        }
    }
}
