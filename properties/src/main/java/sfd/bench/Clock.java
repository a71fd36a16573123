package sfd.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What the current thread has used so far: neither other processes nor the collector's thread count. */
public final class Clock {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Clock() {
    }

    /** CPU time in nanoseconds. */
    public static long nanos() {
        return THREADS.getCurrentThreadCpuTime();
    }

    /** Octets allocated. */
    static long octets() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }
}
