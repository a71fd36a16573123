package sfd.packet;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.OptionalLong;
import java.util.Set;
import sfd.ike.Endpoint;
import sfd.sa.Event;
import sfd.sa.Step;

/** A gateway and its clock, line after line. A line that cannot be read changes neither. */
final class Conversation implements LineByLine.Reply {

    /** Most ticks between two lines, and most effects in them: more is a mistake, and would only fill the memory. */
    static final int MOST = 100_000;

    private static final Set<String> VALUES = Set.of("from", "to", "now");

    private Gateway gateway;
    private Clock clock;

    Conversation(Gateway gateway, Clock clock) {
        this.gateway = gateway;
        this.clock = clock;
    }

    @Override
    public void to(String line, ObjectNode out) throws BadLineException {
        DatagramLine datagram = DatagramLine.parse(line, VALUES);
        Endpoint from = endpoint(datagram, "from");
        Endpoint to = endpoint(datagram, "to");
        if ((from.port() == Endpoint.NO_UDP) != (to.port() == Endpoint.NO_UDP)) {
            throw new BadLineException("from= and to= must both have a UDP port, or neither");
        }
        Clock then = later(datagram.values().get("now"));
        Gateway aged = tick(then.ticks() - clock.ticks(), out);
        Step<Gateway> step = aged.step(new Event.Received(from, to, datagram.datagram()));
        EffectJson.put(out, step);
        gateway = step.next();
        clock = then;
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
        if (clock.now().isPresent() && nanos.getAsLong() < clock.now().getAsLong()) {
            throw new BadLineException("now= is earlier than in a line before");
        }
        return clock.at(nanos.getAsLong());
    }

    /** The gateway after so many ticks; those in which it did something are added to {@code out}. */
    private Gateway tick(long ticks, ObjectNode out) throws BadLineException {
        out.put("ticks", ticks);
        ArrayNode done = out.putArray("atTicks");
        Gateway now = gateway;
        int effects = 0;
        for (long tick = 1; tick <= ticks; tick++) {
            Step<Gateway> step = now.step(new Event.Tick());
            effects += step.effects().size();
            if (tick > MOST || effects > MOST) {
                throw new BadLineException("more than " + MOST + " ticks, or effects in them, since the last line");
            }
            if (step.next() == now && step.effects().isEmpty()) {
                // Nothing is under way, so all further ticks pass like this one.
                return now;
            }
            if (!step.effects().isEmpty()) {
                EffectJson.put(done.addObject().put("tick", tick), step);
            }
            now = step.next();
        }
        return now;
    }
}
