package sfd.ike;

/** Guards of the records' constructors: a value that its field on the wire cannot hold is the caller's mistake. */
final class Ranges {

    private Ranges() {
    }

    /** @throws IllegalArgumentException unless {@code 0 <= value <= max} */
    static void check(String what, int value, int max) {
        if (value < 0 || value > max) {
            throw new IllegalArgumentException(what + " must be in 0.." + max + ", not " + value);
        }
    }
}
