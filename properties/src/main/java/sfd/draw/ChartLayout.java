package sfd.draw;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
    private static final String EVE = "eve";

    /** A message under way. @param mark its place in the marks */
    private record Sent(String actor, Value effect, int mark) {
    }

    private final List<String> actors;
    private final List<Chart.Mark> marks = new ArrayList<>();
    private final List<Sent> wire = new ArrayList<>();
    private int rows;

    private ChartLayout(List<String> actors) {
        this.actors = actors;
    }

    /** @param title and ending are sentences about the path, which the path itself does not say */
    public static Chart of(Trace trace, String title, String ending) {
        var layout = new ChartLayout(actors(trace));
        for (int step = 1; step < trace.steps().size(); step++) {
            layout.step(trace.steps().get(step).label(), learns(trace, step));
        }
        return new Chart(title, layout.actors.stream().map(actor -> name(actor, layout.actors)).toList(),
                layout.actors.indexOf(EVE), layout.rows, layout.marks, ending);
    }

    // Alice, whoever of Bob's takes part, and the attacker: between them where he reads what passes, else beside them.

    private static List<String> actors(Trace trace) {
        var members = new TreeSet<String>();
        boolean hostile = false;
        boolean between = false;
        for (int step = 1; step < trace.steps().size(); step++) {
            Label label = trace.steps().get(step).label();
            label.actor().filter(actor -> !actor.equals("alice")).ifPresent(members::add);
            hostile |= hostile(label);
            between |= learns(trace, step) && label.effects().stream().flatMap(it -> it.items().stream())
                    .noneMatch(effect -> effect.find("to").filter(to -> address(to).startsWith("E")).isPresent());
        }
        List<String> actors = new ArrayList<>(List.of("alice"));
        actors.addAll(members);
        if (hostile) {
            actors.add(between ? 1 : actors.size(), EVE);
        }
        return actors;
    }

    private static String name(String actor, List<String> actors) {
        boolean alone = actors.stream().filter(it -> it.startsWith("m")).count() == 1;
        return actor.equals(EVE) ? "Attacker" : alone && actor.startsWith("m") ? "Bob" : Words.actor(actor);
    }

    private static boolean hostile(Label label) {
        return Sequence.HOSTILE.contains(label.action());
    }

    private static boolean learns(Trace trace, int step) {
        return !known(trace, step).equals(known(trace, step - 1));
    }

    private static Optional<Value> known(Trace trace, int step) {
        return trace.steps().get(step).state().find("known");
    }

    private void step(Label label, boolean learns) {
        if (label.actor().isEmpty() || label.event().isEmpty()) {
            label.picks().values().stream().findFirst().filter(it -> it.kind().equals("a string"))
                    .ifPresent(it -> note(it.text(), Plain.befalls(label.action()), false));
            return;
        }
        String actor = label.actor().get();
        Value event = label.event().get();
        String type = event.field("type").text();
        if (SET_UP.contains(type)) {
            setUp();
        } else if (type.equals("Received")) {
            received(actor, event, hostile(label));
        } else if (type.equals("Protected")) {
            arrived(actor, event);
        } else if (!type.equals("TrafficDue") && !type.equals("Tick")) {
            note(actor, Plain.befalls(label.action()), false);
        }
        label.effects().ifPresent(effects -> effects.items().forEach(effect -> effect(actor, effect, learns)));
    }

    private void setUp() {
        String text = "an IKE SA is set up";
        if (marks.isEmpty() || !(marks.getLast() instanceof Note note) || !note.text().equals(text)) {
            marks.add(new Note(0, bob(), rows++, text, false));
        }
        wire.clear();
    }

    private int bob() {
        return actors.indexOf(actors.stream().filter(it -> it.startsWith("m")).max(Comparator.naturalOrder()).orElse("alice"));
    }

    private void received(String actor, Value event, boolean hostile) {
        if (!hostile && arrived(actor, event)) {
            return;
        }
        Value message = event.field("message");
        String from = address(event.field("from"));
        String name = from.startsWith("E") ? "" : ", in " + (from.startsWith("A") ? "Alice's" : "Bob's") + " name";
        marks.add(new Arrow(actors.indexOf(hostile ? EVE : sender(from)), actors.indexOf(actor), rows, rows++,
                Plain.says(message), Plain.holds(message) + name, hostile, false));
    }

    private String sender(String address) {
        return address.startsWith("A") ? "alice" : address.startsWith("E") ? EVE : actors.get(bob());
    }

    /** Draws the message to where it arrives. @return false where it is none of those under way */
    private boolean arrived(String actor, Value event) {
        Optional<Sent> sent = wire.stream().filter(it -> !it.actor().equals(actor) && same(it.effect(), event)).findFirst();
        sent.ifPresent(it -> {
            Arrow arrow = (Arrow) marks.get(it.mark());
            int row = arrow.sent() == rows - 1 ? arrow.sent() : rows++;
            marks.set(it.mark(), new Arrow(arrow.from(), actors.indexOf(actor), arrow.sent(), row, arrow.says(), arrow.holds(),
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
        String type = effect.field("type").text();
        if (type.equals("Send") || type.equals("SendProtected")) {
            boolean clear = type.equals("Send");
            String to = clear ? sender(address(effect.field("to"))) : actor.equals("alice") ? actors.get(bob()) : "alice";
            wire.add(new Sent(actor, effect, marks.size()));
            marks.add(new Arrow(actors.indexOf(actor), Math.max(0, actors.indexOf(to)), rows++, -1,
                    clear ? Plain.says(effect.field("message")) : effect.field("response").bool() ? "an answer under the SA"
                            : "a request under the SA",
                    clear ? Plain.holds(effect.field("message")) : Words.exchange(effect), false, clear && learns));
        } else if (!Plain.does(effect).isEmpty()) {
            note(actor, Plain.does(effect), Plain.givesUp(effect));
        }
    }

    private void note(String actor, String text, boolean loss) {
        int column = actors.indexOf(actor);
        if (column >= 0) {
            marks.add(new Note(column, column, rows++, text, loss));
        }
    }

    private static String address(Value endpoint) {
        return endpoint.field("address").text();
    }
}
