package sfd.session;

import sfd.octets.Octets;

/**
 * The octets of a key, a pre-shared key or a private value. Only this package sees them, and no text shows them.
 */
public final class Key {

    /** No octets: where an algorithm needs no key. */
    static final Key NONE = new Key(Octets.EMPTY);

    private final Octets octets;

    private Key(Octets octets) {
        this.octets = octets;
    }

    /** A key of these octets, of any number. */
    public static Key of(Octets octets) {
        return new Key(octets);
    }

    Octets octets() {
        return octets;
    }

    /** The octets from {@code from} up to, not including, {@code to}. */
    Key part(int from, int to) {
        return new Key(octets.slice(from, to));
    }

    int length() {
        return octets.length();
    }

    /** In a time that depends on the lengths only. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Key that && octets.equalsInConstantTime(that.octets);
    }

    /** None: a hash code of the octets would tell about them. */
    @Override
    public int hashCode() {
        return 0;
    }

    @Override
    public String toString() {
        return octets.length() + " octets";
    }
}
