package sfd.traces.tlc;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * TLC's own model checker: one worker, no check for deadlock, nothing left behind.
 *
 * <p>One worker, because with more this version misses violations of temporal properties (tlaplus issue 971). Another
 * JVM, because TLC ends its JVM when it does not know how to go on. Models share one, which has to be started and warmed up,
 * and find in it what {@link TlcState} leaves them; until a few had a temporal property that is violated, for each of these leaves
 * TLC's threads behind, and all their states. May be used by several threads: each has another JVM then.
 */
public final class Checker implements AutoCloseable {

    private final Deque<CheckerJvm> idle = new ArrayDeque<>();
    private boolean closed;

    /** One model in a JVM of its own: checks all that the configuration names. It may run beside a walk. */
    public static Checked checkAlone(Model model) {
        try (CheckerJvm jvm = CheckerJvm.start(CheckerJvm.QUICK_START)) {
            return jvm.check(model);
        }
    }

    /** One of many models: checks all that the configuration names. */
    public Checked check(Model model) {
        CheckerJvm jvm = take();
        Checked checked = jvm.check(model);
        if (checked instanceof Checked.Failed || jvm.isWornOut()) {
            jvm.close();
        } else {
            giveBack(jvm);
        }
        return checked;
    }

    private CheckerJvm take() {
        synchronized (idle) {
            if (!idle.isEmpty()) {
                return idle.pop();
            }
        }
        return CheckerJvm.start();
    }

    private void giveBack(CheckerJvm jvm) {
        synchronized (idle) {
            if (!closed) {
                idle.push(jvm);
                return;
            }
        }
        jvm.close();
    }

    @Override
    public void close() {
        synchronized (idle) {
            closed = true;
            idle.forEach(CheckerJvm::close);
            idle.clear();
        }
    }
}
