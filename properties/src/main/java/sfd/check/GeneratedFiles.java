package sfd.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Files of the project that are made from others of it. */
public final class GeneratedFiles {

    private GeneratedFiles() {
    }

    /** Writes each text to its file. @throws UncheckedIOException if one cannot be written */
    public static void write(Map<Path, String> files) {
        files.forEach((file, text) -> {
            try {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
