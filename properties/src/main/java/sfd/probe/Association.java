package sfd.probe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import sfd.ike.Chain;
import sfd.ike.Payload;
import sfd.sa.Event;
import sfd.session.Datagram;
import sfd.session.Received;
import sfd.session.Session;

/** The IKE SAs that a case made with the peer: what verifies under them, and the answers that the peer may expect of us. */
final class Association {

    /** An SA, and our last answer under it. */
    private static final class Sa {
        private Session session;
        private Optional<Datagram> answer = Optional.empty();

        private Sa(Session session) {
            this.session = session;
        }
    }

    /** What came, and what we owe for it. */
    record Opened(Came came, Optional<Datagram> owed) {
    }

    private final List<Sa> all = new ArrayList<>();
    private final Map<Integer, List<Payload>> answers = new HashMap<>();
    private final RandomGenerator random;

    Association(RandomGenerator random) {
        this.random = random;
    }

    void add(Session session) {
        all.add(new Sa(session));
    }

    /** The newest. */
    Session live() throws NotObservableException {
        if (all.isEmpty()) {
            throw new NotObservableException("there is no IKE SA");
        }
        return all.getLast().session;
    }

    /** The newest goes on as this. */
    void is(Session next) {
        for (Sa sa : all) {
            if (sa.session.spis().equals(next.spis())) {
                sa.session = next;
            }
        }
    }

    /** Forgets the answers to our requests; those that come are then in {@link #answered}. */
    void asking() {
        answers.clear();
    }

    /** The payloads of the answer to our request of this message ID. */
    Optional<List<Payload>> answered(int messageId) {
        return Optional.ofNullable(answers.get(messageId));
    }

    /** A request of the peer's is answered, and answered again if it comes again (RFC 7296, 2.1). */
    Opened open(Event.Received datagram) {
        Came came = Came.inTheClear(datagram);
        var octets = new Datagram(datagram.from(), datagram.to(), datagram.datagram());
        for (Sa sa : all) {
            Optional<Session.Opened> opened = sa.session.open(octets);
            if (opened.isPresent()) {
                return opened(sa, octets, came.verified(opened.get().chain() instanceof Chain.Payloads it ? it.list() : List.of(),
                        !opened.get().header().response()));
            }
        }
        return new Opened(came, Optional.empty());
    }

    private Opened opened(Sa sa, Datagram octets, Came came) {
        switch (sa.session.receive(octets)) {
            case Received.Request it -> {
                sa.session = it.next();
                sa.answer = Optional.of(sa.session.answer(it.header(), List.of(), random));
                return new Opened(came, sa.answer);
            }
            case Received.Answer it -> {
                sa.session = it.next();
                answers.put(it.header().messageId(), came.payloads());
            }
            case Received.Repeated it -> {
                return new Opened(came, sa.answer);
            }
            case Received.Ignored it -> { }
        }
        return new Opened(came, Optional.empty());
    }
}
