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
 * Symbolic tokens and their octets, made by the reference's own token maker, and what a taker keeps of them.
 */
final class TokenTerms {

    private static final String ANY_ADDRESS = "any";
    private static final int TOO_LONG = 129;

    private final Digest digest;
    private final TermOctets made = new TermOctets("token", this::make);
    private final Map<TokenDigest, Value> kept = new HashMap<>();

    TokenTerms(Digest digest) {
        this.digest = digest;
    }

    Octets octets(Value term) {
        return made.octets(term);
    }

    /** What a taker keeps of the token. */
    TokenDigest digest(Value term) {
        return TokenDigest.of(digest, octets(term));
    }

    Value term(Octets token) {
        return made.term(token);
    }

    Value term(TokenDigest token) {
        Value term = kept.get(token);
        if (term == null) {
            throw new NotInModelException("a kept token that the model does not have");
        }
        return term;
    }

    /** Called once for each term. */
    private Octets make(Value term) {
        Octets octets = cut(term);
        kept.put(TokenDigest.of(digest, octets), term);
        return octets;
    }

    private Octets cut(Value term) {
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
