package sfd.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
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
import sfd.session.Authenticating;
import sfd.session.Datagram;
import sfd.session.HalfOpen;
import sfd.session.Key;
import sfd.session.Progress;
import sfd.session.Received;
import sfd.session.Session;
import sfd.session.Setup;
import sfd.shell.Daemon;

/**
 * A minimal IKE daemon, so that roles can be talked to with real protected messages: pre-shared keys, one child SA with each IKE
 * SA, a window of one, rekeys of the IKE SA answered. What the roles leave to a daemon it does, and no more.
 */
final class IkeDaemon implements Daemon {

    private final Handshakes handshakes;
    private final LiveSas live;
    private final Refusal refusals = new Refusal();
    private Pending pending = Pending.NONE;

    /**
     * What the datagram at hand still needs when the role has made its step.
     *
     * @param datagram IKE that came
     * @param request under an IKE SA, to be answered
     * @param again an answer that is asked for once more
     */
    private record Pending(Optional<Datagram> datagram, Optional<Received.Request> request, Optional<Datagram> again) {
        private static final Pending NONE = new Pending(Optional.empty(), Optional.empty(), Optional.empty());
    }

    IkeDaemon(Setup setup, Key cookieKey, RandomGenerator random) {
        this.handshakes = new Handshakes(setup, cookieKey, random);
        this.live = new LiveSas(random);
    }

    /** The first message of an IKE SA of our own. */
    Effect.Send begin(Endpoint here, Endpoint peer) {
        Datagram first = handshakes.begin(here, peer, List.of(), Optional.empty());
        return new Effect.Send(first.from(), first.to(), first.octets());
    }

    @Override
    public boolean wants(Event.Received datagram) {
        return switch (Wire.outline(datagram.framing(), datagram.datagram())) {
            case Outline.Ike it -> isFirst(it.header()) || live.has(it.header().spis()) || handshakes.isHalfOpen(it.header().spis())
                    || handshakes.isOurs(it.header().spis());
            case Incoming.Esp it -> true;
            case Incoming.Malformed it -> Refusal.isDue(it);
            default -> false;
        };
    }

    private static boolean isFirst(IkeHeader header) {
        return header.exchange() == ExchangeTypes.IKE_SA_INIT && !header.response() && header.spis().responder() == 0;
    }

    @Override
    public Event came(Event.Received received) {
        pending = Pending.NONE;
        return switch (Wire.outline(received.framing(), received.datagram())) {
            case Incoming.Esp esp -> live.esp(esp.spi(), received.datagram()).orElse(received);
            case Outline.Ike it -> ike(received, it.header().spis());
            default -> received;
        };
    }

    private Event ike(Event.Received received, IkeSpis spis) {
        var datagram = new Datagram(received.from(), received.to(), received.datagram());
        if (!live.has(spis)) {
            pending = new Pending(Optional.of(datagram), Optional.empty(), Optional.empty());
            return received;
        }
        LiveSas.Opened opened = live.open(spis, datagram);
        pending = new Pending(Optional.empty(), opened.request(), opened.again());
        return opened.event().orElse(received);
    }

    @Override
    public Turn after(Event event, Step<?> step) {
        var work = new Work(step);
        switch (event) {
            case Event.Received it -> received(work, it);
            case Event.Protected it -> live.after(work, it, pending.request());
            case Event.SaHalfOpen it -> halfOpen(work, it);
            case Event.SaEstablished it -> established(work, it);
            case Event.SaRekeyed it -> live.rekeyed(work, it, pending.request());
            case Event.SaClosed it -> live.remove(it.spis());
            case Event.SaForgotten it -> live.remove(it.spis());
            case Event.Rebooted it -> {
                live.clear();
                handshakes.clear();
            }
            case Event.Tick it -> {
                refusals.ticked();
                tick(work);
            }
            default -> { }
        }
        work.effects().forEach(effect -> effect(work, effect));
        return work.turn();
    }

    private void received(Work work, Event.Received event) {
        if (Wire.outline(event.framing(), event.datagram()) instanceof Incoming.Malformed malformed) {
            refusals.to(event, malformed).ifPresent(work::send);
        }
        pending.request().ifPresent(request -> live.refuse(work, request));
        pending.again().ifPresent(work::send);
        pending.datagram().ifPresent(datagram -> {
            if (Wire.outline(datagram.framing(), datagram.octets()) instanceof Outline.Ike it) {
                handshake(work, datagram, it.header());
            }
        });
    }

    private void handshake(Work work, Datagram datagram, IkeHeader header) {
        if (isFirst(header)) {
            first(work, datagram);
        } else if (handshakes.isHalfOpen(header.spis())) {
            authenticate(work, header.spis(), datagram);
        } else if (handshakes.isOurs(header.spis())) {
            answered(work, header.spis(), datagram);
        }
    }

    private void first(Work work, Datagram datagram) {
        // SIR-3.2.2-12: what X accepted goes on as if the cookie had been asked for here.
        List<Payload> accepted = work.effects().stream().filter(Effect.Accept.class::isInstance)
                .flatMap(it -> ((Effect.Accept) it).payloads().stream()).toList();
        switch (handshakes.first(datagram, accepted)) {
            case Progress.Continued it when it.next() instanceof HalfOpen halfOpen -> {
                work.send(halfOpen.sent());
                work.tell(new Event.SaHalfOpen(halfOpen.spis(), datagram.to(), datagram.from(), false));
            }
            case Progress.Declined it -> work.send(it.send());
            default -> { }
        }
    }

    private void authenticate(Work work, IkeSpis spis, Datagram datagram) {
        switch (handshakes.authenticate(spis, datagram, List.of())) {
            case Progress.Established it -> work.tell(told(it)); // Answered below, with what the role says to that.
            case Progress.Declined it -> {
                handshakes.done(spis);
                work.send(it.send());
                work.tell(new Event.SaForgotten(spis));
            }
            default -> { }
        }
    }

    private void answered(Work work, IkeSpis spis, Datagram datagram) {
        Handshakes.Went went = handshakes.answered(spis, datagram);
        switch (went.progress()) {
            case Progress.Continued it when it.next() instanceof Authenticating next ->
                work.tell(new Event.SaHalfOpen(next.spis(), next.sent().from(), next.sent().to(), true));
            case Progress.Continued it -> work.send(it.next().sent());
            case Progress.Established it -> {
                live.add(it.session(), Optional.empty());
                work.tell(told(it));
                went.replaces().ifPresent(old -> work.tell(new Event.SaReplaced(old, it.session().spis())));
            }
            case Progress.Refused it when it.isProtected() -> {
                work.tell(new Event.SaForgotten(spis));
                went.replaces().ifPresent(old -> work.tell(new Event.SaNotReplaced(old)));
            }
            default -> { }
        }
    }

    private static Event told(Progress.Established it) {
        Session session = it.session();
        Set<ChildSa> children = session.children().stream().map(child -> new ChildSa(child.in(), child.out())).collect(Collectors.toSet());
        var payloads = new ArrayList<>(it.first());
        payloads.addAll(it.authenticated());
        return new Event.SaEstablished(session.spis(), session.other().toString(), children, payloads);
    }

    /** QCD-3-1, QCD-4.2-3: an initiator's token goes with its first IKE_AUTH request. */
    private void halfOpen(Work work, Event.SaHalfOpen event) {
        if (event.initiator() && handshakes.isOurs(event.spis())) {
            work.send(handshakes.withInAuth(event.spis(), work.wanted(it -> !it.response() && it.exchange() == ExchangeTypes.IKE_AUTH)));
        }
    }

    /** QCD-3-1, QCD-4.2-3: a responder's with the answer. */
    private void established(Work work, Event.SaEstablished event) {
        if (pending.datagram().isEmpty() || !handshakes.isHalfOpen(event.spis())) {
            return;
        }
        List<Payload> inAuth = work.wanted(it -> it.response() && it.exchange() == ExchangeTypes.IKE_AUTH);
        if (handshakes.authenticate(event.spis(), pending.datagram().get(), inAuth) instanceof Progress.Established it) {
            handshakes.done(event.spis());
            live.add(it.session(), it.send());
            it.send().ifPresent(work::send);
        }
    }

    private void effect(Work work, Effect effect) {
        if (effect instanceof Effect.Initiate it) {
            work.send(handshakes.begin(it.from(), it.to(), it.payloads(), Optional.of(it.replaces())));
        } else {
            live.effect(work, effect);
        }
    }

    private void tick(Work work) {
        Handshakes.Ended ended = handshakes.ticked();
        ended.again().forEach(work::send);
        ended.forgotten().forEach(spis -> work.tell(new Event.SaForgotten(spis)));
        ended.notReplaced().forEach(spis -> work.tell(new Event.SaNotReplaced(spis)));
    }
}
