package sfd.traces.capture;

/** Octets that are not what they should be. The message is one sentence, and quotes nothing of them. */
final class BrokenException extends Exception {

    private static final long serialVersionUID = 1L;

    BrokenException(String sentence) {
        // Without a stack trace: whole captures of such frames are nothing unusual.
        super(sentence, null, false, false);
    }
}
