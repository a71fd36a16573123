package sfd.token;

import sfd.octets.Octets;
import sfd.octets.Ranges;

/**
 * The octets of a secret. Only this package sees them, and no text shows them (QCD-9.1-3).
 *
 * @param octets 32 octets
 */
record SecretOctets(Octets octets) {

    /** @throws IllegalArgumentException for another length */
    SecretOctets {
        Ranges.check("octets of a secret", octets.length(), Secret.LENGTH, Secret.LENGTH);
    }

    /** None: a hash code of the octets would tell about them. */
    @Override
    public int hashCode() {
        return 0;
    }

    @Override
    public String toString() {
        return "32 octets";
    }
}
