package sfd.traces.distributed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Finds what follows from the states that a coordinator hands it, with a thread for each core; it may come before or after it. */
public final class Worker implements AutoCloseable {

    private final Process process;

    private Worker(Process process) {
        this.process = process;
    }

    /**
     * @param address its own, which the coordinator must reach
     * @param coordinator the address of the other
     */
    public static Worker start(String address, String coordinator, int port) {
        return new Worker(Member.start("worker", Path.of(System.getProperty("java.io.tmpdir")), address, port, coordinator));
    }

    /** Until the coordinator is done. @return whether it ended well, which TLC says and its exit status does not */
    public boolean work(Consumer<String> heard) {
        var completed = new AtomicBoolean();
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().filter(line -> !line.startsWith("Parsing file") && !line.startsWith("Semantic processing")).forEach(line -> {
                heard.accept(line);
                completed.compareAndSet(false, line.contains("work completed"));
            });
            return process.waitFor() == 0 && completed.get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
