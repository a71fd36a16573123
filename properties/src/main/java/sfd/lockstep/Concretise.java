package sfd.lockstep;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import sfd.ike.Endpoint;
import sfd.ike.IkeSpis;
import sfd.ike.Payload;
import sfd.ike.Reason;
import sfd.sa.ChildSa;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.LogReason;
import sfd.token.Digest;
import sfd.token.Secrets;
import sfd.traces.value.Value;

/** From the model's events and effects to those of Java. {@link Abstract} is the inverse. */
public final class Concretise {

    private static final Set<String> READING_REASONS =
            Arrays.stream(Reason.values()).map(Reason::name).collect(Collectors.toSet());

    private final Messages messages;
    private final Arrivals arrivals;

    public Concretise(Digest digest) {
        this.messages = new Messages(new TokenTerms(digest), new CookieTerms(digest));
        this.arrivals = new Arrivals(messages);
    }

    Messages messages() {
        return messages;
    }

    /** @throws NotInModelException where nothing in Java corresponds to the event */
    public Event event(Value event) {
        String type = event.field("type").text();
        return switch (type) {
            case "Received" -> arrivals.concretise(event);
            case "Protected" -> new Event.Protected(spis(event), Messages.exchange(event.field("exchange")),
                    event.field("response").bool(), payloads(event));
            case "ProtectedEsp" -> new Event.ProtectedEsp(Names.child(event.field("spi").text()));
            case "SaHalfOpen" -> new Event.SaHalfOpen(spis(event), endpoint(event.field("here")),
                    endpoint(event.field("peer")), event.field("initiator").bool());
            case "SaEstablished" -> new Event.SaEstablished(spis(event), event.field("identity").text(),
                    children(event.field("children")), payloads(event));
            case "SaRekeyed" -> new Event.SaRekeyed(pair(event.field("old")), pair(event.field("new")),
                    event.field("initiator").bool(), payloads(event));
            case "SaImported" -> new Event.SaImported(spis(event), endpoint(event.field("here")),
                    endpoint(event.field("peer")), event.field("initiator").bool(), event.field("identity").text(),
                    children(event.field("children")), integer(event.field("secret")));
            case "ChildSaCreated" -> new Event.ChildSaCreated(spis(event), child(event.field("child")));
            case "ChildSaClosed" -> new Event.ChildSaClosed(spis(event), Names.child(event.field("spi").text()));
            case "SaClosed" -> new Event.SaClosed(spis(event));
            case "SaForgotten" -> new Event.SaForgotten(spis(event));
            case "AddressChanged" -> new Event.AddressChanged(spis(event), endpoint(event.field("here")),
                    endpoint(event.field("peer")),
                    Event.MoveCause.valueOf(event.field("cause").text().toUpperCase(Locale.ROOT)));
            case "SecretRolled" -> new Event.SecretRolled(Names.secret(event.field("secret").integer()));
            case "Rebooted" -> new Event.Rebooted(secrets(event.field("secrets")));
            case "ActiveElsewhere" -> new Event.ActiveElsewhere(spis(event), event.field("active").bool());
            case "SaReplaced" -> new Event.SaReplaced(pair(event.field("old")), pair(event.field("new")));
            case "SaNotReplaced" -> new Event.SaNotReplaced(spis(event));
            case "ResumptionAsked" -> new Event.ResumptionAsked(endpoint(event.field("from")),
                    endpoint(event.field("to")), pair(event.field("under")), spis(event), event.field("initiator").bool(),
                    integer(event.field("id")), Event.Ticket.valueOf(event.field("ticket").text().toUpperCase(Locale.ROOT)),
                    messages.cookies().octets(event.field("own")), messages.cookies().octets(event.field("cookie")));
            case "TrafficDue" -> new Event.TrafficDue(spis(event));
            case "Tick" -> new Event.Tick();
            default -> throw new NotInModelException("no event " + type);
        };
    }

    /** The effects of one step, in order. */
    public List<Effect> effects(Value effects) {
        return effects.items().stream().map(this::effect).toList();
    }

    private Effect effect(Value effect) {
        String type = effect.field("type").text();
        return switch (type) {
            case "Send" -> send(effect);
            case "SendProtected" -> new Effect.SendProtected(spis(effect), Messages.exchange(effect.field("exchange")),
                    effect.field("response").bool(), payloads(effect));
            case "Retransmit" -> new Effect.Retransmit(spis(effect));
            case "IkeSaDeleted" -> new Effect.IkeSaDeleted(spis(effect), children(effect.field("children")));
            case "ChildSaDeleted" -> new Effect.ChildSaDeleted(spis(effect), child(effect.field("child")));
            case "Initiate" -> new Effect.Initiate(pair(effect.field("replaces")), endpoint(effect.field("from")),
                    endpoint(effect.field("to")), payloads(effect));
            case "Accept" -> new Effect.Accept(endpoint(effect.field("from")), payloads(effect));
            case "Log" -> new Effect.Log(reason(effect.field("reason").text()));
            default -> throw new NotInModelException("no effect " + type);
        };
    }

    private Effect send(Value effect) {
        Endpoint from = endpoint(effect.field("from"));
        Endpoint to = endpoint(effect.field("to"));
        return new Effect.Send(from, to, messages.datagram(from, to, effect.field("message")));
    }

    private static LogReason reason(String name) {
        return READING_REASONS.contains(name)
                ? new LogReason.Unreadable(Reason.valueOf(name))
                : LogReason.Judged.valueOf(name);
    }

    /** The ids of the clauses that decided. */
    public Set<String> because(Value because) {
        return because.elements().stream().map(Value::text).collect(Collectors.toCollection(TreeSet::new));
    }

    private static IkeSpis spis(Value of) {
        return pair(of.field("spis"));
    }

    static IkeSpis pair(Value pair) {
        return Names.ikeSpis(pair.integer());
    }

    static int integer(Value value) {
        return Math.toIntExact(value.integer());
    }

    static Endpoint endpoint(Value endpoint) {
        return new Endpoint(Names.address(endpoint.field("address").text()), integer(endpoint.field("port")));
    }

    static Set<ChildSa> children(Value children) {
        return children.elements().stream()
                .map(Concretise::child)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static ChildSa child(Value child) {
        return new ChildSa(Names.child(child.field("in").text()), Names.child(child.field("out").text()));
    }

    static Secrets secrets(Value generations) {
        return new Secrets(generations.items().stream().map(Value::integer).map(Names::secret).toList());
    }

    private List<Payload> payloads(Value of) {
        return messages.inside(of.field("payloads"));
    }
}
