package sfd.lockstep;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import sfd.octets.Octets;
import sfd.traces.value.Value;

/**
 * Symbolic terms and their octets. From octets back to the term goes only what was made here before: what Java makes and
 * no label of the model has is unknown.
 */
final class TermOctets {

    private final String what;
    private final Function<Value, Octets> make;
    private final Map<Value, Octets> octets = new HashMap<>();
    private final Map<Octets, Value> terms = new HashMap<>();

    /**
     * @param what the terms are, in one word
     * @param make their octets
     */
    TermOctets(String what, Function<Value, Octets> make) {
        this.what = what;
        this.make = make;
    }

    Octets octets(Value term) {
        Octets known = octets.get(term);
        if (known != null) {
            return known;
        }
        Octets made = make.apply(term);
        if (terms.putIfAbsent(made, term) != null) {
            throw new NotInModelException("two " + what + "s of the model have the same octets: " + term
                    + " and " + terms.get(made));
        }
        octets.put(term, made);
        return made;
    }

    Value term(Octets made) {
        Value term = terms.get(made);
        if (term == null) {
            throw new NotInModelException("a " + what + " of " + made.length() + " octets that the model does not have");
        }
        return term;
    }
}
