package sfd.traces.tlc;

import java.lang.reflect.Field;
import java.util.concurrent.locks.ReentrantLock;
import tlc2.TLCGlobals;
import tlc2.tool.liveness.LiveWorker;
import tlc2.util.BufferedRandomAccessFile;
import tlc2.util.FP64;
import util.UniqueString;

/**
 * TLC's static state, which one walk at a time may have, and which each finds as in a new JVM.
 *
 * <p>TLC keeps in each name the place of its definition. A name that an earlier model defined would keep its place, and
 * a later model would find there whatever came to stand in it: of two modules that extend different standard modules the
 * second one had {@code Spec} mean the multiplication of Naturals.
 *
 * <p>Three more things it keeps that make a check of temporal properties fail, or end its JVM:
 * <ul>
 * <li>A file that is closed twice, as those of a run are at its end, gives its buffer back twice, and two files of a later
 * run share it: what one writes the other reads, "beyond the end" of a graph on disk or as a size that no memory has.
 * (Mended in TLC in June 2024, after this version.) So no buffer outlives its run.</li>
 * <li>Who found a violation is known for ever, and later runs look for none.</li>
 * <li>Its stacks go to disk where the heap's free part looks small; but it looks at what is free before garbage is
 * collected and before the heap grows, so this depends on the moment. They stay in memory here.</li>
 * </ul>
 */
final class TlcState {

    private static final ReentrantLock LOCK = new ReentrantLock();
    private static final int NO_PLACE = -1;
    private static final int NOBODY = -1;

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
        set(BufferedRandomAccessFile.class, "numAvailBuffs", 0);
        set(LiveWorker.class, "errFoundByThread", NOBODY);
        TLCGlobals.livenessGraphSizeThreshold = Double.MAX_VALUE;
    }

    private static void set(Class<?> owner, String name, int value) {
        try {
            Field field = owner.getDeclaredField(name);
            field.setAccessible(true);
            field.setInt(null, value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this version of TLC has no " + owner.getName() + "." + name, e);
        }
    }

    static void release() {
        LOCK.unlock();
    }
}
