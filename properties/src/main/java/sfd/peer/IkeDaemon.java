package sfd.peer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import sfd.ike.Chain;
import sfd.ike.Endpoint;
import sfd.ike.ExchangeTypes;
import sfd.ike.IkeHeader;
import sfd.ike.IkeSpis;
import sfd.ike.Incoming;
import sfd.ike.Outline;
import sfd.ike.Payload;
import sfd.ike.Wire;
import sfd.sa.ChildSa;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.Step;
import sfd.session.Child;
import sfd.session.Datagram;
import sfd.session.Delete;
import sfd.session.Faults;
import sfd.session.HalfOpen;
import sfd.session.Key;
import sfd.session.Progress;
import sfd.session.Received;
import sfd.session.Rekeying;
import sfd.session.Session;
import sfd.session.Setup;
import sfd.shell.Daemon;

/**
 * A minimal IKE daemon, so that roles can be talked to with real protected messages: pre-shared keys, one child SA with each IKE
 * SA, a window of one, rekeys of the IKE SA answered. What the roles leave to a daemon it does, and no more.
 */
final class IkeDaemon implements Daemon {

    private final Handshakes handshakes;
    private final RandomGenerator random;
    private final Map<IkeSpis, LiveSa> live = new HashMap<>();
    private Pending pending = Pending.NONE;

    /**
     * What the datagram at hand still needs when the role has made its step.
     *
     * @param datagram that came
     * @param request that was opened, to be answered
     */
    private record Pending(Optional<Datagram> datagram, Optional<Received.Request> request, Optional<Progress.Established> established) {
        private static final Pending NONE = new Pending(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** What is collected while a step's consequences are worked out. */
    private static final class Work {
        private final List<Effect.Send> send = new ArrayList<>();
        private final List<Event> tell = new ArrayList<>();

        void send(Datagram datagram) {
            send.add(new Effect.Send(datagram.from(), datagram.to(), datagram.octets()));
        }

        Turn turn() {
            return new Turn(send, tell);
        }
    }

    IkeDaemon(Setup setup, Key cookieKey, RandomGenerator random) {
        this.handshakes = new Handshakes(setup, cookieKey, random);
        this.random = random;
    }

    /** The first message of an IKE SA of our own. */
    Effect.Send begin(Endpoint here, Endpoint peer) {
        Datagram first = handshakes.begin(here, peer, List.of(), Optional.empty());
        return new Effect.Send(first.from(), first.to(), first.octets());
    }

    @Override
    public boolean wants(Event.Received datagram) {
        return switch (Wire.outline(datagram.framing(), datagram.datagram())) {
            case Outline.Ike it -> isFirst(it.header()) || isKnown(it.header().spis());
            case Incoming.Esp it -> true;
            default -> false;
        };
    }

    private static boolean isFirst(IkeHeader header) {
        return header.exchange() == ExchangeTypes.IKE_SA_INIT && !header.response() && header.spis().responder() == 0;
    }

    private boolean isKnown(IkeSpis spis) {
        return live.containsKey(spis) || handshakes.isHalfOpen(spis) || handshakes.isOurs(spis);
    }

    @Override
    public Event came(Event.Received received) {
        pending = Pending.NONE;
        return switch (Wire.outline(received.framing(), received.datagram())) {
            case Incoming.Esp esp -> opened(received, esp.spi());
            case Outline.Ike it when received.protocol() == sfd.ike.IpProtocol.UDP -> ike(received, it.header());
            default -> received;
        };
    }

    private Event opened(Event.Received received, int spi) {
        for (LiveSa sa : live.values()) {
            for (Child child : sa.session().children()) {
                Optional<Child.Opened> opened = child.in() == spi ? child.open(received.datagram()) : Optional.empty();
                if (opened.isPresent()) {
                    sa.is(sa.session().with(List.of(opened.get().next())));
                    return new Event.ProtectedEsp(spi);
                }
            }
        }
        return received;
    }

    private Event ike(Event.Received received, IkeHeader header) {
        var datagram = new Datagram(received.from(), received.to(), received.datagram());
        LiveSa sa = live.get(header.spis());
        pending = new Pending(Optional.of(datagram), Optional.empty(), Optional.empty());
        return sa == null ? received : under(sa, received, datagram);
    }

    /** BASE-2.2-1: only what verified and is fresh becomes a protected event. */
    private Event under(LiveSa sa, Event.Received received, Datagram datagram) {
        switch (sa.session().receive(datagram)) {
            case Received.Request request -> {
                sa.is(request.next());
                pending = new Pending(pending.datagram(), Optional.of(request), Optional.empty());
                return request.chain() instanceof Chain.Payloads inside ? shown(request.header(), inside.list()) : received;
            }
            case Received.Answer answer -> {
                sa.is(answer.next());
                return answer.chain() instanceof Chain.Payloads inside ? shown(answer.header(), inside.list()) : received;
            }
            case Received.Repeated repeated -> {
                return received;
            }
            case Received.Ignored ignored -> {
                pending = Pending.NONE;
                return received;
            }
        }
    }

    private static Event shown(IkeHeader header, List<Payload> inside) {
        return new Event.Protected(header.spis(), header.exchange(), header.response(), inside);
    }

    @Override
    public Turn after(Event event, Step<?> step) {
        var work = new Work();
        work.send.addAll(Daemon.inTheClear(step));
        Pending now = pending;
        switch (event) {
            case Event.Received it -> received(work, now, it, step);
            case Event.Protected it -> protectedMessage(work, now, it, step);
            case Event.SaHalfOpen it -> halfOpen(work, now, it, step);
            case Event.SaEstablished it -> established(work, now, it, step);
            case Event.SaRekeyed it -> answer(work, now, live.get(it.old()), rekeyAnswer, step);
            case Event.SaClosed it -> live.remove(it.spis());
            case Event.SaForgotten it -> live.remove(it.spis());
            case Event.Rebooted it -> {
                live.clear();
                handshakes.clear();
            }
            case Event.Tick it -> tick(work);
            default -> { }
        }
        step.effects().forEach(effect -> effect(work, effect));
        return work.turn();
    }

    // ---- what came and is not under an IKE SA

    private void received(Work work, Pending now, Event.Received event, Step<?> step) {
        if (now.request().isPresent()) {
            // It verified, and its inside is malformed (BASE-2.21.3-1).
            Received.Request request = now.request().get();
            work.send(live.get(request.header().spis()).answer(request.header(), Faults.answer((Incoming.Malformed) request.chain()), random));
            return;
        }
        if (now.datagram().isEmpty() || !(Wire.outline(event.framing(), event.datagram()) instanceof Outline.Ike it)) {
            return;
        }
        IkeSpis spis = it.header().spis();
        Datagram datagram = now.datagram().get();
        if (live.containsKey(spis)) {
            live.get(spis).lastAnswer().ifPresent(work::send); // A request that came again (BASE-2.1-2).
        } else if (isFirst(it.header())) {
            first(work, datagram, step);
        } else if (handshakes.isHalfOpen(spis)) {
            authenticate(work, spis, datagram);
        } else if (handshakes.isOurs(spis)) {
            answered(work, spis, datagram);
        }
    }

    private void first(Work work, Datagram datagram, Step<?> step) {
        List<Payload> accepted = step.effects().stream().filter(Effect.Accept.class::isInstance)
                .flatMap(it -> ((Effect.Accept) it).payloads().stream()).toList();
        switch (handshakes.first(datagram, accepted)) {
            case Progress.Continued it when it.next() instanceof HalfOpen halfOpen -> {
                work.send(halfOpen.sent());
                work.tell.add(new Event.SaHalfOpen(halfOpen.spis(), datagram.to(), datagram.from(), false));
            }
            case Progress.Declined it -> work.send(it.send());
            default -> { }
        }
    }

    private void authenticate(Work work, IkeSpis spis, Datagram datagram) {
        switch (handshakes.authenticate(spis, datagram, List.of())) {
            case Progress.Established it -> {
                pending = new Pending(Optional.of(datagram), Optional.empty(), Optional.of(it));
                work.tell.add(told(it));
            }
            case Progress.Declined it -> {
                handshakes.done(spis);
                work.send(it.send());
                work.tell.add(new Event.SaForgotten(spis));
            }
            default -> { }
        }
    }

    private void answered(Work work, IkeSpis spis, Datagram datagram) {
        Handshakes.Went went = handshakes.answered(spis, datagram);
        switch (went.progress()) {
            case Progress.Continued it when it.next() instanceof sfd.session.Authenticating next ->
                work.tell.add(new Event.SaHalfOpen(next.spis(), next.sent().from(), next.sent().to(), true));
            case Progress.Continued it -> work.send(it.next().sent());
            case Progress.Established it -> {
                live.put(it.session().spis(), new LiveSa(it.session(), Optional.empty()));
                work.tell.add(told(it));
                went.replaces().ifPresent(old -> work.tell.add(new Event.SaReplaced(old, it.session().spis())));
            }
            case Progress.Refused it when it.isProtected() -> {
                work.tell.add(new Event.SaForgotten(spis));
                went.replaces().ifPresent(old -> work.tell.add(new Event.SaNotReplaced(old)));
            }
            default -> { }
        }
    }

    private static Event told(Progress.Established it) {
        Session session = it.session();
        var payloads = new ArrayList<>(it.first());
        payloads.addAll(it.authenticated());
        return new Event.SaEstablished(session.spis(), session.other().toString(), children(session), payloads);
    }

    private static Set<ChildSa> children(Session session) {
        return session.children().stream().map(child -> new ChildSa(child.in(), child.out())).collect(Collectors.toSet());
    }

    // ---- an IKE SA in the making, told to the role

    private void halfOpen(Work work, Pending now, Event.SaHalfOpen event, Step<?> step) {
        if (event.initiator() && handshakes.isOurs(event.spis())) {
            work.send(handshakes.withInAuth(event.spis(),
                    sealed(step, it -> !it.response() && it.exchange() == ExchangeTypes.IKE_AUTH)));
        }
    }

    /** QCD-3-1, QCD-4.2-3: the answer goes out with what the role says, which it can only now. */
    private void established(Work work, Pending now, Event.SaEstablished event, Step<?> step) {
        if (now.established().isEmpty() || now.datagram().isEmpty()) {
            return;
        }
        List<Payload> inAuth = sealed(step, it -> it.response() && it.exchange() == ExchangeTypes.IKE_AUTH);
        if (handshakes.authenticate(event.spis(), now.datagram().get(), inAuth) instanceof Progress.Established it) {
            handshakes.done(event.spis());
            live.put(event.spis(), new LiveSa(it.session(), it.send()));
            it.send().ifPresent(work::send);
        }
    }

    // ---- under an IKE SA

    private List<Payload> rekeyAnswer = List.of();

    private void protectedMessage(Work work, Pending now, Event.Protected event, Step<?> step) {
        LiveSa sa = live.get(event.spis());
        if (sa == null || event.response()) {
            if (sa != null) {
                sa.next(random).ifPresent(work::send);
            }
            return;
        }
        if (event.exchange() == ExchangeTypes.CREATE_CHILD_SA) {
            Rekeying.Answered rekey = Rekeying.answer(sa.session(), event.payloads(), random);
            rekeyAnswer = rekey.payloads();
            if (rekey.next().isPresent()) {
                // The old one lives until it is deleted, and its children are the new one's (RFC 7296, 2.8).
                live.put(rekey.next().get().spis(), new LiveSa(rekey.next().get(), Optional.empty()));
                sa.is(sa.session().with(List.of()));
                work.tell.add(new Event.SaRekeyed(event.spis(), rekey.next().get().spis(), false, event.payloads()));
                return;
            }
            answer(work, now, sa, rekeyAnswer, step);
            return;
        }
        List<Delete> deletes = Delete.all(event.payloads());
        answer(work, now, sa, List.of(), step);
        for (Delete delete : deletes) {
            if (delete.spis().isEmpty()) {
                work.tell.add(new Event.SaClosed(event.spis()));
            } else {
                sa.session().children().stream().filter(child -> delete.spis().contains(child.out()))
                        .forEach(child -> work.tell.add(new Event.ChildSaClosed(event.spis(), child.in())));
                sa.is(sa.session().with(sa.session().children().stream().filter(child -> !delete.spis().contains(child.out())).toList()));
            }
        }
    }

    /** BASE-2.1-2: each request once; with what the role wants in the answer. */
    private void answer(Work work, Pending now, LiveSa sa, List<Payload> payloads, Step<?> step) {
        if (sa != null && now.request().isPresent()) {
            IkeHeader header = now.request().get().header();
            var all = new ArrayList<>(payloads);
            all.addAll(sealed(step, it -> it.response() && it.exchange() == header.exchange()));
            work.send(sa.answer(header, all, random));
        }
    }

    private static List<Payload> sealed(Step<?> step, Predicate<Effect.SendProtected> wanted) {
        return step.effects().stream().filter(Effect.SendProtected.class::isInstance).map(Effect.SendProtected.class::cast)
                .filter(wanted).flatMap(it -> it.payloads().stream()).toList();
    }

    // ---- what the role asks for besides

    private void effect(Work work, Effect effect) {
        switch (effect) {
            case Effect.SendProtected it when !it.response() && it.exchange() != ExchangeTypes.IKE_AUTH ->
                Optional.ofNullable(live.get(it.spis())).flatMap(sa -> sa.ask(it.exchange(), it.payloads(), random)).ifPresent(work::send);
            case Effect.Retransmit it -> Optional.ofNullable(live.get(it.spis())).flatMap(LiveSa::again).ifPresent(work::send);
            case Effect.IkeSaDeleted it -> live.remove(it.spis());
            case Effect.Initiate it -> work.send(handshakes.begin(it.from(), it.to(), it.payloads(), Optional.of(it.replaces())));
            default -> { }
        }
    }

    private void tick(Work work) {
        Handshakes.Ended ended = handshakes.ticked();
        ended.again().forEach(work::send);
        ended.forgotten().forEach(spis -> work.tell.add(new Event.SaForgotten(spis)));
        ended.notReplaced().forEach(spis -> work.tell.add(new Event.SaNotReplaced(spis)));
    }
}
