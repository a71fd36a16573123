package sfd.peer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import sfd.ike.Chain;
import sfd.ike.ExchangeTypes;
import sfd.ike.IkeHeader;
import sfd.ike.IkeSpis;
import sfd.ike.Incoming;
import sfd.ike.Payload;
import sfd.octets.Octets;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.session.Child;
import sfd.session.Datagram;
import sfd.session.Delete;
import sfd.session.Faults;
import sfd.session.Received;
import sfd.session.Rekeying;
import sfd.session.Session;

/** The IKE SAs that stand, and what comes and goes under them. */
final class LiveSas {

    private final Map<IkeSpis, LiveSa> all = new HashMap<>();
    private final RandomGenerator random;
    private List<Payload> rekeyAnswer = List.of();

    /**
     * What a datagram under an IKE SA is.
     *
     * @param event what the role sees; none if it did not verify, is not fresh, or has no payloads that can be read
     * @param request that is to be answered
     * @param again the answer that was given before: the request is an old one
     */
    record Opened(Optional<Event> event, Optional<Received.Request> request, Optional<Datagram> again) {
        private static final Opened NOTHING = new Opened(Optional.empty(), Optional.empty(), Optional.empty());
    }

    LiveSas(RandomGenerator random) {
        this.random = random;
    }

    boolean has(IkeSpis spis) {
        return all.containsKey(spis);
    }

    /** @param answer to the request that made it, for that may come again (BASE-2.1-2) */
    void add(Session session, Optional<Datagram> answer) {
        all.put(session.spis(), new LiveSa(session, answer));
    }

    void remove(IkeSpis spis) {
        all.remove(spis);
    }

    void clear() {
        all.clear();
    }

    /** An ESP packet that verifies under a child SA. */
    Optional<Event> esp(int spi, Octets packet) {
        for (LiveSa sa : all.values()) {
            for (Child child : sa.session().children()) {
                Optional<Child.Opened> opened = child.in() == spi ? child.open(packet) : Optional.empty();
                if (opened.isPresent()) {
                    sa.is(sa.session().with(List.of(opened.get().next())));
                    return Optional.of(new Event.ProtectedEsp(spi));
                }
            }
        }
        return Optional.empty();
    }

    /** BASE-2.2-1: only what verified and is fresh becomes a protected event. */
    Opened open(IkeSpis spis, Datagram datagram) {
        LiveSa sa = all.get(spis);
        return switch (sa.session().receive(datagram)) {
            case Received.Request request -> {
                sa.is(request.next());
                yield new Opened(shown(request.header(), request.chain()), Optional.of(request), Optional.empty());
            }
            case Received.Answer answer -> {
                sa.is(answer.next());
                yield new Opened(shown(answer.header(), answer.chain()), Optional.empty(), Optional.empty());
            }
            case Received.Repeated repeated -> new Opened(Optional.empty(), Optional.empty(), sa.lastAnswer());
            case Received.Ignored ignored -> Opened.NOTHING;
        };
    }

    private static Optional<Event> shown(IkeHeader header, Chain chain) {
        return chain instanceof Chain.Payloads inside
                ? Optional.of(new Event.Protected(header.spis(), header.exchange(), header.response(), inside.list())) : Optional.empty();
    }

    /** BASE-2.21.3-1: who has the keys wrote what cannot be read. */
    void refuse(Work work, Received.Request request) {
        if (request.chain() instanceof Incoming.Malformed malformed) {
            work.send(all.get(request.header().spis()).answer(request.header(), Faults.answer(malformed), random));
        }
    }

    /** A protected message, after the role has seen it. */
    void after(Work work, Event.Protected event, Optional<Received.Request> request) {
        LiveSa sa = all.get(event.spis());
        if (sa == null) {
            return;
        }
        if (request.isEmpty()) {
            sa.next(random).ifPresent(work::send); // The window has room again.
        } else if (event.exchange() == ExchangeTypes.CREATE_CHILD_SA) {
            rekey(work, sa, event, request.get());
        } else {
            answer(work, sa, request.get().header(), List.of());
            Delete.all(event.payloads()).forEach(delete -> deleted(work, sa, delete));
        }
    }

    /** RFC 7296, 2.8: the old one lives until it is deleted, and its children are the new one's. */
    private void rekey(Work work, LiveSa sa, Event.Protected event, Received.Request request) {
        Rekeying.Answered rekey = Rekeying.answer(sa.session(), event.payloads(), random);
        if (rekey.next().isEmpty()) {
            answer(work, sa, request.header(), rekey.payloads());
            return;
        }
        rekeyAnswer = rekey.payloads();
        add(rekey.next().get(), Optional.empty());
        sa.is(sa.session().with(List.of()));
        // QCD-4.3-1: the answer waits for the new token.
        work.tell(new Event.SaRekeyed(event.spis(), rekey.next().get().spis(), false, event.payloads()));
    }

    /** The answer to a rekey, now that the role has said what goes into it. */
    void rekeyed(Work work, Event.SaRekeyed event, Optional<Received.Request> request) {
        LiveSa old = all.get(event.old());
        if (old != null && request.isPresent()) {
            answer(work, old, request.get().header(), rekeyAnswer);
        }
    }

    private static void deleted(Work work, LiveSa sa, Delete delete) {
        Session session = sa.session();
        if (delete.spis().isEmpty()) {
            work.tell(new Event.SaClosed(session.spis()));
            return;
        }
        for (Child child : session.children()) {
            if (delete.spis().contains(child.out())) {
                work.tell(new Event.ChildSaClosed(session.spis(), child.in()));
            }
        }
        sa.is(session.with(session.children().stream().filter(child -> !delete.spis().contains(child.out())).toList()));
    }

    /** BASE-2.1-2: each request once; with what the role wants in the answer. */
    private void answer(Work work, LiveSa sa, IkeHeader request, List<Payload> payloads) {
        var inside = new ArrayList<>(payloads);
        inside.addAll(work.wanted(it -> it.response() && it.exchange() == request.exchange()));
        work.send(sa.answer(request, inside, random));
    }

    /** What the role asks for under an IKE SA. */
    void effect(Work work, Effect effect) {
        switch (effect) {
            case Effect.SendProtected it when !it.response() && it.exchange() != ExchangeTypes.IKE_AUTH ->
                Optional.ofNullable(all.get(it.spis())).flatMap(sa -> sa.ask(it.exchange(), it.payloads(), random))
                        .ifPresent(work::send);
            case Effect.Retransmit it -> Optional.ofNullable(all.get(it.spis())).flatMap(LiveSa::again).ifPresent(work::send);
            case Effect.IkeSaDeleted it -> remove(it.spis());
            default -> { }
        }
    }
}
