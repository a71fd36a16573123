package sfd.token;

import sfd.octets.OctetWriter;
import sfd.octets.Octets;
import sfd.octets.Ranges;

/**
 * One generation of a secret that tokens (QCD-5.1-1) or cookies (SIR-3.2.4-1) are made from. Its octets leave this
 * package only inside a digest, and no text of it shows them (QCD-9.1-3): who has a maker's secret can end every IKE
 * SA of that maker.
 *
 * @param generation number of this generation, 1 or more; a later one has the greater number
 * @param octets 32 octets from a cryptographically strong generator
 */
public record Secret(int generation, SecretOctets octets) {

    /** Length in octets. */
    public static final int LENGTH = 32;

    /** @throws IllegalArgumentException for a generation below 1 */
    public Secret {
        Ranges.check("generation", generation, 1, Integer.MAX_VALUE);
    }

    /** @throws IllegalArgumentException for a generation below 1 or another number of octets than 32 */
    public static Secret of(int generation, Octets octets) {
        return new Secret(generation, new SecretOctets(octets));
    }

    /** The beginning of a message to be hashed: this secret. A digest is all that others ever see of it. */
    OctetWriter begin(Digest digest) {
        return digest.message().octets(octets.octets());
    }

    /**
     * The same with the first 16 octets of this secret only. A guesser of 2^128 keys gets nowhere either, and a cookie
     * between IPv4 addresses stays within one block of the digest, which halves its cost.
     */
    OctetWriter beginWithHalf(Digest digest) {
        return digest.message().u64(octets.octets().u64(0)).u64(octets.octets().u64(8));
    }
}
