package sfd.token;

import sfd.octets.Octets;

/**
 * One generation of QCD_SECRET (QCD-5.1-1). Its octets leave this package only inside a digest, and no text of it
 * shows them (QCD-9.1-3): who has them can end every IKE SA of this maker.
 */
public final class QcdSecret {

    /** Length in octets. */
    public static final int LENGTH = 32;

    private final int generation;
    private final Octets octets;

    /**
     * @param generation number of this generation, 1 or more; a later one has the greater number
     * @param octets 32 octets from a cryptographically strong generator
     * @throws IllegalArgumentException for another generation or length
     */
    public QcdSecret(int generation, Octets octets) {
        if (generation < 1) {
            throw new IllegalArgumentException("generations of a secret count from 1, not " + generation);
        }
        if (octets.length() != LENGTH) {
            throw new IllegalArgumentException("a secret has 32 octets, not " + octets.length());
        }
        this.generation = generation;
        this.octets = octets;
    }

    public int generation() {
        return generation;
    }

    /** For making tokens only. */
    Octets octets() {
        return octets;
    }

    /** In a time that does not depend on the octets. */
    @Override
    public boolean equals(Object other) {
        return other instanceof QcdSecret that
                && generation == that.generation && octets.equalsInConstantTime(that.octets);
    }

    /** Of the generation alone: a hash code of the octets would tell about them. */
    @Override
    public int hashCode() {
        return Integer.hashCode(generation);
    }

    /** Without the octets (QCD-9.1-3). */
    @Override
    public String toString() {
        return "QCD_SECRET, generation " + generation;
    }
}
