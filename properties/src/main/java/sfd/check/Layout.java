package sfd.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where things stand in the project.
 *
 * @param root the folder with the root {@code pom.xml}
 */
public record Layout(Path root) {

    /** The property by which the build says where the project is. */
    private static final String BUILD = "project.root";

    public Path spec() {
        return root.resolve("spec");
    }

    Path manifest() {
        return spec().resolve("manifest.json");
    }

    public Path schema(String name) {
        return spec().resolve("schemas").resolve(name + ".schema.json");
    }

    /** What a run leaves behind. */
    public Path results() {
        return root.resolve("target").resolve("check");
    }

    /** Makes room for what a run leaves behind, before it takes minutes. @throws UncheckedIOException if it cannot */
    public void prepare() {
        try {
            Files.createDirectories(results());
            Files.deleteIfExists(Files.createTempFile(results(), "room", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the counterexample of a property goes, relative to the root. */
    Path trace(String model, String property) {
        return Path.of("target", "check", "traces", model + "-" + property + ".itf.json");
    }

    /** The project that the build runs the check for, if it does. */
    public static Optional<Layout> ofBuild() {
        return Optional.ofNullable(System.getProperty(BUILD)).map(root -> new Layout(absolute(Path.of(root))));
    }

    /** The project that {@code folder} is in; none if there is no manifest in it or above. */
    public static Optional<Layout> around(Path folder) {
        return Stream.iterate(absolute(folder), Objects::nonNull, Path::getParent)
                .map(Layout::new)
                .filter(Layout::isThere)
                .findFirst();
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    public boolean isThere() {
        return Files.isRegularFile(manifest());
    }

    /**
     * Leaves the status for the build, which would learn only that some status was not 0, or takes it away.
     *
     * @return the status, or another one where it cannot be left: then the build must fail by itself
     */
    public int markEnd(int status) {
        Path mark = results().resolve("failed");
        try {
            if (status == Status.DONE) {
                Files.deleteIfExists(mark);
            } else {
                Files.createDirectories(results());
                Files.writeString(mark, Integer.toString(status));
            }
            return status;
        } catch (IOException e) {
            System.err.println("check: " + mark + " cannot be written");
            return Status.NOT_LEFT;
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
