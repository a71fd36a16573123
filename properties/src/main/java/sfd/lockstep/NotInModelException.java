package sfd.lockstep;

/** A Java value stands for no value of the model, or a value of the model for nothing in Java. */
public final class NotInModelException extends RuntimeException {

    NotInModelException(String message) {
        super(message);
    }
}
