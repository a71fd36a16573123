package sfd.session;

/**
 * Which sequence numbers of ESP have come (RFC 4303, 3.4.3): the highest and, bit by bit, those before it.
 *
 * @param highest 0..2^32-1, 0 before the first packet
 * @param seen bit n is set if {@code highest - n} has come
 */
public record ReplayWindow(long highest, long seen) {

    /** Nothing has come. */
    public static final ReplayWindow EMPTY = new ReplayWindow(0, 0);

    /** @throws IllegalArgumentException for more than 32 bits of number */
    public ReplayWindow {
        if (highest >>> Integer.SIZE != 0) {
            throw new IllegalArgumentException("a sequence number has 32 bits, not " + Long.toUnsignedString(highest));
        }
    }

    /** True if a packet of this number is new, and not too old to tell. */
    boolean takes(long number) {
        long before = highest - number;
        return number > 0 && (before < 0 || before < Long.SIZE && (seen >>> before & 1) == 0);
    }

    /** With the number of a packet that verified. */
    ReplayWindow with(long number) {
        long ahead = number - highest;
        if (ahead <= 0) {
            return new ReplayWindow(highest, seen | 1L << -ahead);
        }
        return new ReplayWindow(number, (ahead < Long.SIZE ? seen << ahead : 0) | 1);
    }
}
