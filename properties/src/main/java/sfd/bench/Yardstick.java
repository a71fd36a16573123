package sfd.bench;

/** The candidate of the row {@code flood}, for who measures something else beside it in the same JVM. Bound to one thread. */
public final class Yardstick {

    private final Body flood = RoleBodies.floods();
    private long made;
    private long nanos;
    private long last;

    /** Makes so many of its operations. */
    public void run(int operations) {
        long start = Clock.nanos();
        last += flood.run(operations);
        nanos += Clock.nanos() - start;
        made += operations;
    }

    /** CPU time of one operation so far, in nanoseconds. */
    public double each() {
        return (double) nanos / made;
    }

    /** Depends on all that was made, so that nothing of it can be left out. */
    @Override
    public String toString() {
        return made + " operations, " + last;
    }
}
