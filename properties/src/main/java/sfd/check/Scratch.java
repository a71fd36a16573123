package sfd.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders that a run empties or leaves no trace of. */
public final class Scratch {

    private Scratch() {
    }

    /**
     * A temporary folder for this process alone, to be called before TLC's classes are loaded: TLC unpacks its standard
     * modules into the temporary folder and deletes them at the end, under the eyes of any other TLC on this machine.
     */
    public static Path own() {
        try {
            Path folder = Files.createTempDirectory("check");
            System.setProperty("java.io.tmpdir", folder.toString());
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes the folder and all in it, if it is there. */
    public static void remove(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try {
            List<Path> deepestFirst;
            try (Stream<Path> all = Files.walk(folder)) {
                deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
