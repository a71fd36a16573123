package sfd.probe;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import sfd.ike.CheckSpi;
import sfd.ike.Endpoint;
import sfd.ike.ExchangeTypes;
import sfd.ike.IkeHeader;
import sfd.ike.IkeSpis;
import sfd.octets.Octets;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.session.Datagram;
import sfd.session.Delete;
import sfd.session.KeyExchange;
import sfd.session.Rekeying;
import sfd.session.Session;

/** The steps of one case, one after the other. */
final class Conversation implements AutoCloseable {

    /** Transmissions of what is answered unless it is lost. */
    private static final int TRIES = 3;

    private static final int TOKEN = 32;
    private static final int COOKIE = 36;

    private final Target target;
    private final Ends ends;
    private final long wait;
    private final RandomGenerator random;
    private final Names names;
    private final Sketch sketch;
    private final Association association;
    private final Map<String, Effect.Send> sent = new HashMap<>();
    private final Set<Octets> consumed = new HashSet<>();
    private Optional<Endpoint> asker = Optional.empty();

    /** @param wait nanoseconds for an answer */
    Conversation(Target target, Ends ends, long wait, RandomGenerator random) {
        this.target = target;
        this.ends = ends;
        this.wait = wait;
        this.random = random;
        names = new Names(random);
        sketch = new Sketch(names, random);
        association = new Association(random);
        List.of("ours", "other").forEach(it -> names.fresh(it, TOKEN));
        names.put("prefix", names.fresh("ours", TOKEN).slice(0, TOKEN / 2));
        names.fresh("cookie", COOKIE);
        names.fresh("child", Integer.BYTES);
        freshSpis();
        names.put("none", IkeSpis.NONE.octets());
    }

    private void freshSpis() {
        names.put("unknown", names.random(IkeSpis.LENGTH));
        names.put("unknownToo", names.random(IkeSpis.LENGTH));
        names.put("begun", Sketch.begun(names.random(Long.BYTES)));
    }

    Seen perform(Case.Step step) throws NotObservableException, IOException {
        return switch (step.kind()) {
            case SEND -> send(step);
            case AGAIN -> again(step);
            case ESTABLISH -> establish(step);
            case LIVENESS -> liveness(step);
            case REKEY -> rekey(step);
            case DELETE -> delete();
            case PAUSE -> transmit(List.of(), 1, TimeUnit.SECONDS.toNanos(step.fields().intValue()), true, () -> false);
        };
    }

    // ---- what a stranger can do

    private Seen send(Case.Step step) throws NotObservableException, IOException {
        var out = new ArrayList<Effect.Send>();
        for (int i = 0; i < step.times(); i++) {
            if (i > 0) {
                freshSpis();
            }
            Endpoint from = ends.end(step.elsewhere());
            Endpoint to = switch (step.to()) {
                case "asked" -> asker.orElseThrow(() -> new NotObservableException("nothing was asked"));
                case "shared" -> target.shared();
                default -> target.ike();
            };
            out.add(new Effect.Send(from, to, sketch.datagram(step.fields(), from, to)));
        }
        sent.put(step.id(), out.getFirst());
        Seen seen = transmit(out, step.tries(), true, () -> false);
        seen.clear().stream().flatMap(it -> it.message().stream()).map(it -> it.header())
                .filter(it -> it.exchange() == ExchangeTypes.IKE_SA_INIT && it.response() && it.spis().responder() != 0)
                .findFirst().map(IkeHeader::spis).ifPresent(it -> names.put("halfOpen", it.octets()));
        seen.clear().forEach(this::question);
        return seen;
    }

    /** What the peer asked, to be answered or not. */
    private void question(Came came) {
        for (CheckSpi said : CheckSpi.in(came.payloads())) {
            if (said instanceof CheckSpi.AboutIkeSa it && it.subtype() == CheckSpi.Subtype.QUERY) {
                names.put("askedCookie", it.cookie());
                names.put("askedSize", Octets.of((byte) it.cookie().length()));
                asker = Optional.of(came.datagram().from());
            }
        }
    }

    private Seen again(Case.Step step) throws NotObservableException, IOException {
        Effect.Send first = sent.get(step.fields().textValue());
        Endpoint from = step.elsewhere() ? ends.end(true) : first.from();
        return transmit(List.of(new Effect.Send(from, first.to(), first.datagram())), step.tries(), false, () -> false);
    }

    /**
     * Sends, and takes what comes.
     *
     * @param fresh what answers an earlier message under an IKE SA is passed over
     * @param enough it need not be waited for more
     */
    private Seen transmit(List<Effect.Send> out, int tries, boolean fresh, BooleanSupplier enough)
            throws NotObservableException, IOException {
        return transmit(out, tries, wait, fresh, enough);
    }

    private Seen transmit(List<Effect.Send> out, int tries, long patience, boolean fresh, BooleanSupplier enough)
            throws NotObservableException, IOException {
        var came = new ArrayList<Came>();
        ends.exchange(out, tries, patience, new Ends.Hearing() {
            @Override
            public void hear(Event.Received datagram) throws NotObservableException, IOException {
                Association.Opened opened = association.open(datagram);
                if (opened.owed().isPresent()) {
                    ends.send(datagram(opened.owed().get()), false);
                }
                boolean late = fresh && (consumed.contains(datagram.datagram())
                        || opened.came().inside().isPresent() && !opened.came().ownRequest());
                if (!late) {
                    came.add(opened.came());
                }
            }

            @Override
            public boolean isAnswered() {
                return enough.getAsBoolean() || !came.stream().allMatch(Came::ownRequest);
            }

            @Override
            public boolean isEnough() {
                return enough.getAsBoolean();
            }
        });
        return new Seen(out, came, false, "");
    }

    static Effect.Send datagram(Datagram it) {
        return new Effect.Send(it.from(), it.to(), it.octets());
    }

    // ---- what needs an IKE SA

    private Seen establish(Case.Step step) throws NotObservableException, IOException {
        Endpoint here = ends.end(false);
        var made = new Establishing(ends, wait, target, random);
        Seen seen = made.run(here, sketch.payloads(step.fields().path("first"), here, target.ike()),
                sketch.payloads(step.fields().path("auth"), here, target.ike()));
        seen.came().forEach(it -> consumed.add(it.datagram().datagram()));
        if (made.session().isPresent()) {
            Session session = made.session().get();
            association.add(session);
            names.put("live", session.spis().octets());
            session.children().forEach(child -> names.put("childOfOurs", child.in()));
        }
        return seen;
    }

    private Seen liveness(Case.Step step) throws NotObservableException, IOException {
        Session session = association.live();
        if (step.elsewhere()) {
            session = session.between(ends.end(true), session.peer());
        }
        return asked(step.id(), session, session.liveness(random), "no liveness check is answered");
    }

    private Seen rekey(Case.Step step) throws NotObservableException, IOException {
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

    private Seen delete() throws NotObservableException, IOException {
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
        Effect.Send request = datagram(asked.get().send());
        sent.put(step, request);
        Seen seen = transmit(List.of(request), TRIES, false, () -> association.answered(id).isPresent());
        boolean done = association.answered(id).isPresent();
        return new Seen(seen.sent(), seen.came(), done, done ? "" : why);
    }

    /** An SA that still lives is not left behind. */
    void part() throws IOException {
        try {
            Session session = association.live();
            Optional<Session.Asked> last = session.request(ExchangeTypes.INFORMATIONAL, List.of(Delete.ikeSa().payload()), random);
            if (last.isPresent() && !session.spis().octets().equals(names.value("deleted", ""))) {
                ends.send(datagram(last.get().send()), false);
            }
        } catch (NotObservableException nothingToDelete) {
            // No SA came about, or nothing more may be sent.
            return;
        }
    }

    @Override
    public void close() throws IOException {
        ends.close();
    }
}
