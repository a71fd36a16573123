package sfd.packet;

/** An entry that is passed over, which is no error. The message is one word that says why. */
final class SkippedException extends Exception {

    private static final long serialVersionUID = 1L;

    SkippedException(String why) {
        super(why, null, false, false);
    }
}
