package sfd.probe;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** How much is sent, and how fast: so many datagrams in all, and a gap between two of them. */
final class Bounds {

    private final int most;
    private final long gap;
    private int sent;
    private long next = System.nanoTime();

    /** @param aSecond datagrams at most, above 0 */
    Bounds(int most, int aSecond) {
        this.most = most;
        this.gap = TimeUnit.SECONDS.toNanos(1) / aSecond;
    }

    /**
     * Waits until one more may be sent.
     *
     * @param burst it need not wait
     */
    void turn(boolean burst) throws NotObservableException {
        if (sent == most) {
            throw new NotObservableException("the " + most + " datagrams that may be sent are used up");
        }
        sent++;
        long now = System.nanoTime();
        if (!burst && next > now) {
            LockSupport.parkNanos(next - now);
        }
        next = Math.max(now, next) + gap;
    }

    int sent() {
        return sent;
    }
}
