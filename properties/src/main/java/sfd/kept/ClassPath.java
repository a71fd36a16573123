package sfd.kept;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The code that checks and is checked: the reference, what walks, replays and compares, TLC itself, and the JVM. */
final class ClassPath {

    private ClassPath() {
    }

    /** Of everything on it, whether a verdict needs it or not: too much costs a run, too little would cost the truth. */
    static String digest() {
        var sha = new Sha().add(System.getProperty("java.vm.vendor")).add(Runtime.version().toString());
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            add(Path.of(entry), sha);
        }
        return sha.hex();
    }

    private static void add(Path entry, Sha sha) {
        if (Files.isRegularFile(entry)) {
            sha.add(entry.getFileName().toString()).add(Sha.of(entry));
        } else if (Files.isDirectory(entry)) {
            files(entry).forEach(file -> sha.add(entry.relativize(file).toString()).add(Sha.of(file)));
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
