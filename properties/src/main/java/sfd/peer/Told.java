package sfd.peer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import sfd.alphabet.EffectJson;
import sfd.alphabet.PacketJson;
import sfd.ike.NotifyTypes;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.Step;
import sfd.shell.Watch;

/**
 * A JSON line for each step in which the gateway did more than name a reason; everything else is counted, and the counts
 * printed from time to time where they changed. So many lines a second at most: a flood must not become a flood of lines. Their
 * form is {@code traces/schemas/peer.schema.json}.
 */
final class Told implements Watch {

    private static final long SECOND = 1_000_000_000;
    private static final double MICROSECONDS = 1e6;

    private final LineWriter out;
    private final LongSupplier nanos;
    private final Peer.LineOptions lines;
    private final long start;
    private final SortedMap<String, Long> counts = new TreeMap<>();
    private SortedMap<String, Long> printed = new TreeMap<>();
    private long second;
    private int linesInSecond;
    private long nextCounts;

    Told(LineWriter out, LongSupplier nanos, Peer.LineOptions lines) {
        this.out = out;
        this.nanos = nanos;
        this.lines = lines;
        this.start = nanos.getAsLong();
        this.nextCounts = lines.countsEvery() * SECOND;
    }

    @Override
    public void came(Event.Received datagram) {
        count("received");
    }

    @Override
    public void nowhere() {
        count("fromPort0");
    }

    @Override
    public void silent(Event.Received datagram) {
        count("silent");
        passed();
    }

    @Override
    public void went(Effect.Send datagram) {
        count("sent");
    }

    @Override
    public void stayed(Effect.Send datagram) {
        count("unsent");
    }

    @Override
    public void stepped(Event event, Step<?> step) {
        boolean acted = false;
        for (Effect effect : step.effects()) {
            if (effect instanceof Effect.Log log) {
                count(log.reason().name());
            } else {
                acted = true;
            }
        }
        passed();
        boolean told = acted || !(event instanceof Event.Received || event instanceof Event.Tick);
        if (told || lines.everyStep()) {
            if (++linesInSecond > lines.aSecond()) {
                count("linesLeftOut");
                return;
            }
            ObjectNode line = line();
            put(line, event);
            EffectJson.put(line, step);
            withhold(line);
            print(line);
        }
    }

    /** Time goes on also where nothing else happens: ticks are steps. */
    private void passed() {
        long since = nanos.getAsLong() - start;
        if (since / SECOND != second) {
            second = since / SECOND;
            linesInSecond = 0;
        }
        if (since >= nextCounts) {
            nextCounts = since + lines.countsEvery() * SECOND;
            if (!counts.equals(printed)) {
                printed = new TreeMap<>(counts);
                ObjectNode line = line();
                putCounts(line);
                print(line);
            }
        }
    }

    private void count(String what) {
        counts.merge(what, 1L, Long::sum);
    }

    /** Adds all counts since the start. */
    void putCounts(ObjectNode line) {
        ObjectNode counted = line.putObject("counted");
        counts.forEach(counted::put);
    }

    /** A line with the seconds since the start. */
    ObjectNode line() {
        return JsonNodeFactory.instance.objectNode()
                .put("time", Math.round((nanos.getAsLong() - start) / 1e3) / MICROSECONDS);
    }

    /** What happened, to which IKE SA; nothing that was under protection, and no secret. */
    private static void put(ObjectNode line, Event event) {
        line.put("event", event.getClass().getSimpleName());
        switch (event) {
            case Event.Received it -> {
                line.put("from", it.from().toString()).put("to", it.to().toString());
                PacketJson.put(line.put("datagram", it.datagram().toString()).putObject("decoded"), it.framing(), it.datagram());
            }
            case Event.Protected it -> PacketJson.spis(line, it.spis()).set("exchange", PacketJson.exchange(it.exchange()));
            case Event.ProtectedEsp it -> line.put("spi", PacketJson.childSpi(it.spi()));
            case Event.SaHalfOpen it -> PacketJson.spis(line, it.spis()).put("peer", it.peer().toString());
            case Event.SaEstablished it -> PacketJson.spis(line, it.spis()).put("identity", it.identity());
            case Event.SaRekeyed it -> PacketJson.spis(line, it.successor());
            case Event.SaReplaced it -> PacketJson.spis(line, it.old());
            case Event.SaNotReplaced it -> PacketJson.spis(line, it.spis());
            case Event.SaClosed it -> PacketJson.spis(line, it.spis());
            case Event.SaForgotten it -> PacketJson.spis(line, it.spis());
            case Event.TrafficDue it -> PacketJson.spis(line, it.spis());
            default -> { }
        }
    }

    /** QCD-9.2-1: a token under protection is that of an IKE SA that lives, and who reads lines must not be able to end it. */
    private static void withhold(ObjectNode line) {
        for (JsonNode effect : line.get("effects")) {
            if (effect.get("effect").textValue().equals("SendProtected")) {
                for (JsonNode payload : effect.get("payloads")) {
                    if (payload.path("notify").path("number").intValue() == NotifyTypes.QUICK_CRASH_DETECTION) {
                        ((ObjectNode) payload).put("data", "");
                    }
                }
            }
        }
    }

    /** Prints a line, or counts it as lost. */
    void print(ObjectNode line) {
        if (!out.write(line.toString())) {
            count("linesLeftOut");
        }
    }
}
