package sfd.simulation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import sfd.ike.Endpoint;
import sfd.ike.ExchangeTypes;
import sfd.ike.Framing;
import sfd.ike.IkeHeader;
import sfd.ike.IkeMessage;
import sfd.ike.IkeSpis;
import sfd.ike.NotifyTypes;
import sfd.ike.Payload;
import sfd.ike.VendorId;
import sfd.ike.Wire;
import sfd.sa.Effect;
import sfd.sa.Event;

/** IKE_SA_INIT at both ends, and what makes an IKE SA of it. */
final class Openings {

    private static final int HALF_OPEN = 40 * World.TICK;

    /** An IKE_SA_INIT that is not answered yet. */
    private record Opening(long spi, int peer, Endpoint to, List<Payload> payloads, Optional<IkeSpis> replaces, int sent, long again) {
    }

    private final Gateway gateway;
    private final Map<Long, Opening> asked = new LinkedHashMap<>();

    Openings(Gateway gateway) {
        this.gateway = gateway;
    }

    void clear() {
        asked.clear();
    }

    /** How many are under way to one peer. */
    long underWayTo(int peer) {
        return asked.values().stream().filter(it -> it.peer() == peer).count();
    }

    void open(int peer) {
        open(peer, gateway.world.gateway(peer).outside(), List.of(), Optional.empty());
    }

    /** SIR-3.2.2-11. */
    void replace(Session old, Effect.Initiate initiate) {
        // The Vendor ID goes with all first messages here.
        open(old.peer, initiate.to(), initiate.payloads().stream().filter(it -> it != VendorId.PAYLOAD).toList(),
                Optional.of(initiate.replaces()));
    }

    private void open(int peer, Endpoint to, List<Payload> payloads, Optional<IkeSpis> replaces) {
        long spi = gateway.world.fresh();
        gateway.world.tally.exchange();
        gateway.halves.add(spi);
        asked.put(spi, new Opening(spi, peer, to, payloads, replaces, 1, gateway.world.now() + Exchanges.AGAIN_AFTER));
        ask(asked.get(spi));
    }

    private void ask(Opening it) {
        send(gateway.here(), it.to(), new IkeHeader(new IkeSpis(it.spi(), 0), ExchangeTypes.IKE_SA_INIT, true, false, 0), it.payloads());
    }

    private void send(Endpoint from, Endpoint to, IkeHeader header, List<Payload> payloads) {
        List<Payload> all = gateway.world.plan.protocol() == Protocol.SIR
                ? Stream.concat(payloads.stream(), Stream.of(VendorId.PAYLOAD)).toList() : payloads;
        gateway.send(from, to, Wire.encode(Framing.udp(from.port(), to.port()), new IkeMessage(header, all)), Inside.NOBODYS, IkeSpis.NONE);
    }

    void timers() {
        for (Opening it : List.copyOf(asked.values())) {
            if (it.again() > gateway.world.now()) {
                continue;
            }
            if (it.sent() >= Exchanges.MOST_SENT) {
                asked.remove(it.spi());
                gateway.halves.remove(it.spi());
                it.replaces().ifPresent(old -> gateway.tell(new Event.SaNotReplaced(old)));
            } else {
                // Where the peer is now a daemon learns by configuration or by name.
                Endpoint to = it.replaces().isPresent() ? it.to() : gateway.world.gateway(it.peer()).outside();
                var again = new Opening(it.spi(), it.peer(), to, it.payloads(), it.replaces(), it.sent() + 1,
                        gateway.world.now() + Exchanges.AGAIN_AFTER);
                asked.put(it.spi(), again);
                ask(again);
            }
        }
        for (Session session : List.copyOf(gateway.sessions.values())) {
            if (!session.established && !session.initiator && session.begun + HALF_OPEN <= gateway.world.now()) {
                gateway.gone(session.spis);
                gateway.tell(new Event.SaForgotten(session.spis));
            }
        }
    }

    /** The pair of a message under an IKE SA of which this gateway chose one half and does not know the other. */
    static IkeSpis underWay(Event.Received event, Set<Long> halves) {
        if (event.datagram().length() < event.framing().marker() + IkeHeader.LENGTH) {
            return IkeSpis.NONE;
        }
        IkeHeader header = Wire.header(event.datagram(), event.framing().marker());
        return header.exchange() != ExchangeTypes.IKE_SA_INIT && halves.contains(header.spis().initiator()) ? header.spis() : IkeSpis.NONE;
    }

    /** What of IKE_SA_INIT the roles have seen before. */
    void received(Event.Received event) {
        int at = event.framing().marker();
        if (event.datagram().length() < at + IkeHeader.LENGTH
                || Wire.header(event.datagram(), at).exchange() != ExchangeTypes.IKE_SA_INIT
                || !(Wire.decode(event.framing(), event.datagram()) instanceof IkeMessage m)) {
            return;
        }
        if (m.header().response()) {
            answered(event, m);
        } else if (m.notifies(NotifyTypes.COOKIE).isEmpty() || gateway.hasAccepted()) {
            first(event, m);
        }
    }

    /** A request that comes again is answered again, and makes no second IKE SA while the first is half open. */
    private void first(Event.Received event, IkeMessage m) {
        long spi = m.header().spis().initiator();
        Session session = gateway.sessions.values().stream()
                .filter(it -> !it.initiator && it.spis.initiator() == spi).findFirst().orElse(null);
        if (session != null && session.established) {
            return;
        }
        if (session == null) {
            int peer = gateway.world.owner(event.from());
            if (peer < 0 || peer == gateway.number) {
                return; // Nobody is there any more.
            }
            var spis = new IkeSpis(spi, gateway.world.fresh());
            session = new Session(spis, peer, false, event.to(), event.from(), gateway.world.now());
            session.expected = 1;
            session.first = m.payloads();
            gateway.sessions.put(spis, session);
            gateway.tell(new Event.SaHalfOpen(spis, session.here, session.there, false));
        }
        send(event.to(), event.from(), new IkeHeader(session.spis, ExchangeTypes.IKE_SA_INIT, false, true, 0), List.of());
    }

    private void answered(Event.Received event, IkeMessage m) {
        Opening opening = asked.remove(m.header().spis().initiator());
        if (opening == null || m.header().spis().responder() == 0) {
            return;
        }
        IkeSpis spis = m.header().spis();
        var session = new Session(spis, opening.peer(), true, event.to(), event.from(), gateway.world.now());
        session.first = m.payloads();
        session.replaces = opening.replaces();
        session.nextId = 1;
        gateway.sessions.put(spis, session);
        gateway.tell(new Event.SaHalfOpen(spis, session.here, session.there, true));
        gateway.halves.remove(opening.spi());
        gateway.exchanges.begin(session, new Request(ExchangeTypes.IKE_AUTH,
                new Said.Auth(new Children(gateway).fresh()), gateway.collect(), gateway.caused()));
    }
}
