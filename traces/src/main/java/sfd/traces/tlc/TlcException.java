package sfd.traces.tlc;

/** A model that TLC cannot read or evaluate. The message is one line: file, line where known, and what is wrong. */
public final class TlcException extends RuntimeException {

    public TlcException(String message) {
        super(message);
    }

    public TlcException(String message, Throwable cause) {
        super(message, cause);
    }
}
