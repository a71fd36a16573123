package sfd.check;

/** Something that the user gave cannot be used. The message is one line. */
public final class BadInput extends RuntimeException {

    public BadInput(String line) {
        super(line);
    }
}
