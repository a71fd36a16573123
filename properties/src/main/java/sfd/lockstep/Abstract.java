package sfd.lockstep;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import sfd.ike.Endpoint;
import sfd.ike.ExchangeTypes;
import sfd.ike.Framing;
import sfd.ike.IkeSpis;
import sfd.ike.Payload;
import sfd.sa.ChildSa;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.token.Secret;
import sfd.token.Secrets;
import sfd.traces.value.Value;

/** From Java's events and effects to those of the model: the inverse of the {@link Concretise} that it is made from. */
public final class Abstract {

    private final Messages messages;
    private final Arrivals arrivals;

    public Abstract(Concretise inverse) {
        this.messages = inverse.messages();
        this.arrivals = new Arrivals(messages);
    }

    /** @throws NotInModelException where nothing in the model corresponds to the event */
    public Value event(Event event) {
        return switch (event) {
            case Event.Received e -> arrivals.abstraction(e);
            case Event.Protected e -> record("Protected", Map.of("spis", pair(e.spis()),
                    "exchange", exchange(e.exchange()), "response", Value.of(e.response()),
                    "payloads", payloads(e.payloads())));
            case Event.ProtectedEsp e -> record("ProtectedEsp", Map.of("spi", Value.of(Names.childName(e.spi()))));
            case Event.SaHalfOpen e -> record("SaHalfOpen", Map.of("spis", pair(e.spis()), "here", endpoint(e.here()),
                    "peer", endpoint(e.peer()), "initiator", Value.of(e.initiator())));
            case Event.SaEstablished e -> record("SaEstablished", Map.of("spis", pair(e.spis()),
                    "identity", Value.of(e.identity()), "children", children(e.children()),
                    "payloads", payloads(e.payloads())));
            case Event.SaRekeyed e -> record("SaRekeyed", Map.of("old", pair(e.old()), "new", pair(e.successor()),
                    "initiator", Value.of(e.initiator()), "payloads", payloads(e.payloads())));
            case Event.SaImported e -> record("SaImported", Map.of("spis", pair(e.spis()), "here", endpoint(e.here()),
                    "peer", endpoint(e.peer()), "initiator", Value.of(e.initiator()),
                    "identity", Value.of(e.identity()), "children", children(e.children()),
                    "secret", Value.of(e.secret())));
            case Event.ChildSaCreated e ->
                    record("ChildSaCreated", Map.of("spis", pair(e.spis()), "child", child(e.child())));
            case Event.ChildSaClosed e -> record("ChildSaClosed",
                    Map.of("spis", pair(e.spis()), "spi", Value.of(Names.childName(e.spi()))));
            case Event.SaClosed e -> record("SaClosed", Map.of("spis", pair(e.spis())));
            case Event.SaForgotten e -> record("SaForgotten", Map.of("spis", pair(e.spis())));
            case Event.AddressChanged e -> record("AddressChanged", Map.of("spis", pair(e.spis()),
                    "here", endpoint(e.here()), "peer", endpoint(e.peer()), "cause", Value.of(e.cause().label())));
            case Event.SecretRolled e -> record("SecretRolled", Map.of("secret", generation(e.secret())));
            case Event.Rebooted e -> record("Rebooted", Map.of("secrets", secrets(e.secrets())));
            case Event.ActiveElsewhere e ->
                    record("ActiveElsewhere", Map.of("spis", pair(e.spis()), "active", Value.of(e.active())));
            case Event.SaReplaced e ->
                    record("SaReplaced", Map.of("old", pair(e.old()), "new", pair(e.successor())));
            case Event.SaNotReplaced e -> record("SaNotReplaced", Map.of("spis", pair(e.spis())));
            case Event.ResumptionAsked e -> record("ResumptionAsked", Map.of("from", endpoint(e.from()),
                    "to", endpoint(e.to()), "under", pair(e.under()), "spis", pair(e.spis()),
                    "initiator", Value.of(e.initiator()), "id", Value.of(e.messageId()), "ticket", Value.of(e.ticket().name().toLowerCase(Locale.ROOT)),
                    "own", messages.cookies().term(e.own()), "cookie", messages.cookies().term(e.cookie())));
            case Event.TrafficDue e -> record("TrafficDue", Map.of("spis", pair(e.spis())));
            case Event.Tick e -> record("Tick", Map.of());
        };
    }

    /** The effects of one step, in order. */
    public Value effects(List<Effect> effects) {
        return Value.seq(effects.stream().map(this::effect).toList());
    }

    Value effect(Effect effect) {
        return switch (effect) {
            case Effect.Send e -> record("Send", Map.of("from", endpoint(e.from()), "to", endpoint(e.to()),
                    "message", messages.message(Framing.udp(e.from().port(), e.to().port()), e.datagram())));
            case Effect.SendProtected e -> record("SendProtected", Map.of("spis", pair(e.spis()),
                    "exchange", exchange(e.exchange()), "response", Value.of(e.response()),
                    "payloads", payloads(e.payloads())));
            case Effect.Retransmit e -> record("Retransmit", Map.of("spis", pair(e.spis())));
            case Effect.IkeSaDeleted e ->
                    record("IkeSaDeleted", Map.of("spis", pair(e.spis()), "children", children(e.children())));
            case Effect.ChildSaDeleted e ->
                    record("ChildSaDeleted", Map.of("spis", pair(e.spis()), "child", child(e.child())));
            case Effect.Initiate e -> record("Initiate", Map.of("replaces", pair(e.replaces()),
                    "from", endpoint(e.from()), "to", endpoint(e.to()), "payloads", payloads(e.payloads())));
            case Effect.Accept e -> record("Accept", Map.of("from", endpoint(e.from()),
                    "payloads", payloads(e.payloads())));
            case Effect.Log e -> record("Log", Map.of("reason", Value.of(e.reason().name())));
        };
    }

    /** The ids of the clauses that decided. */
    public Value because(Set<String> because) {
        return Value.set(because.stream().map(Value::of).toList());
    }

    static Value pair(IkeSpis spis) {
        return Value.of(Names.pair(spis));
    }

    static Value endpoint(Endpoint endpoint) {
        return Value.record(Map.of("address", Value.of(Names.addressName(endpoint.address())),
                "port", Value.of(endpoint.port())));
    }

    static Value children(Set<ChildSa> children) {
        return Value.set(children.stream().map(Abstract::child).toList());
    }

    private static Value child(ChildSa child) {
        return Value.record(Map.of(
                "in", Value.of(Names.childName(child.in())), "out", Value.of(Names.childName(child.out()))));
    }

    static Value secrets(Secrets secrets) {
        return Value.seq(secrets.generations().stream().map(Abstract::generation).toList());
    }

    private static Value generation(Secret secret) {
        return Value.of(Names.generation(secret));
    }

    private static Value exchange(int type) {
        return Value.of(ExchangeTypes.name(type));
    }

    private Value payloads(List<Payload> payloads) {
        return messages.payloads(payloads);
    }

    static Value record(String type, Map<String, Value> fields) {
        var all = new TreeMap<>(fields);
        all.put("type", Value.of(type));
        return Value.record(all);
    }
}
