package sfd.probe;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import sfd.ike.CheckSpi;
import sfd.ike.Endpoint;
import sfd.ike.ExchangeTypes;
import sfd.ike.IkeHeader;
import sfd.ike.IkeSpis;
import sfd.octets.Octets;
import sfd.sa.Effect;

/** The steps of one case, one after the other. */
final class Conversation implements AutoCloseable {

    private static final int TOKEN = 32;
    private static final int COOKIE = 36;

    private final Target target;
    private final Ends ends;
    private final Line line;
    private final Names names;
    private final Sketch sketch;
    private final AsPeer peer;
    private final Map<String, Effect.Send> sent = new HashMap<>();
    private Optional<Endpoint> asker = Optional.empty();

    /** @param wait nanoseconds for an answer */
    Conversation(Target target, Ends ends, long wait, RandomGenerator random) {
        this.target = target;
        this.ends = ends;
        var association = new Association(random);
        line = new Line(ends, association, wait);
        names = new Names(random);
        sketch = new Sketch(names, random);
        peer = new AsPeer(target, line, association, names, sketch, sent, random);
        List.of("ours", "other").forEach(it -> names.fresh(it, TOKEN));
        names.put("prefix", names.fresh("ours", TOKEN).slice(0, TOKEN / 2));
        names.fresh("cookie", COOKIE);
        // Neither reserved nor the marker of IKE.
        names.put("child", Octets.concat(Octets.of((byte) 0xC0), names.random(Integer.BYTES - 1)));
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
            case ESTABLISH -> peer.establish(step);
            case LIVENESS -> peer.liveness(step);
            case REKEY -> peer.rekey(step);
            case DELETE -> peer.delete();
            case PAUSE -> line.transmit(List.of(), 1, TimeUnit.SECONDS.toNanos(step.fields().intValue()), true, () -> false);
        };
    }

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
        Seen seen = line.transmit(out, step.tries(), true, () -> false);
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
        return line.transmit(List.of(new Effect.Send(from, first.to(), first.datagram())), step.tries(), false, () -> false);
    }

    /** An SA that still lives is not left behind. */
    void part() throws IOException {
        peer.part();
    }

    @Override
    public void close() throws IOException {
        ends.close();
    }
}
