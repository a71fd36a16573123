package sfd.catalogue;

/**
 * How a text is read where it leaves something open or contradicts itself.
 *
 * @param id READING and a number; stable
 * @param decision the reading taken
 * @param policy field of spec/Policy.tla by which a model takes the other reading; empty if there is none
 */
public record Reading(String id, String question, String decision, String why, String policy) {

    public Reading {
        policy = policy == null ? "" : policy;
    }
}
