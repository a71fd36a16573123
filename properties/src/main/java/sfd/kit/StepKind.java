package sfd.kit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import sfd.ike.IkeMessage;
import sfd.ike.Incoming;
import sfd.ike.Reason;
import sfd.ike.Wire;
import sfd.sa.Event;

/**
 * What kind of step it is: of all with the same, one is enough to see it.
 *
 * @param event its name
 * @param message what kind of datagram, or which exchange; empty if none
 * @param changes the next state is another one
 * @param effects their names in order, of what is logged the reason
 * @param because the clauses that decided, sorted
 */
public record StepKind(String event, String message, boolean changes, List<String> effects, List<String> because) {

    private static final String KEEPALIVE = Incoming.Keepalive.class.getSimpleName();

    public StepKind {
        effects = List.copyOf(effects);
        because = List.copyOf(because);
    }

    /** @param effects as JSON */
    static StepKind of(Event event, boolean changes, JsonNode effects, Iterable<String> because) {
        List<String> names = new ArrayList<>();
        effects.forEach(effect -> names.add(effect.path(effect.has("reason") ? "reason" : "effect").asText()));
        var clauses = new TreeSet<String>();
        because.forEach(clauses::add);
        return new StepKind(event.getClass().getSimpleName(), message(event), changes, names, List.copyOf(clauses));
    }

    /** @throws IllegalArgumentException where the JSON is no step */
    public static StepKind of(JsonNode step) {
        List<String> because = new ArrayList<>();
        step.path("because").forEach(clause -> because.add(clause.asText()));
        return of(EventTree.read(step.path("event")), step.path("from").asInt() != step.path("to").asInt(), step.path("effects"),
                because);
    }

    private static String message(Event event) {
        return switch (event) {
            case Event.Received e -> message(Wire.decode(e.framing(), e.datagram()));
            case Event.Protected e -> e.exchange() + (e.response() ? " response" : " request");
            default -> "";
        };
    }

    /** True for a datagram that says nothing: octets that are no message, or a keepalive. */
    boolean isNoMessage() {
        return message.equals(KEEPALIVE) || Arrays.stream(Reason.values()).anyMatch(it -> it.name().equals(message));
    }

    private static String message(Incoming incoming) {
        return switch (incoming) {
            case Incoming.Malformed octets -> octets.reason().name();
            case IkeMessage m -> m.endsEncrypted() ? "encrypted" : m.header().response() ? "response" : "request";
            default -> incoming.getClass().getSimpleName();
        };
    }
}
