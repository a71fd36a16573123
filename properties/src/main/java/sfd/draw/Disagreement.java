package sfd.draw;

import java.util.ArrayList;
import java.util.List;
import sfd.lockstep.Mismatch;

/** A mismatch of spec and Java, drawn with the path that leads there. */
public final class Disagreement {

    private Disagreement() {
    }

    public static List<String> lines(Mismatch mismatch) {
        List<String> lines = new ArrayList<>();
        lines.add("the shortest path to a step in which spec and Java differ:");
        lines.addAll(Sequence.lines(mismatch.trace()));
        lines.add("here " + Words.actor(mismatch.actor()) + " differs:");
        side(lines, "spec", mismatch.spec());
        side(lines, "Java", mismatch.java());
        lines.add("  clauses in which they differ: "
                + (mismatch.clauses().isEmpty() ? "none" : String.join(", ", mismatch.clauses())));
        if (mismatch.clauses().isEmpty() && !mismatch.suspects().isEmpty()) {
            lines.add("  clauses that both cite, and one does not keep: " + String.join(", ", mismatch.suspects()));
        }
        return lines;
    }

    private static void side(List<String> lines, String name, Mismatch.Side side) {
        lines.add("  " + name + " next:    " + (side.same() ? "the same state" : side.next()));
        lines.add("  " + name + " effects: " + (side.effects().isEmpty() ? "none" : String.join("; ", side.effects())));
        lines.add("  " + name + " because: " + String.join(", ", side.because()));
    }
}
