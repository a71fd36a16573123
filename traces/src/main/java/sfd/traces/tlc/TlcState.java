package sfd.traces.tlc;

import java.util.concurrent.locks.ReentrantLock;
import tlc2.util.FP64;
import util.UniqueString;

/**
 * TLC's static state, which one walk at a time may have, and which each finds as in a new JVM.
 *
 * <p>TLC keeps in each name the place of its definition. A name that an earlier model defined would keep its place, and
 * a later model would find there whatever came to stand in it: of two modules that extend different standard modules the
 * second one had {@code Spec} mean the multiplication of Naturals.
 */
final class TlcState {

    private static final ReentrantLock LOCK = new ReentrantLock();
    private static final int NO_PLACE = -1;

    private TlcState() {
    }

    /** Waits for other threads; the same thread would wait for itself for ever, so it is told. */
    static void take() {
        if (LOCK.isHeldByCurrentThread()) {
            throw new IllegalStateException("this thread has a walk open: close it first");
        }
        LOCK.lock();
        UniqueString.setVariableCount(0);
        UniqueString.internTbl.toMap().values().forEach(name -> name.setLoc(NO_PLACE));
        // Without it all fingerprints are equal, and with them TLC's hashes of sets and states.
        FP64.Init(0);
    }

    static void release() {
        LOCK.unlock();
    }
}
