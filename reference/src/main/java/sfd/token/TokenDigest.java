package sfd.token;

import java.util.List;
import sfd.octets.Octets;
import sfd.octets.Ranges;

/**
 * What a taker keeps of a token: its SHA-256, 32 octets. Who reads the taker's memory learns no token from it
 * (QCD-9.1-2).
 *
 * @param octets 32 octets
 */
public record TokenDigest(Octets octets) {

    /** @throws IllegalArgumentException for another length */
    public TokenDigest {
        Ranges.check("octets of a digest", octets.length(), Digest.LENGTH, Digest.LENGTH);
    }

    /** The digest of a token. */
    public static TokenDigest of(Digest digest, Octets token) {
        return new TokenDigest(digest.sha256(token));
    }

    /**
     * True if any of these is any of those (QCD-4.5-4). All pairs are compared, each in constant time: neither which
     * one matched nor how far another one did shows in the time it took (QCD-5-5).
     */
    public static boolean anyEqual(List<TokenDigest> these, List<TokenDigest> those) {
        boolean any = false;
        for (TokenDigest one : these) {
            for (TokenDigest other : those) {
                any |= one.octets.equalsInConstantTime(other.octets);
            }
        }
        return any;
    }
}
