package sfd.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where things stand in the project.
 *
 * @param root the folder with the root {@code pom.xml}
 */
record Layout(Path root) {

    Path spec() {
        return root.resolve("spec");
    }

    Path manifest() {
        return spec().resolve("manifest.json");
    }

    Path schema(String name) {
        return spec().resolve("schemas").resolve(name + ".schema.json");
    }

    /** What a run leaves behind. */
    Path results() {
        return root.resolve("target").resolve("check");
    }

    /** Where the counterexample of a property goes, relative to the root. */
    Path trace(String model, String property) {
        return Path.of("target", "check", "traces", model + "-" + property + ".itf.json");
    }

    /** Leaves or takes away the file by which the build learns of a failure. */
    void markFailed(boolean failed) {
        Path mark = results().resolve("failed");
        try {
            if (failed) {
                Files.createDirectories(results());
                Files.write(mark, new byte[0]);
            } else {
                Files.deleteIfExists(mark);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The configurations in {@code spec/models}, as paths below {@code spec}, sorted. */
    List<String> configurations() {
        try (Stream<Path> files = Files.list(spec().resolve("models"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".cfg"))
                    .sorted()
                    .map(name -> "models/" + name)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
