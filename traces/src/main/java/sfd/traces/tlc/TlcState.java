package sfd.traces.tlc;

import java.util.concurrent.locks.ReentrantLock;

/** TLC's static state, which one user at a time may have. */
final class TlcState {

    private static final ReentrantLock LOCK = new ReentrantLock();

    private TlcState() {
    }

    /** Waits for other threads; the same thread would wait for itself for ever, so it is told. */
    static void take() {
        if (LOCK.isHeldByCurrentThread()) {
            throw new IllegalStateException("this thread has a walk open: close it first");
        }
        LOCK.lock();
    }

    static void release() {
        LOCK.unlock();
    }
}
