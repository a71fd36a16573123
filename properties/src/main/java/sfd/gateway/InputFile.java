package sfd.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Files that are read whole before the first line is answered. */
public final class InputFile {

    /** Largest size in octets: room for some hundred thousand SAs. */
    private static final int LARGEST = 1 << 26;

    private InputFile() {
    }

    /**
     * All of a file, as UTF-8.
     *
     * @throws BadFileException if it cannot be read or is too large
     */
    public static String read(Path file) throws BadFileException {
        return new String(octets(file), StandardCharsets.UTF_8);
    }

    /** The same as octets. */
    static byte[] octets(Path file) throws BadFileException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] octets = in.readNBytes(LARGEST + 1);
            if (octets.length > LARGEST) {
                throw new BadFileException(file + " has more than " + LARGEST + " octets");
            }
            return octets;
        } catch (IOException e) {
            throw unreadable(file.toString(), e);
        }
    }

    /** The reason in words, where Java's message is no more than the name again. */
    public static BadFileException unreadable(String name, IOException e) {
        return new BadFileException(name + switch (e) {
            case NoSuchFileException missing -> ": there is no such file";
            case AccessDeniedException denied -> ": it may not be read";
            default -> " cannot be read: " + e.getMessage();
        });
    }
}
