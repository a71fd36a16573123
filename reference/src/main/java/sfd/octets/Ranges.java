package sfd.octets;

/** Guards of constructors: a value outside its range is the caller's mistake, never the peer's. */
public final class Ranges {

    private Ranges() {
    }

    /**
     * The value itself.
     *
     * @param what its name, for the message
     * @throws IllegalArgumentException unless {@code least <= value <= most}
     */
    public static int check(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(what + " must be in " + least + ".." + most + ", not " + value);
        }
        return value;
    }
}
