package sfd.lockstep;

import java.util.TreeMap;
import java.util.Map;
import sfd.ike.Endpoint;
import sfd.ike.IpProtocol;
import sfd.ike.Reason;
import sfd.octets.Octets;
import sfd.sa.Event;
import sfd.traces.value.Value;

/** What arrives in the clear, both ways: an event by itself, and as it waits for a tick (BASE-2.21.4-10). */
final class Arrivals {

    private static final String LOT = "lot";

    private final Messages messages;

    Arrivals(Messages messages) {
        this.messages = messages;
    }

    Event.Received concretise(Value event) {
        Endpoint from = Concretise.endpoint(event.field("from"));
        Endpoint to = Concretise.endpoint(event.field("to"));
        Octets datagram = messages.datagram(to, from, event.field("message"));
        var received = isAh(event.field("message"))
                ? new Event.Received(from, to, IpProtocol.AH, datagram)
                : new Event.Received(from, to, datagram);
        return event.find(LOT).map(lot -> received.withLot(Concretise.integer(lot))).orElse(received);
    }

    private static boolean isAh(Value message) {
        return switch (message.field("kind").text()) {
            case "ah" -> true;
            case "malformed" -> message.field("reason").text().equals(Reason.AH_TOO_SHORT.name());
            default -> false;
        };
    }

    /** Without a lot where none was drawn. */
    Value abstraction(Event.Received event) {
        var fields = new TreeMap<>(Map.of("from", Abstract.endpoint(event.from()), "to", Abstract.endpoint(event.to()),
                "message", messages.message(event.framing(), event.datagram())));
        if (event.lot() != Event.Received.NO_LOT) {
            fields.put(LOT, Value.of(event.lot()));
        }
        return Abstract.record("Received", fields);
    }
}
