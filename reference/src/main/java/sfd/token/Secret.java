package sfd.token;

import java.util.stream.Stream;
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

    /** The 32 octets of SHA-256 over this secret and the parts: all that others ever see of it. */
    Octets digest(Digest digest, Octets... parts) {
        return digest.sha256(Stream.concat(Stream.of(octets.octets()), Stream.of(parts)).toArray(Octets[]::new));
    }
}
