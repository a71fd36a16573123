package sfd.check;

/** Something that the user gave cannot be used. The message is one line. */
final class BadInput extends RuntimeException {

    BadInput(String line) {
        super(line);
    }
}
