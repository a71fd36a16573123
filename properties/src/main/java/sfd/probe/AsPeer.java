package sfd.probe;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import sfd.ike.Endpoint;
import sfd.ike.ExchangeTypes;
import sfd.sa.Effect;
import sfd.session.Delete;
import sfd.session.KeyExchange;
import sfd.session.Rekeying;
import sfd.session.Session;

/** The steps of who has a pre-shared key. */
final class AsPeer {

    /** Transmissions of what is answered unless it is lost. */
    private static final int TRIES = 3;

    private final Target target;
    private final Line line;
    private final Association association;
    private final Names names;
    private final Sketch sketch;
    private final Map<String, Effect.Send> sent;
    private final RandomGenerator random;

    /** @param sent by step, to be sent again; written here */
    AsPeer(Target target, Line line, Association association, Names names, Sketch sketch, Map<String, Effect.Send> sent,
            RandomGenerator random) {
        this.target = target;
        this.line = line;
        this.association = association;
        this.names = names;
        this.sketch = sketch;
        this.sent = sent;
        this.random = random;
    }

    Seen establish(Case.Step step) throws NotObservableException, IOException {
        Endpoint here = line.ends().end(false);
        var made = new Establishing(line.ends(), line.patience(), target, random);
        Seen seen = made.run(here, sketch.payloads(step.fields().path("first"), here, target.ike()),
                sketch.payloads(step.fields().path("auth"), here, target.ike()));
        line.consume(seen.came());
        if (made.session().isPresent()) {
            Session session = made.session().get();
            association.add(session);
            names.put("live", session.spis().octets());
            session.children().forEach(child -> names.put("childOfOurs", child.in()));
        }
        return seen;
    }

    Seen liveness(Case.Step step) throws NotObservableException, IOException {
        Session session = association.live();
        if (step.elsewhere()) {
            session = session.between(line.ends().end(true), session.peer());
        }
        return asked(step.id(), session, session.liveness(random), "no liveness check is answered");
    }

    Seen rekey(Case.Step step) throws NotObservableException, IOException {
        Session old = association.live();
        Rekeying rekeying = Rekeying.begin(old, KeyExchange.CURVE25519, random);
        int id = (int) old.ids().nextRequest();
        Seen seen = asked(step.id(), old, old.request(ExchangeTypes.CREATE_CHILD_SA, rekeying.payloads(), random), "no answer");
        Optional<Session> next = association.answered(id).flatMap(rekeying::complete);
        if (next.isEmpty()) {
            return new Seen(seen.sent(), seen.came(), false, seen.done() ? "it declined the rekey" : seen.why());
        }
        delete();
        association.add(next.get());
        names.put("live", next.get().spis().octets());
        return seen;
    }

    Seen delete() throws NotObservableException, IOException {
        Session session = association.live();
        names.put("deleted", session.spis().octets());
        return asked("", session, session.request(ExchangeTypes.INFORMATIONAL, List.of(Delete.ikeSa().payload()), random),
                "the Delete is not acknowledged");
    }

    private Seen asked(String step, Session session, Optional<Session.Asked> asked, String why) throws NotObservableException, IOException {
        if (asked.isEmpty()) {
            throw new NotObservableException("an earlier request is still unanswered");
        }
        int id = (int) session.ids().nextRequest();
        association.asking();
        association.is(asked.get().next());
        Effect.Send request = Line.datagram(asked.get().send());
        sent.put(step, request);
        Seen seen = line.transmit(List.of(request), TRIES, false, () -> association.answered(id).isPresent());
        boolean done = association.answered(id).isPresent();
        return new Seen(seen.sent(), seen.came(), done, done ? "" : why);
    }

    /** An SA that still lives is not left behind. */
    void part() throws IOException {
        try {
            Session session = association.live();
            Optional<Session.Asked> last = session.request(ExchangeTypes.INFORMATIONAL, List.of(Delete.ikeSa().payload()), random);
            if (last.isPresent() && !session.spis().octets().equals(names.value("deleted", ""))) {
                line.ends().send(Line.datagram(last.get().send()), false);
            }
        } catch (NotObservableException nothingToDelete) {
            // No SA came about, or nothing more may be sent.
            return;
        }
    }
}
