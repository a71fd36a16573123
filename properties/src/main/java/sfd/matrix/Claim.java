package sfd.matrix;

import java.util.List;

/**
 * What is claimed of every situation.
 *
 * @param stated the properties that state it
 * @param holdsWith id of a claim that says more; null where there is none
 * @param expects circumstances that are its very matter
 */
public record Claim(String id, String words, List<Statement> stated, String holdsWith, List<String> expects) {

    public Claim {
        stated = List.copyOf(stated);
        expects = expects == null ? List.of() : List.copyOf(expects);
    }

    /** @param properties all of these together @param only id of the circumstance in which alone they state it, or null */
    public record Statement(List<String> properties, String only) {
    }
}
