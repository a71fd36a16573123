package sfd.simulation;

/** A claim does not hold; what follows in the run is of no interest any more. */
final class BrokenClaim extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String claim;

    BrokenClaim(String claim, String how) {
        super(how, null, false, false);
        this.claim = claim;
    }

    String claim() {
        return claim;
    }
}
