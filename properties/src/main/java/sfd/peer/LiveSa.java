package sfd.peer;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.random.RandomGenerator;
import sfd.ike.IkeHeader;
import sfd.ike.Payload;
import sfd.session.Datagram;
import sfd.session.Session;

/** An IKE SA of the daemon: the session, and what it must be able to send again. */
final class LiveSa {

    /** Requests that may wait for the window (BASE-2.3-1); what is more is dropped, and its sender asks again. */
    private static final int MOST_WAITING = 16;

    private record Request(int exchange, List<Payload> payloads) {
    }

    private final Queue<Request> waiting = new ArrayDeque<>();
    private Session session;
    private Optional<Datagram> answer = Optional.empty();
    private Optional<Datagram> request = Optional.empty();

    /** @param answer that was sent last, to IKE_AUTH or to the rekey; none of who asked */
    LiveSa(Session session, Optional<Datagram> answer) {
        this.session = session;
        this.answer = answer;
    }

    Session session() {
        return session;
    }

    /** The session went on. */
    void is(Session next) {
        session = next;
    }

    /** BASE-2.3-1: now if the window has room, else as soon as it has. */
    Optional<Datagram> ask(int exchange, List<Payload> payloads, RandomGenerator random) {
        if (waiting.size() < MOST_WAITING) {
            waiting.add(new Request(exchange, payloads));
        }
        return next(random);
    }

    /** The next request that waits, if the window has room. */
    Optional<Datagram> next(RandomGenerator random) {
        if (waiting.isEmpty() || session.ids().isClosed()) {
            return Optional.empty();
        }
        Request first = waiting.remove();
        Optional<Session.Asked> asked = session.request(first.exchange(), first.payloads(), random);
        asked.ifPresent(it -> session = it.next());
        request = asked.map(Session.Asked::send);
        return request;
    }

    /** BASE-2.1-1: the very same octets; none if no request is under way. */
    Optional<Datagram> again() {
        return session.ids().isClosed() ? request : Optional.empty();
    }

    /** BASE-2.1-2: kept, for the request may come again. */
    Datagram answer(IkeHeader to, List<Payload> payloads, RandomGenerator random) {
        Datagram made = session.answer(to, payloads, random);
        answer = Optional.of(made);
        return made;
    }

    Optional<Datagram> lastAnswer() {
        return answer;
    }
}
