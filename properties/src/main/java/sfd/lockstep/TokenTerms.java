package sfd.lockstep;

import java.util.HashMap;
import java.util.Map;
import sfd.ike.Address;
import sfd.ike.IkeSpis;
import sfd.octets.Octets;
import sfd.token.Digest;
import sfd.token.Secret;
import sfd.token.TokenDigest;
import sfd.token.TokenMethod;
import sfd.traces.value.Value;

/**
 * Symbolic tokens and their octets, made by the reference's own token maker. From octets back to the term goes only
 * what was made here before: a token that Java makes and no label of the model has is unknown.
 */
final class TokenTerms {

    private static final String ANY_ADDRESS = "any";
    private static final int TOO_LONG = 129;

    private final Digest digest;
    private final Map<Value, Octets> octets = new HashMap<>();
    private final Map<Octets, Value> terms = new HashMap<>();
    private final Map<TokenDigest, Value> kept = new HashMap<>();

    TokenTerms(Digest digest) {
        this.digest = digest;
    }

    Octets octets(Value term) {
        Octets known = octets.get(term);
        if (known != null) {
            return known;
        }
        Octets made = make(term);
        if (terms.putIfAbsent(made, term) != null) {
            throw new NotInModelException("two tokens of the model have the same octets: " + term
                    + " and " + terms.get(made));
        }
        octets.put(term, made);
        kept.put(TokenDigest.of(digest, made), term);
        return made;
    }

    /** What a taker keeps of the token. */
    TokenDigest digest(Value term) {
        return TokenDigest.of(digest, octets(term));
    }

    Value term(Octets token) {
        Value term = terms.get(token);
        if (term == null) {
            throw new NotInModelException("a token of " + token.length() + " octets that the model does not have");
        }
        return term;
    }

    Value term(TokenDigest token) {
        Value term = kept.get(token);
        if (term == null) {
            throw new NotInModelException("a kept token that the model does not have");
        }
        return term;
    }

    private Octets make(Value term) {
        Octets whole = whole(Names.secret(term.field("secret").integer()), Names.ikeSpis(term.field("spis").integer()),
                term.field("address").text());
        String which = term.field("octets").text();
        return switch (which) {
            case "all" -> whole;
            case "first16" -> whole.slice(0, 16);
            case "first15" -> whole.slice(0, 15);
            case "one-more" -> Octets.concat(whole, Octets.of((byte) 0));
            case "too-long" -> Octets.concat(whole, whole, whole, whole, whole).slice(0, TOO_LONG);
            default -> throw new NotInModelException("a token has no octets " + which);
        };
    }

    private Octets whole(Secret secret, IkeSpis spis, String address) {
        return address.equals(ANY_ADDRESS)
                ? TokenMethod.SPIS.token(digest, secret, spis, Names.address("A"))
                : TokenMethod.SPIS_AND_ADDRESS.token(digest, secret, spis, Names.address(address));
    }
}
