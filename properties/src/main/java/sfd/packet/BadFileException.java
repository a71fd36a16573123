package sfd.packet;

/** A file or an option that cannot be used. The message is one line. */
final class BadFileException extends Exception {

    private static final long serialVersionUID = 1L;

    BadFileException(String line) {
        super(line);
    }
}
