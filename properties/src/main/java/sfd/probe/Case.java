package sfd.probe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * One question to an implementation.
 *
 * @param id stable
 * @param says what it is about, for people
 * @param session it needs an IKE SA, and so a pre-shared key
 * @param steps in order
 * @param outcomes of which the first counts whose conditions hold; the last has none
 */
record Case(String id, String says, boolean session, List<Step> steps, List<Outcome> outcomes) {

    Case {
        steps = List.copyOf(steps);
        outcomes = List.copyOf(outcomes);
    }

    /** What is done in a step. */
    enum Kind {
        /** A datagram, of whatever octets. */
        SEND,
        /** The octets of an earlier step once more. */
        AGAIN,
        /** An IKE SA is made. */
        ESTABLISH,
        /** A liveness check under it. */
        LIVENESS,
        /** It is rekeyed, and the old one deleted. */
        REKEY,
        /** It is deleted. */
        DELETE,
        /** Nothing for so many seconds, but that what the peer asks under an IKE SA is answered. */
        PAUSE
    }

    /**
     * One step.
     *
     * @param fields what its kind needs
     * @param to {@code ike}, the port for IKE; {@code shared}, that for IKE and ESP; {@code asked}, the end that asked us last
     * @param elsewhere from another port of ours than usual
     * @param times so many datagrams, of fresh SPIs each
     * @param tries transmissions at most while nothing comes
     * @param mayFail the case goes on without the SA
     */
    record Step(String id, Kind kind, JsonNode fields, String to, boolean elsewhere, int times, int tries, boolean mayFail) {
    }

    /**
     * What a reaction means.
     *
     * @param says the verdict, {@code meets}, {@code against} or {@code unobservable}
     * @param clauses ids
     * @param sentence for people; {@code {STEP.answers}} and the like stand for what was seen
     */
    record Outcome(List<Condition> when, String says, List<String> clauses, String sentence) {

        Outcome {
            when = List.copyOf(when);
            clauses = List.copyOf(clauses);
        }
    }
}
