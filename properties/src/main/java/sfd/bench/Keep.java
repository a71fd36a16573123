package sfd.bench;

/** Keeps what was made last, as a caller would: a compiler must not leave out the making of what nobody keeps. */
final class Keep {

    private Object last;

    <T> T keep(T made) {
        last = made;
        return made;
    }

    @Override
    public String toString() {
        return String.valueOf(last);
    }
}
