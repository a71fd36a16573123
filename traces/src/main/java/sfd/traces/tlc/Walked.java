package sfd.traces.tlc;

import java.util.List;
import sfd.traces.graph.Graph;

/**
 * What one walk yields.
 *
 * @param complete        whether every state was left
 * @param generated       successors that TLC's next-state relation produced, repetitions included; where all holds it
 *                        is the "states generated" of TLC's own run less its initial states
 * @param initial         initial states that TLC produced, repetitions included
 * @param verdicts        of every invariant and every safety property, in the configuration's order
 * @param notWalked       properties with a temporal part, which only {@link Checker} can judge
 */
public record Walked(Graph graph, boolean complete, long generated, long initial, List<Verdict> verdicts, List<String> notWalked) {

    public Walked {
        verdicts = List.copyOf(verdicts);
        notWalked = List.copyOf(notWalked);
    }
}
