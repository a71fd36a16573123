package sfd.session;

/** A file of a session that cannot be used. The message is one line, without a digit of a key. */
public final class SessionFileException extends Exception {

    private static final long serialVersionUID = 1L;

    SessionFileException(String line) {
        super(line);
    }
}
