package sfd.lockstep;

import java.util.HashMap;
import java.util.Map;
import sfd.octets.Octets;
import sfd.token.Cookie;
import sfd.token.Digest;
import sfd.token.Secret;
import sfd.traces.value.Value;

/**
 * Symbolic cookies and their octets, made by the reference's own hand. From octets back to the term goes only what was
 * made here before.
 */
final class CookieTerms {

    private static final Value NOWHERE = Value.record(Map.of("address", Value.of(""), "port", Value.of(0)));
    private static final Value NO_COOKIE = Value.record(Map.of("secret", Value.of(0), "spis", Value.of(0),
            "from", NOWHERE, "to", NOWHERE, "octets", Value.of("none")));
    private static final int CUT = 8;

    private final Digest digest;
    private final Map<Value, Octets> octets = new HashMap<>();
    private final Map<Octets, Value> terms = new HashMap<>();

    CookieTerms(Digest digest) {
        this.digest = digest;
    }

    Octets octets(Value term) {
        Octets known = octets.get(term);
        if (known != null) {
            return known;
        }
        Octets made = make(term);
        Value other = terms.putIfAbsent(made, term);
        // What is cut to its first octets may have lost what told it from another one.
        if (other != null && made.length() == Cookie.LENGTH) {
            throw new NotInModelException("two cookies of the model have the same octets: " + term + " and " + other);
        }
        octets.put(term, made);
        return made;
    }

    Value term(Octets cookie) {
        if (cookie.isEmpty()) {
            return NO_COOKIE;
        }
        Value term = terms.get(cookie);
        if (term == null) {
            throw new NotInModelException("a cookie of " + cookie.length() + " octets that the model does not have");
        }
        return term;
    }

    private Octets make(Value term) {
        if (term.equals(NO_COOKIE)) {
            return Octets.EMPTY;
        }
        Octets whole = whole(term);
        String which = term.field("octets").text();
        return switch (which) {
            case "all" -> whole;
            case "first8" -> whole.slice(0, CUT);
            default -> throw new NotInModelException("a cookie has no octets " + which);
        };
    }

    /** X's own cookie is about no SPIs. */
    private Octets whole(Value term) {
        Secret secret = Names.secret(term.field("secret").integer());
        long spis = term.field("spis").integer();
        return spis == 0
                ? Cookie.own(digest, secret, Concretise.endpoint(term.field("to")))
                : Cookie.of(digest, secret, Names.ikeSpis(spis), Concretise.endpoint(term.field("from")),
                        Concretise.endpoint(term.field("to")));
    }
}
