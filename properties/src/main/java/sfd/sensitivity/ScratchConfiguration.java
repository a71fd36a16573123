package sfd.sensitivity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import sfd.check.Scratch;

/** A configuration in a file of its own, gone when it is closed. */
record ScratchConfiguration(Path file) implements AutoCloseable {

    static ScratchConfiguration of(String text) {
        try {
            return new ScratchConfiguration(Files.writeString(Files.createTempFile("Scratch", ".cfg"), text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
