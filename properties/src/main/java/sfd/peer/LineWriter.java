package sfd.peer;

import java.io.PrintStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Writes lines in a thread of its own: who does not read them must not hold up the gateway. */
final class LineWriter implements AutoCloseable {

    /** Lines that may wait. */
    private static final int ROOM = 4_096;

    /** Milliseconds that are given to a reader at the end. */
    private static final long PATIENCE = 2_000;

    /** Not one of the lines: the end of them. */
    private static final String END = new String("end");

    private final BlockingQueue<String> waiting = new ArrayBlockingQueue<>(ROOM);
    private final Thread thread;

    LineWriter(PrintStream out) {
        thread = Thread.ofPlatform().daemon().name("lines").start(() -> {
            try {
                for (String line = waiting.take(); line != END; line = waiting.take()) {
                    out.println(line);
                    if (waiting.isEmpty()) {
                        out.flush();
                    }
                }
                out.flush();
            } catch (InterruptedException e) {
                // The end, and nobody reads.
                Thread.currentThread().interrupt();
            }
        });
    }

    /** False if too many lines are waiting: then it is lost. */
    boolean write(String line) {
        return waiting.offer(line);
    }

    /** Waits for a reader, but not for ever. */
    @Override
    public void close() {
        try {
            if (waiting.offer(END, PATIENCE, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                thread.join(PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
    }
}
