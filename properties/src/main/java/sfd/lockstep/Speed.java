package sfd.lockstep;

/**
 * How fast steps of Java were compared, on one thread.
 *
 * @param replays steps compared
 * @param nanos time it took, in nanoseconds
 */
public record Speed(long replays, long nanos) {

    public static final Speed NONE = new Speed(0, 0);

    public Speed plus(Speed other) {
        return new Speed(replays + other.replays, nanos + other.nanos);
    }

    /** Replays in a second; 0 where nothing was measured. */
    public long perSecond() {
        return nanos == 0 ? 0 : Math.round(replays * 1e9 / nanos);
    }
}
