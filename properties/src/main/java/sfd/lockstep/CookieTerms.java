package sfd.lockstep;

import java.util.Map;
import sfd.octets.Octets;
import sfd.token.Cookie;
import sfd.token.Digest;
import sfd.token.Secret;
import sfd.traces.value.Value;

/** Symbolic cookies and their octets, made by the reference's own hand. */
final class CookieTerms {

    private static final Value NOWHERE = Value.record(Map.of("address", Value.of(""), "port", Value.of(0)));
    private static final Value NO_COOKIE = Value.record(Map.of("secret", Value.of(0), "spis", Value.of(0),
            "from", NOWHERE, "to", NOWHERE, "octets", Value.of("none")));
    private static final int CUT = 8;

    private final Digest digest;
    private final TermOctets made = new TermOctets("cookie", this::make);

    CookieTerms(Digest digest) {
        this.digest = digest;
    }

    Octets octets(Value term) {
        return made.octets(term);
    }

    Value term(Octets cookie) {
        return cookie.isEmpty() ? NO_COOKIE : made.term(cookie);
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
