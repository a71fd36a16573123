package sfd.probe;

/** A step cannot be made, so that nothing can be said about its case; the message says why, in a sentence for people. */
final class NotObservableException extends Exception {

    NotObservableException(String why) {
        super(why);
    }
}
