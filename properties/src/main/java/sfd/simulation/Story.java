package sfd.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import sfd.ike.CheckSpi;
import sfd.ike.Endpoint;
import sfd.ike.ExchangeTypes;
import sfd.ike.Framing;
import sfd.ike.IkeMessage;
import sfd.ike.IkeSpis;
import sfd.ike.Incoming;
import sfd.ike.NotifyTypes;
import sfd.ike.Payload;
import sfd.ike.Wire;
import sfd.octets.Octets;
import sfd.sa.Effect;
import sfd.sa.Event;

/** A run as a message sequence in lines: when, from whom to whom, what it says, what is done about it and by which clauses. */
final class Story {

    private final boolean told;
    private final List<String> lines = new ArrayList<>();
    private final List<IkeSpis> numbers = new ArrayList<>();
    private World world;
    /** The happening that the next step belongs to, if it is worth a line. */
    private String heading = "";

    /** @param told whether anybody listens; else nothing is kept */
    Story(boolean told) {
        this.told = told;
    }

    void begins(World world) {
        this.world = world;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    void note(String what) {
        if (told) {
            line(what);
        }
    }

    void lost(Datagram datagram, String how) {
        if (told) {
            line(sender(datagram) + " -> " + who(datagram.to()) + ": " + says(datagram) + ", " + how);
        }
    }

    void opened(Gateway gateway, Inside.Ike inside, Datagram datagram) {
        if (told) {
            heading = sender(datagram) + " -> " + gateway + ": " + under(inside);
        }
    }

    void esp(Gateway gateway, Datagram datagram) {
        if (told) {
            heading = sender(datagram) + " -> " + gateway + ": " + says(datagram);
        }
    }

    void stepped(Gateway gateway, Event event, Datagram came, Roles.Taken taken) {
        if (!told) {
            return;
        }
        String what = heading.isEmpty() ? gateway + ": " + name(event) : heading + (shows(event) ? "" : "; " + name(event));
        if (heading.isEmpty() && came != null) {
            what = sender(came) + " -> " + gateway + ": " + says(came);
        }
        heading = "";
        List<String> done = new ArrayList<>();
        taken.losing().forEach(it -> done.add(done(gateway, it)));
        taken.keeping().forEach(it -> done.add(done(gateway, it)));
        done.removeIf(String::isEmpty);
        if (!(event instanceof Event.Tick) || !done.isEmpty()) {
            line(what + (taken.because().isEmpty() ? "" : "   " + new TreeSet<>(taken.because())));
            done.forEach(it -> lines.add("            " + it));
        }
    }

    private void line(String what) {
        lines.add("%9.3f s %s".formatted(world.now() / 1000.0, what));
    }

    private static boolean shows(Event event) {
        return event instanceof Event.Protected || event instanceof Event.ProtectedEsp;
    }

    private String name(Event event) {
        return event.getClass().getSimpleName() + switch (event) {
            case Event.SaHalfOpen it -> " " + sa(it.spis());
            case Event.SaEstablished it -> " " + sa(it.spis());
            case Event.SaRekeyed it -> " " + sa(it.old()) + " to " + sa(it.successor());
            case Event.SaClosed it -> " " + sa(it.spis());
            case Event.SaForgotten it -> " " + sa(it.spis());
            case Event.SaReplaced it -> " " + sa(it.old()) + " by " + sa(it.successor());
            case Event.SaNotReplaced it -> " " + sa(it.spis());
            case Event.TrafficDue it -> " " + sa(it.spis());
            case Event.AddressChanged it -> " " + sa(it.spis()) + " here " + it.here() + ", there " + it.peer();
            case Event.ActiveElsewhere it -> " " + sa(it.spis()) + " " + it.active();
            case Event.ChildSaCreated it -> " " + sa(it.spis());
            case Event.ChildSaClosed it -> " " + sa(it.spis());
            default -> "";
        };
    }

    private String done(Gateway gateway, Effect effect) {
        return switch (effect) {
            case Effect.Log it -> gateway + " notes " + it.reason().name();
            case Effect.Send it -> gateway + " -> " + who(it.to()) + ": " + says(it.from(), it.to(), it.datagram());
            case Effect.SendProtected it when it.response() && it.payloads().isEmpty() -> "";
            case Effect.SendProtected it -> gateway + " wants " + (it.response() ? "in its answer" : "a request") + " under " + sa(it.spis())
                    + ": " + ExchangeTypes.name(it.exchange()) + payloads(it.payloads());
            case Effect.Retransmit it -> gateway + " asks again under " + sa(it.spis());
            case Effect.IkeSaDeleted it -> gateway + " ends " + sa(it.spis());
            case Effect.ChildSaDeleted it -> gateway + " ends a child SA of " + sa(it.spis());
            case Effect.Initiate it -> gateway + " starts an IKE SA in place of " + sa(it.replaces());
            case Effect.Accept it -> gateway + " accepts " + who(it.from());
        };
    }

    private String sender(Datagram datagram) {
        return datagram.sender() >= 0 ? world.gateway(datagram.sender()).toString() : "attacker as " + who(datagram.from());
    }

    private String who(Endpoint place) {
        int owner = world.owner(place);
        return owner >= 0 ? world.gateway(owner).toString() : place.equals(Attacker.PLACE) ? "attacker" : "nobody at " + place;
    }

    /** IKE SAs are numbered in the order in which they come up. */
    String sa(IkeSpis spis) {
        if (!numbers.contains(spis)) {
            numbers.add(spis);
        }
        return "IKE SA " + (numbers.indexOf(spis) + 1);
    }

    private String says(Datagram datagram) {
        return datagram.inside() instanceof Inside.Ike it ? under(it) + ", sealed"
                : says(datagram.from(), datagram.to(), datagram.octets());
    }

    private String under(Inside.Ike it) {
        return ExchangeTypes.name(it.exchange()) + (it.response() ? " response " : " request ") + it.id() + " under " + sa(it.spis())
                + (it.said() == Said.NOTHING ? "" : " " + it.said()) + payloads(it.payloads());
    }

    private String says(Endpoint from, Endpoint to, Octets octets) {
        return switch (Wire.decode(Framing.udp(to.port(), from.port()), octets)) {
            case Incoming.Esp it -> "ESP " + Integer.toHexString(it.spi());
            case IkeMessage it -> ExchangeTypes.name(it.header().exchange()) + (it.header().response() ? " response" : " request") + " of "
                    + sa(it.header().spis()) + payloads(it.payloads());
            case Incoming other -> other.toString();
        };
    }

    private static String payloads(List<Payload> payloads) {
        var said = new StringBuilder();
        payloads.forEach(it -> said.append(' ').append(payload(it)));
        return said.toString();
    }

    private static String payload(Payload payload) {
        return switch (payload) {
            case Payload.Notify it when it.type() == NotifyTypes.CHECK_SPI -> CheckSpi.of(it) instanceof CheckSpi.AboutIkeSa check
                    ? check.subtype().toString() : CheckSpi.of(it) instanceof CheckSpi.AboutChildSa child ? child.subtype() + " of a child SA" : "CHECK_SPI";
            case Payload.Notify it -> NotifyTypes.name(it.type());
            case Payload.Encrypted it -> "SK";
            case Payload.Other it -> "payload " + it.type();
        };
    }
}
