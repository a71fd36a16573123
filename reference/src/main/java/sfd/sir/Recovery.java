package sfd.sir;

import sfd.octets.Octets;
import sfd.octets.Ranges;

/**
 * A recovery under way.
 *
 * @param pause ticks until the new SA is started (SIR-3.2.3-1), 0 when it is
 * @param cookie X's own, to be reflected then (SIR-3.2.2-12); empty for none
 * @param sure X said with our cookie that it does not have the SA; else a hint is all there is (READING-22)
 */
public record Recovery(int pause, Octets cookie, boolean sure) {

    /** The new SA is started. */
    static final Recovery STARTED = new Recovery(0, Octets.EMPTY, true);

    /** The new SA is tried, by ticket or collapsed exchange, on a hint alone. */
    static final Recovery TRIED = new Recovery(0, Octets.EMPTY, false);

    /** @throws IllegalArgumentException for a negative pause */
    public Recovery {
        Ranges.check("pause", pause, 0, Integer.MAX_VALUE);
    }

    boolean isWaiting() {
        return pause > 0;
    }

    /** True if with one more tick the wait is over. */
    boolean isDue() {
        return pause == 1;
    }

    Recovery ticked() {
        return pause > 1 ? new Recovery(pause - 1, cookie, sure) : new Recovery(0, Octets.EMPTY, sure);
    }
}
