package sfd.session;

/**
 * The message IDs of an IKE SA at one end, with a window of one (RFC 7296, 2.2, RFC 7296, 2.3). Each is 0..2^32; 2^32 when all are
 * used up: then the IKE SA must be replaced, never go on from 0.
 *
 * @param nextRequest of our next request
 * @param nextAnswer of the answer waited for; the same as {@code nextRequest} when none is
 * @param nextFromPeer of the peer's next request
 */
public record MessageIds(long nextRequest, long nextAnswer, long nextFromPeer) {

    /** Of an IKE SA that a rekey made. */
    public static final MessageIds FIRST = new MessageIds(0, 0, 0);

    private static final long ALL = 1L << Integer.SIZE;

    /** @throws IllegalArgumentException for a number out of range, or more than one request under way */
    public MessageIds {
        if (nextRequest < 0 || nextRequest > ALL || nextFromPeer < 0 || nextFromPeer > ALL
                || nextAnswer != nextRequest && nextAnswer != nextRequest - 1 || nextAnswer < 0) {
            throw new IllegalArgumentException("message IDs are 0 to 2^32-1, and one request is under way at most");
        }
    }

    /** A request is under way, or there are no more IDs. */
    public boolean isClosed() {
        return nextAnswer != nextRequest || nextRequest == ALL;
    }

    MessageIds asked() {
        return new MessageIds(nextRequest + 1, nextAnswer, nextFromPeer);
    }

    MessageIds answered() {
        return new MessageIds(nextRequest, nextAnswer + 1, nextFromPeer);
    }

    MessageIds heard() {
        return new MessageIds(nextRequest, nextAnswer, nextFromPeer + 1);
    }

    boolean isAwaited(int messageId) {
        return nextAnswer != nextRequest && nextAnswer == Integer.toUnsignedLong(messageId);
    }

    boolean isNext(int messageId) {
        return nextFromPeer == Integer.toUnsignedLong(messageId);
    }

    boolean isLast(int messageId) {
        return nextFromPeer - 1 == Integer.toUnsignedLong(messageId);
    }
}
