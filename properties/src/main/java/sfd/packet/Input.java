package sfd.packet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import sfd.gateway.BadFileException;
import sfd.gateway.InputFile;

/**
 * Where lines come from.
 *
 * @param file none for the standard input
 */
public record Input(Optional<Path> file) {

    /** As on a command line, where nothing or {@code -} is the standard input. @param file null for nothing */
    public static Input of(Path file) {
        return new Input(Optional.ofNullable(file).filter(it -> !it.toString().equals("-")));
    }

    /** What is done with the input. */
    interface Reader {

        boolean read(InputStream in) throws IOException, BadFileException;
    }

    /** @throws BadFileException if it cannot be read, or not to its end */
    boolean read(InputStream standardInput, Reader reader) throws BadFileException {
        String name = file.map(Path::toString).orElse("the standard input");
        try (InputStream in = file.isPresent() ? Files.newInputStream(file.get()) : standardInput) {
            return reader.read(in);
        } catch (IOException e) {
            throw InputFile.unreadable(name, e);
        }
    }
}
