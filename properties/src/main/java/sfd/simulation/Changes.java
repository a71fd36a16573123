package sfd.simulation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import sfd.ike.ExchangeTypes;
import sfd.ike.IkeSpis;
import sfd.sa.ChildSa;
import sfd.sa.Event;

/** What the daemon does about what its peer's says under an IKE SA, and what of it the roles are told. */
final class Changes {

    private final Gateway gateway;
    private final Children children;

    Changes(Gateway gateway) {
        this.gateway = gateway;
        this.children = new Children(gateway);
    }

    /** @return what the answer says */
    Said asked(Session session, Inside.Ike inside, Datagram datagram) {
        if (inside.said() instanceof Said.Auth auth) {
            return authenticated(session, inside, auth);
        }
        tellVerified(session, inside);
        return switch (inside.said()) {
            case Said.Rekey it -> rekeyed(session, it);
            case Said.NewChild it -> children.asked(session, it);
            case Said.DeleteChild it -> children.closed(session, it);
            case Said.Moved it -> {
                session.there = datagram.from();
                gateway.tell(new Event.AddressChanged(session.spis, session.here, session.there, Event.MoveCause.REQUEST));
                yield Said.NOTHING;
            }
            default -> Said.NOTHING;
        };
    }

    private void tellVerified(Session session, Inside.Ike inside) {
        gateway.tell(new Event.Protected(session.spis, inside.exchange(), inside.response(), inside.payloads()));
    }

    /** The Delete is answered, and then the IKE SA is gone. */
    void afterAnswer(Session session, Inside.Ike inside) {
        if (inside.said() instanceof Said.Delete) {
            close(session);
        }
    }

    private void close(Session session) {
        gateway.gone(session.spis);
        gateway.tell(new Event.SaClosed(session.spis));
    }

    /** The responder of IKE_AUTH has the IKE SA first. */
    private Said authenticated(Session session, Inside.Ike inside, Said.Auth auth) {
        int child = children.fresh();
        established(session, inside, new ChildSa(child, auth.child()));
        session.silent.add(child);
        return new Said.Auth(child);
    }

    private void established(Session session, Inside.Ike inside, ChildSa child) {
        session.established = true;
        gateway.tell(new Event.SaEstablished(session.spis, gateway.world.gateway(session.peer).toString(), Set.of(child),
                Stream.concat(session.first.stream(), inside.payloads().stream()).toList()));
    }

    private Said rekeyed(Session session, Said.Rekey rekey) {
        if (session.rekeying != 0 || session.closing || session.succeeded) {
            return Said.REFUSED;
        }
        var successor = new IkeSpis(rekey.spi(), gateway.world.fresh());
        succeed(session, successor, false);
        gateway.tell(new Event.SaRekeyed(session.spis, successor, false, List.of()));
        return new Said.Rekeyed(successor);
    }

    private void succeed(Session session, IkeSpis successor, boolean initiator) {
        session.succeeded = true;
        var next = new Session(successor, session.peer, initiator, session.here, session.there, gateway.world.now());
        next.established = true;
        next.byRekey = true;
        next.silent.addAll(session.silent);
        gateway.sessions.put(successor, next);
    }

    /** @param asked what the own request said */
    void answered(Session session, Said asked, Inside.Ike answer) {
        if (answer.said() instanceof Said.Auth auth && asked instanceof Said.Auth own) {
            established(session, answer, new ChildSa(own.child(), auth.child()));
            session.replaces.ifPresent(old -> gateway.tell(new Event.SaReplaced(old, session.spis)));
            session.replaces = Optional.empty();
            return;
        }
        tellVerified(session, answer);
        switch (asked) {
            case Said.Rekey it -> {
                if (answer.said() instanceof Said.Rekeyed done) {
                    succeed(session, done.successor(), true);
                    gateway.tell(new Event.SaRekeyed(session.spis, done.successor(), true, answer.payloads()));
                    gateway.exchanges.begin(session, new Request(ExchangeTypes.INFORMATIONAL, Said.DELETE, List.of(), 0));
                }
                gateway.halves.remove(session.rekeying);
                session.rekeying = 0;
            }
            case Said.NewChild it -> children.answered(session, it, answer.said());
            case Said.DeleteChild it -> children.closedHere(session, it);
            case Said.Delete it -> close(session);
            default -> { }
        }
    }
}
