package sfd.packet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import sfd.alphabet.BadLineException;
import sfd.alphabet.EffectJson;
import sfd.alphabet.EndpointText;
import sfd.alphabet.EventLine;
import sfd.gateway.Gateway;
import sfd.ike.Address;
import sfd.ike.Endpoint;
import sfd.ike.IkeMessage;
import sfd.ike.IkeSpis;
import sfd.sa.Event;
import sfd.sa.Step;
import sfd.traces.capture.Frame;
import sfd.traces.capture.Time;

/** A gateway and its clock, entry after entry. One that cannot be read changes neither. */
final class Conversation implements LineByLine.Reply {

    /** Most ticks between two lines, and most effects in them: more is a mistake, and would only fill the memory. */
    static final int MOST = 100_000;

    private static final Set<String> VALUES = Set.of("from", "to", "protocol", "now");

    private final Ends ends;
    private Gateway gateway;
    private Clock clock;
    private Doubts doubts = new Doubts();

    /**
     * What the gateway's ends are, and what is taken for granted.
     *
     * @param own the gateway's addresses; none where all that comes is for it
     * @param ports of a capture that have IKE or ESP, beside 500 and 4500
     * @param assumeVerified encrypted packets of an IKE SA from its peer's address verify
     */
    record Ends(Set<Address> own, Set<Integer> ports, boolean assumeVerified) {
    }

    Conversation(Gateway gateway, Clock clock, Ends ends) {
        this.gateway = gateway;
        this.clock = clock;
        this.ends = ends;
    }

    @Override
    public void to(Entry entry, ObjectNode out) throws BadLineException, SkippedException {
        switch (entry) {
            case Entry.Line line when EventLine.is(line.text()) -> {
                EventLine told = EventLine.parse(line.text());
                Clock then = later(told.now().orElse(null));
                if (told.event() instanceof Event.Received it) {
                    came(Packet.of(it), then, "line " + line.number(), out);
                } else {
                    told(told.event(), then, out);
                }
            }
            case Entry.Line line -> {
                DatagramLine datagram = DatagramLine.parse(line.text(), VALUES);
                Packet packet = packet(datagram);
                came(packet, later(datagram.values().get("now")), "line " + line.number(), out);
            }
            case Entry.Captured captured -> {
                Packet packet = FramePacket.of(captured.frame(), ends.ports());
                Optional<Time> time = captured.frame() instanceof Frame.Captured it ? it.time() : Optional.empty();
                came(packet, time.isPresent() ? at(time.get().nanos()) : clock, "frame " + captured.frame().number(),
                        out.put("from", packet.from().toString()).put("to", packet.to().toString()));
            }
        }
    }

    private void told(Event event, Clock then, ObjectNode out) throws BadLineException {
        Ageing ageing = age(then);
        Step<Gateway> step = ageing.gateway().step(event);
        ageing.put(out);
        EffectJson.put(out, step);
        ageing.doubts().after(event, owner(event, ageing.gateway()), step);
        keep(step.next(), then, ageing.doubts());
    }

    private void came(Packet packet, Clock then, String place, ObjectNode out) throws BadLineException, SkippedException {
        if (ends.own().contains(packet.from().address())) {
            out.remove(List.of("from", "to"));
            Decode.packet(packet, out.putObject("seen"));
            return;
        }
        if (!ends.own().isEmpty() && !ends.own().contains(packet.to().address())) {
            throw new SkippedException("elsewhere");
        }
        Ageing ageing = age(then);
        Optional<Encrypted> encrypted = Encrypted.in(packet, ageing.gateway().sas());
        boolean assumed = ends.assumeVerified() && encrypted.filter(it -> it.complete() && it.isFromPeer(packet)).isPresent();
        Event event = assumed ? encrypted.get().verified() : packet.received();
        Step<Gateway> step = ageing.gateway().step(event);
        ageing.put(out);
        EffectJson.put(out, step);
        if (assumed) {
            out.put("assumed", "that this packet verifies; what is inside is not known");
        } else if (encrypted.isPresent()) {
            out.put("cannotKnow", Doubts.OF_PACKET);
            ageing.doubts().unverified(encrypted.get().sa().spis(), place);
        }
        ageing.doubts().after(event, encrypted.map(it -> it.sa().spis()), step);
        if (step.next() != ageing.gateway() && packet.decoded() instanceof IkeMessage message
                && step.next().sas().isKnown(message.header().spis())) {
            // A word in the clear that changed something about this IKE SA.
            ageing.doubts().begin(message.header().spis());
        }
        keep(step.next(), then, ageing.doubts());
    }

    private void keep(Gateway next, Clock then, Doubts after) {
        gateway = next;
        clock = then;
        doubts = after;
    }

    /** The IKE SA that an event other than a packet is about. */
    private static Optional<IkeSpis> owner(Event event, Gateway gateway) {
        return switch (event) {
            case Event.Protected it -> Optional.of(it.spis());
            case Event.ProtectedEsp it -> first(gateway.sas().ownersOfInbound(it.spi()));
            case Event.SaClosed it -> Optional.of(it.spis());
            case Event.SaForgotten it -> Optional.of(it.spis());
            default -> Optional.empty();
        };
    }

    /** This end chose the SPI, so there is one owner. */
    private static Optional<IkeSpis> first(Iterable<IkeSpis> owners) {
        var all = owners.iterator();
        return all.hasNext() ? Optional.of(all.next()) : Optional.empty();
    }

    private static Packet packet(DatagramLine datagram) throws BadLineException {
        Endpoint from = endpoint(datagram, "from");
        Endpoint to = endpoint(datagram, "to");
        boolean udp = from.port() != Endpoint.NO_UDP;
        if (udp != (to.port() != Endpoint.NO_UDP)) {
            throw new BadLineException("from= and to= must both have a UDP port, or neither");
        }
        return new Packet(from, to, IpProtocolText.of(!udp, datagram), datagram.datagram());
    }

    private static Endpoint endpoint(DatagramLine datagram, String name) throws BadLineException {
        String text = datagram.values().get(name);
        if (text == null) {
            throw new BadLineException(name + "= is missing");
        }
        return EndpointText.parse(name + "=", text);
    }

    private Clock later(String now) throws BadLineException {
        if (now == null) {
            return clock;
        }
        OptionalLong nanos = Seconds.nanos(now);
        if (nanos.isEmpty()) {
            throw new BadLineException("now= must be a decimal number of seconds, below 9 * 10^9 and with at most nine "
                    + "places");
        }
        return at(nanos.getAsLong());
    }

    private Clock at(long nanos) throws BadLineException {
        if (clock.now().isPresent() && nanos < clock.now().getAsLong()) {
            throw new BadLineException("its time is earlier than that of a line or frame before");
        }
        return clock.at(nanos);
    }

    /** The gateway after the ticks up to a time. */
    private Ageing age(Clock then) throws BadLineException {
        return Ageing.of(gateway, doubts, then.ticks() - clock.ticks());
    }
}
