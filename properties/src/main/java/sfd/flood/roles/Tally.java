package sfd.flood.roles;

/**
 * What was done between two ticks, the first of them included.
 *
 * @param arrived datagrams, of the flood and of honest peers
 * @param turnedAway of these by a limit
 * @param sent datagrams in the clear
 * @param asked protected requests, those sent again not counted
 * @param accepted first messages gone on with
 * @param digests made
 * @param nanos of this thread for the steps of the flood
 */
record Tally(long arrived, long turnedAway, long sent, long asked, long accepted, long digests, long nanos) {

    static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0);

    /** What was done after an earlier count. */
    Tally since(Tally before) {
        return new Tally(arrived - before.arrived, turnedAway - before.turnedAway, sent - before.sent, asked - before.asked,
                accepted - before.accepted, digests - before.digests, nanos - before.nanos);
    }

    /** The greater of each. */
    Tally most(Tally other) {
        return new Tally(Math.max(arrived, other.arrived), Math.max(turnedAway, other.turnedAway), Math.max(sent, other.sent),
                Math.max(asked, other.asked), Math.max(accepted, other.accepted), Math.max(digests, other.digests),
                Math.max(nanos, other.nanos));
    }

    boolean isWithin(Bounds bounds) {
        return sent <= bounds.sent() && asked <= bounds.asked() && accepted <= bounds.accepted() && digests <= bounds.digests();
    }
}
