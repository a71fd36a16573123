package sfd.traces.distributed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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

    /** Until the coordinator is done. @return whether it ended well */
    public boolean work(Consumer<String> heard) {
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().filter(line -> !line.startsWith("Parsing file") && !line.startsWith("Semantic processing")).forEach(heard);
            return process.waitFor() == 0;
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
