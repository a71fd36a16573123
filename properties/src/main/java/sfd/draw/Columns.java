package sfd.draw;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import sfd.traces.graph.Label;
import sfd.traces.graph.Trace;
import sfd.traces.value.Value;

/**
 * Who takes part in a path: Alice, whoever of Bob's does, and the attacker; he stands between them where he reads what
 * passes, else beside them. Where a role is alone, the first column is its peer's, whoever that is.
 *
 * @param actors their names in the models, from left to right
 */
record Columns(List<String> actors) {

    static final String EVE = "eve";
    private static final String ALICE = "alice";

    static Columns of(Trace trace) {
        var others = new TreeSet<String>();
        boolean hostile = false;
        boolean between = false;
        for (int step = 1; step < trace.steps().size(); step++) {
            Label label = trace.steps().get(step).label();
            label.actor().filter(actor -> !actor.equals(ALICE)).ifPresent(others::add);
            hostile |= hostile(label) || label.event().flatMap(it -> it.find("from")).filter(Columns::eves).isPresent();
            between |= learns(trace, step) && label.effects().stream().flatMap(it -> it.items().stream())
                    .noneMatch(effect -> effect.find("to").filter(Columns::eves).isPresent());
        }
        List<String> actors = new ArrayList<>(List.of(ALICE));
        actors.addAll(others);
        if (hostile) {
            actors.add(between ? 1 : actors.size(), EVE);
        }
        return new Columns(List.copyOf(actors));
    }

    /** Whether an attacker made what this step is about. */
    static boolean hostile(Label label) {
        return Sequence.HOSTILE.contains(label.action());
    }

    /** Whether an attacker knows more after a step than before. */
    static boolean learns(Trace trace, int step) {
        return !trace.steps().get(step).state().find("known").equals(trace.steps().get(step - 1).state().find("known"));
    }

    private static boolean eves(Value endpoint) {
        return endpoint.field("address").text().startsWith("E");
    }

    private static boolean member(String actor) {
        return actor.matches("m\\d+");
    }

    /** @return -1 for who has none */
    int of(String actor) {
        return actors.indexOf(actor);
    }

    /** Bob, or the last of his members that takes part; Alice's peer where a role is alone. */
    int bob() {
        return of(actors.stream().filter(Columns::member).max(Comparator.naturalOrder()).orElse(ALICE));
    }

    /** Who lives at an address. */
    int at(Value endpoint) {
        return eves(endpoint) ? Math.max(0, of(EVE)) : endpoint.field("address").text().startsWith("A") ? of(ALICE) : bob();
    }

    /** For people. */
    List<String> names() {
        return actors.stream().map(this::name).toList();
    }

    String name(String actor) {
        return switch (actor) {
            case EVE -> "Attacker";
            case ALICE -> actors.size() == 1 || actors.stream().anyMatch(Columns::member) ? "Alice" : "The peer";
            default -> !member(actor) ? Words.actor(actor) : actors.stream().filter(Columns::member).count() == 1 ? "Bob"
                    : "Bob " + actor.substring(1);
        };
    }
}
