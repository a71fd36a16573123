package sfd.simulation;

/** A gateway crashes in the middle of what it does: nothing behind this is done. */
final class PowerCut extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PowerCut() {
        super("power cut", null, false, false);
    }
}
