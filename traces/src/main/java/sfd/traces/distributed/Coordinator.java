package sfd.traces.distributed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import sfd.traces.tlc.Model;

/**
 * Keeps the states that are left and those that were seen; the workers, which may come and go, find what follows.
 *
 * <p>Whoever reaches its port can be a worker, and make it run what he likes: a network for this alone, or loopback.
 */
public final class Coordinator implements AutoCloseable {

    private final Path folder;
    private final Process process;

    private Coordinator(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    /**
     * Starts it, in a folder of its own, gone at the end.
     *
     * @param config the text of a configuration with nothing temporal, and nothing that fails, for then the search ends there
     * @param address at which it listens, and which the workers must reach
     * @param port at which workers ask for it
     */
    public static Coordinator start(Model model, String config, String address, int port) {
        try {
            Path folder = Files.createTempDirectory("coordinator");
            for (Path from : new Path[] {model.module().getParent().getParent(), model.module().getParent()}) {
                copy(from, folder);
            }
            Files.writeString(folder.resolve("Model.cfg"), config);
            return new Coordinator(folder, Member.start("server", folder, address, port, "-deadlock", "-config", "Model.cfg",
                    model.module().getFileName().toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Workers ask the coordinator for modules by name, and it looks for them beside its own. */
    private static void copy(Path from, Path folder) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path module : files.filter(it -> it.toString().endsWith(".tla")).toList()) {
                Files.copy(module, folder.resolve(module.getFileName()));
            }
        }
    }

    /** Waits for the end. @param heard what it says meanwhile, line by line, without what it reads */
    public Searched search(Consumer<String> heard) {
        var said = new StringBuilder();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.append(line).append('\n');
                if (!line.startsWith("Parsing file") && !line.startsWith("Semantic processing")) {
                    heard.accept(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Searched.of(said.toString());
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                    Files.delete(file);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
