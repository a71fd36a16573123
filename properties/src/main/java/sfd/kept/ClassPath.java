package sfd.kept;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The code that checks and is checked: the reference, what walks, replays and compares, TLC itself, and the JVM. */
public final class ClassPath {

    /** Packages that no verdict needs, for nothing that gives one knows them, as a rule of the house says. All others count. */
    public static final List<String> ASIDE = List.of("sfd.bench", "sfd.catalogue", "sfd.command", "sfd.cost", "sfd.cutoff", "sfd.flood", "sfd.matrix",
            "sfd.mutation", "sfd.pages", "sfd.peer", "sfd.probe", "sfd.report", "sfd.sampling", "sfd.sensitivity", "sfd.session",
            "sfd.simulation", "sfd.vectors");

    private ClassPath() {
    }

    /** Of everything else on it, whether a verdict needs it or not: too much costs a run, too little would cost the truth. */
    static String digest() {
        return digest(System.getProperty("java.class.path"));
    }

    /** @param classPath folders and files, as the JVM has them */
    static String digest(String classPath) {
        var sha = new Sha().add(System.getProperty("java.vm.vendor")).add(Runtime.version().toString());
        for (String entry : classPath.split(File.pathSeparator)) {
            add(Path.of(entry), sha);
        }
        return sha.hex();
    }

    private static void add(Path entry, Sha sha) {
        if (Files.isRegularFile(entry)) {
            sha.add(entry.getFileName().toString()).add(Sha.of(entry));
        } else if (Files.isDirectory(entry)) {
            files(entry).stream().filter(file -> ASIDE.stream().noneMatch(aside -> file.startsWith(entry.resolve(aside.replace('.', '/')))))
                    .forEach(file -> sha.add(entry.relativize(file).toString()).add(Sha.of(file)));
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
