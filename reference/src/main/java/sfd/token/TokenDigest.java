package sfd.token;

import java.util.List;
import sfd.octets.Octets;

/**
 * What a taker keeps of a token: its SHA-256, 32 octets. Who reads the taker's memory learns no token from it
 * (QCD-9.1-2). Kept as four numbers, so that comparing takes four instructions and no branch.
 *
 * @param first octets 0 to 7, in network byte order
 * @param second octets 8 to 15
 * @param third octets 16 to 23
 * @param fourth octets 24 to 31
 */
public record TokenDigest(long first, long second, long third, long fourth) {

    /** The digest of a token. */
    public static TokenDigest of(Digest digest, Octets token) {
        digest.message().octets(token);
        Octets octets = digest.sha256();
        return new TokenDigest(octets.u64(0), octets.u64(8), octets.u64(16), octets.u64(24));
    }

    /**
     * True if any of these is any of those (QCD-4.5-4). All pairs are compared, each in constant time: neither which
     * one matched nor how far another one did shows in the time it took (QCD-5-5).
     */
    public static boolean anyEqual(List<TokenDigest> these, List<TokenDigest> those) {
        long allDiffer = 1;
        int many = those.size();
        for (int i = 0; i < these.size(); i++) {
            TokenDigest one = these.get(i);
            for (int j = 0; j < many; j++) {
                allDiffer &= one.differs(those.get(j));
            }
        }
        return allDiffer == 0;
    }

    /** 1 if it is another one, else 0; a number and no condition, so that no compiler can make a branch of it. */
    private long differs(TokenDigest other) {
        long difference = first ^ other.first | second ^ other.second | third ^ other.third | fourth ^ other.fourth;
        return (difference | -difference) >>> Long.SIZE - 1;
    }
}
