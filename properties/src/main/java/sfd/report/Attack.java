package sfd.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import sfd.check.About;
import sfd.draw.ChartLayout;
import sfd.draw.Sequence;
import sfd.draw.Svg;
import sfd.lockstep.Concretise;
import sfd.lockstep.Lockstep;
import sfd.lockstep.Replay;
import sfd.lockstep.RoleFunctions;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.token.JdkDigest;
import sfd.traces.graph.Label;
import sfd.traces.graph.Trace;

/**
 * A counterexample as people see it.
 *
 * @param svg its chart
 * @param steps one after the other
 * @param replayed what the Java makes of it, a sentence
 * @param endless what never happens in it, and that it is one of many; empty where it is a shortest one
 */
record Attack(String svg, List<Step> steps, String replayed, String endless) {

    /**
     * @param happening what reaches whom
     * @param effects of the role, which the Java has too
     * @param begins the words before the first step of a loop, else empty
     * @param ends those behind its last one
     */
    record Step(int number, String happening, List<String> clauses, List<String> effects, List<Packet> packets, String begins, String ends) {
    }

    /**
     * @param loop of a temporal counterexample the state that the last one is again; null for others
     * @param never what never happens there
     */
    static Attack of(Trace trace, About about, String title, String ending, Integer loop, String never) {
        var concretise = new Concretise(new JdkDigest());
        List<Sequence.Told> told = Sequence.told(trace);
        List<Step> steps = new ArrayList<>();
        for (int step = 1; step < trace.length(); step++) {
            Sequence.Told it = told.get(step - 1);
            steps.add(new Step(step, it.happening(), it.clauses(), it.effects(),
                    packets(trace.steps().get(step).label(), concretise),
                    loop != null && step == loop + 1 ? "from here on, for ever:" : "",
                    loop != null && step == trace.length() - 1 ? end(trace.length(), loop) : ""));
        }
        return new Attack(Svg.bare(ChartLayout.of(trace, title, ending)), steps, replayed(trace, about), loop == null ? "" : never
                + " One way of many: neither the shortest, nor the same with every version of TLC."
                + " The states are TLC's; where more than one happening leads from one to the next, one of them is drawn.");
    }

    private static String end(int length, int loop) {
        return loop == length - 1 ? "and nothing happens any more" : "and again from step " + (loop + 1);
    }

    private static List<Packet> packets(Label label, Concretise concretise) {
        Stream<Packet> received = label.event().map(concretise::event).stream()
                .filter(Event.Received.class::isInstance).map(Event.Received.class::cast)
                .map(it -> Packet.of(it.from(), it.to(), it.datagram()));
        Stream<Packet> sent = label.effects().map(concretise::effects).stream().flatMap(List::stream)
                .filter(Effect.Send.class::isInstance).map(Effect.Send.class::cast)
                .map(it -> Packet.of(it.from(), it.to(), it.datagram()));
        return Stream.concat(received, sent).toList();
    }

    private static String replayed(Trace trace, About about) {
        if (about.isRole() && !about.clausesOff().isEmpty()) {
            return "Its role does not keep " + String.join(", ", about.clausesOff()) + ", which the Java does: not replayed.";
        }
        var digest = new JdkDigest();
        Replay replay = new Lockstep(trace.graph(), about.roles(), about.policies(),
                RoleFunctions.reference(digest).withoutCiting(new HashSet<>(about.clausesOff())), digest)
                .replay(Replay.Kind.SYSTEM, 0);
        return replay.mismatches() == 0
                ? "Each of its %d different steps of a role, begun in the model's state, comes out the same on the Java.".formatted(
                        replay.specToJava())
                : "The Java DIFFERS in %d of %d steps.".formatted(replay.mismatches(), replay.specToJava());
    }
}
