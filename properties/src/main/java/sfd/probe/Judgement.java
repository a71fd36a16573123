package sfd.probe;

import java.util.List;
import java.util.Map;
import sfd.catalogue.Clause;

/**
 * What came out of a case.
 *
 * @param says what the case is about
 * @param clauses that the verdict is about; none if the case could not be carried through
 * @param sentence for people
 * @param seen of the steps that were made, in order
 */
public record Judgement(String id, String says, Verdict verdict, List<Clause> clauses, String sentence, Map<String, Seen> seen) {

    public Judgement {
        clauses = List.copyOf(clauses);
    }

    /** The ids of the clauses. */
    public List<String> clauseIds() {
        return clauses.stream().map(Clause::id).toList();
    }
}
