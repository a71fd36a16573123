package sfd.lockstep;

import java.util.Optional;

/**
 * How the Java roles stand against one graph.
 *
 * @param kind role or system
 * @param states of the graph
 * @param distinctTransitions edges of the graph
 * @param roleTransitions edges in which a role acts
 * @param roleStateEventPairs different pairs of a role's state and an event among them
 * @param specToJava edges replayed on the Java
 * @param javaStates states that the Java alone reaches; null for a system model
 * @param javaTransitions steps of the Java alone from these; null for a system model
 * @param mismatches edges on which spec and Java differ, and what the Java alone finds beside the graph
 * @param first the first edge of these
 * @param stray what the Java alone finds beside the graph, in one line
 * @param cold the first pass over the graph
 * @param warm further passes
 */
public record Replay(Kind kind, int states, int distinctTransitions, int roleTransitions, long roleStateEventPairs,
        int specToJava, Integer javaStates, Long javaTransitions, int mismatches, Optional<Mismatch> first,
        Optional<String> stray, Speed cold, Speed warm) {

    /** Two kinds of model. */
    public enum Kind {
        /** One role under every event: compared in both directions. */
        ROLE,
        /** Roles, network and attacker: every step of a role is replayed. */
        SYSTEM
    }
}
