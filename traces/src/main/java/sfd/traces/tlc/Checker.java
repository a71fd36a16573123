package sfd.traces.tlc;

/** TLC's own model checker: one worker, no check for deadlock, nothing left behind. */
public final class Checker {

    private Checker() {
    }

    /** Checks all that the configuration names, temporal properties included. */
    public static Checked check(Model model) {
        throw new UnsupportedOperationException();
    }
}
