package sfd.traces.tlc;

import java.lang.reflect.Field;
import java.util.concurrent.locks.ReentrantLock;
import tlc2.TLCGlobals;
import tlc2.tool.liveness.LiveWorker;
import tlc2.util.FP64;
import util.UniqueString;

/**
 * TLC's static state, which one user at a time may have, and which each finds as in a new JVM.
 *
 * <p>TLC keeps in each name the place of its definition. A name that an earlier model defined would keep its place, and
 * a later model would find there whatever came to stand in it: of two modules with different standard modules the second
 * one had {@code Spec} mean the multiplication of Naturals. And once a temporal property was violated, no later run in
 * the same JVM looks for such violations any more, and it ends without a verdict.
 */
final class TlcState {

    private static final ReentrantLock LOCK = new ReentrantLock();
    private static final int NO_PLACE = -1;
    private static final int NO_THREAD = -1;

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
        TLCGlobals.mainChecker = null;
        TLCGlobals.simulator = null;
        // Without it all fingerprints are equal, and with them TLC's hashes of sets and states.
        FP64.Init(0);
        forgetViolations();
    }

    /** TLC has no method for it. */
    private static void forgetViolations() {
        try {
            Field found = LiveWorker.class.getDeclaredField("errFoundByThread");
            found.setAccessible(true);
            found.setInt(null, NO_THREAD);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this TLC keeps its liveness verdicts otherwise than 2.18 does", e);
        }
    }

    static void release() {
        LOCK.unlock();
    }
}
