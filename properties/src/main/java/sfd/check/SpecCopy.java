package sfd.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A copy of the spec's modules and configurations in a folder of its own, to be changed and thrown away. */
public record SpecCopy(Path folder) implements AutoCloseable {

    public static SpecCopy of(Path spec) {
        try (Stream<Path> files = Files.walk(spec)) {
            Path copy = Files.createTempDirectory("spec");
            for (Path file : files.filter(it -> it.toString().endsWith(".tla") || it.toString().endsWith(".cfg")).toList()) {
                Path target = copy.resolve(spec.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
            return new SpecCopy(copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String read(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path write(String file, String text) {
        try {
            return Files.writeString(folder.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
