package sfd.alphabet;

/** A line of input that says no datagram. The message is one sentence for its answer, and quotes nothing of the line. */
public final class BadLineException extends Exception {

    private static final long serialVersionUID = 1L;

    public BadLineException(String sentence) {
        // Without a stack trace: whole files of such lines are nothing unusual.
        super(sentence, null, false, false);
    }
}
