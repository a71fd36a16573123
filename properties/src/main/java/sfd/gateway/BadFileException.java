package sfd.gateway;

/** A file or an option that cannot be used. The message is one line. */
public final class BadFileException extends Exception {

    private static final long serialVersionUID = 1L;

    public BadFileException(String line) {
        super(line);
    }
}
