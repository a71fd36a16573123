package sfd.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import sfd.draw.Chart.Arrow;
import sfd.draw.Chart.Note;
import sfd.traces.graph.Label;
import sfd.traces.graph.Trace;
import sfd.traces.value.Value;

/**
 * A path laid out as a chart. A message that arrives with the next step is one row; one that arrives later is drawn from
 * the row in which it was sent to the one in which it arrives. The steps in which an SA is set up are one row.
 */
public final class ChartLayout {

    private static final Set<String> SET_UP = Set.of("SaHalfOpen", "SaEstablished");
    private static final Set<String> GONE = Set.of("Rebooted", "SaForgotten");

    /** A message under way. @param mark its place in the marks */
    private record Sent(String actor, Value effect, int mark) {
    }

    private final Columns columns;
    private final List<Chart.Mark> marks = new ArrayList<>();
    private final List<Sent> wire = new ArrayList<>();
    /** Who has the SA that is being set up, whether established, and whether the chart says so already. */
    private final Map<String, Boolean> ends = new TreeMap<>();
    private boolean told = true;
    private int rows;

    private ChartLayout(Columns columns) {
        this.columns = columns;
    }

    /** @param title and ending are sentences about the path, which the path itself does not say */
    public static Chart of(Trace trace, String title, String ending) {
        var layout = new ChartLayout(Columns.of(trace));
        for (int step = 1; step < trace.steps().size(); step++) {
            layout.step(trace.steps().get(step).label(), Columns.learns(trace, step));
        }
        return new Chart(title, layout.columns.names(), layout.columns.of(Columns.EVE), layout.rows, layout.marks, ending);
    }

    private void step(Label label, boolean learns) {
        if (label.actor().isEmpty() || label.event().isEmpty()) {
            setUp();
            label.picks().values().stream().findFirst().filter(it -> it.kind().equals("a string"))
                    .ifPresent(it -> note(it.text(), Plain.befalls(label.action()), false));
            return;
        }
        String actor = label.actor().get();
        Value event = label.event().get();
        String type = event.field("type").text();
        if (SET_UP.contains(type)) {
            ends.put(actor, type.equals("SaEstablished"));
            told = false;
            return;
        }
        setUp();
        if (GONE.contains(type)) {
            ends.remove(actor);
        }
        switch (type) {
            case "Received" -> received(actor, event, Columns.hostile(label));
            case "Protected" -> arrived(actor, event);
            case "TrafficDue", "Tick" -> { } // What comes of it is drawn.
            default -> note(actor, Plain.befalls(label.action()), false);
        }
        label.effects().ifPresent(effects -> effects.items().forEach(effect -> effect(actor, effect, learns)));
    }

    /** Tells how far an SA has come, once something else happens. */
    private void setUp() {
        if (told) {
            return;
        }
        told = true;
        String text = ends.size() > 1 && !ends.containsValue(false)
                ? ends.keySet().stream().map(columns::name).collect(Collectors.joining(" and ")) + " have an IKE SA"
                : ends.entrySet().stream().map(end -> columns.name(end.getKey()) + (end.getValue() ? ": SA established" : ": SA half open"))
                        .collect(Collectors.joining(", "));
        List<Integer> at = ends.keySet().stream().map(columns::of).sorted().toList();
        marks.add(new Note(at.getFirst(), at.getLast(), rows++, text, false));
    }

    private void received(String actor, Value event, boolean hostile) {
        if (!hostile && arrived(actor, event)) {
            return;
        }
        Value message = event.field("message");
        int from = columns.at(event.field("from"));
        int sender = hostile ? columns.of(Columns.EVE) : from;
        String name = sender == from ? "" : "as " + columns.names().get(from).replaceFirst(" \\d+$", "") + ": ";
        marks.add(new Arrow(sender, columns.of(actor), rows, rows++, name + Plain.says(message, hostile), Plain.holds(message),
                hostile, false));
    }

    /** Draws the message to where it arrives. @return false where it is none of those under way */
    private boolean arrived(String actor, Value event) {
        Optional<Sent> sent = wire.stream().filter(it -> !it.actor().equals(actor) && same(it.effect(), event)).findFirst();
        sent.ifPresent(it -> {
            Arrow arrow = (Arrow) marks.get(it.mark());
            int row = arrow.sent() == rows - 1 ? arrow.sent() : rows++;
            marks.set(it.mark(), new Arrow(arrow.from(), columns.of(actor), arrow.sent(), row, arrow.says(), arrow.holds(),
                    arrow.forged(), arrow.read()));
            wire.remove(it);
        });
        return sent.isPresent();
    }

    private static boolean same(Value effect, Value event) {
        if (effect.find("message").isPresent()) {
            return effect.find("message").equals(event.find("message")) && effect.find("to").equals(event.find("to"));
        }
        // What is sent protected is on the wire a message of that SA which ends in SK.
        Value received = event.find("message").orElse(event);
        return received.find("spis").equals(effect.find("spis")) && received.find("response").equals(effect.find("response"));
    }

    private void effect(String actor, Value effect, boolean learns) {
        switch (effect.field("type").text()) {
            case "Send" -> sent(actor, effect, columns.at(effect.field("to")), Plain.says(effect.field("message"), false),
                    Plain.holds(effect.field("message")), learns);
            case "SendProtected" -> sent(actor, effect, actor.equals("alice") ? columns.bob() : 0,
                    effect.field("response").bool() ? "an answer under the SA" : "a request under the SA", Words.exchange(effect), false);
            default -> {
                if (!Plain.does(effect).isEmpty()) {
                    note(actor, Plain.does(effect), Plain.givesUp(effect));
                }
            }
        }
    }

    private void sent(String actor, Value effect, int to, String says, String holds, boolean read) {
        wire.add(new Sent(actor, effect, marks.size()));
        // What is sent to the attacker he has at once.
        int arrives = read && to == columns.of(Columns.EVE) ? rows : -1;
        marks.add(new Arrow(columns.of(actor), to, rows++, arrives, says, holds, false, read));
    }

    private void note(String actor, String text, boolean loss) {
        int column = columns.of(actor);
        if (column >= 0) {
            marks.add(new Note(column, column, rows++, text, loss));
        }
    }
}
