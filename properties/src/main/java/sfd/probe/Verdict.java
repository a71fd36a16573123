package sfd.probe;

import java.util.Collection;
import java.util.Locale;
import sfd.catalogue.Clause;

/** What a reaction says about the clauses of its outcome. */
public enum Verdict {
    /** It is as they say. */
    MEETS,
    /** It is not as a MUST or MUST NOT says. */
    BREAKS,
    /** It is not as some weaker word says, a definition without a keyword, or a rule of this project's own. */
    DEPARTS,
    /** Nothing can be said: where a clause leaves the choice, where what it is about is not there, or where a step failed. */
    UNOBSERVABLE;

    /** How grave it is not to do as these say: the strongest word counts. */
    static Verdict against(Collection<Clause> clauses) {
        return clauses.stream().anyMatch(Verdict::binds) ? BREAKS : DEPARTS;
    }

    /**
     * A MAY binds too where its rule says MUST of how it is done; what is ours binds nobody else.
     */
    private static boolean binds(Clause clause) {
        return !clause.ours() && switch (clause.level()) {
            case MUST, MUST_NOT -> true;
            case MAY -> clause.rule().contains("MUST");
            case SHOULD, SHOULD_NOT, REC, DEF -> false;
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
