package sfd.peer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import sfd.alphabet.BadLineException;
import sfd.alphabet.HexText;
import sfd.alphabet.OneLine;
import sfd.gateway.BadFileException;
import sfd.octets.Octets;
import sfd.session.Key;

/** A pre-shared key in a file that only its owner may read: its first line as text, or behind {@code 0x} as hexadecimal digits. */
public final class PskFile {

    private static final int LARGEST = 4_096;
    private static final Set<PosixFilePermission> OTHERS = Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE);

    private PskFile() {
    }

    /** @throws BadFileException if others may use the file, or it holds no key */
    public static Key read(Path file) throws BadFileException {
        try {
            if (Files.isDirectory(file)) {
                throw new BadFileException(file + " is a folder, and no file with a pre-shared key");
            }
            if (Files.size(file) > LARGEST) {
                throw new BadFileException(file + " has more than " + LARGEST + " octets");
            }
            if (Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
                throw new BadFileException(file + " has a pre-shared key, and others than its owner may use it: chmod 600 " + file
                        + " mends it");
            }
            String line = Files.readString(file, StandardCharsets.ISO_8859_1).lines().findFirst().orElse("");
            Octets octets = line.startsWith("0x") ? HexText.parse(line, 2) : Octets.of(line.getBytes(StandardCharsets.ISO_8859_1));
            if (octets.isEmpty()) {
                throw new BadFileException(file + " has no key on its first line");
            }
            return Key.of(octets);
        } catch (BadLineException e) {
            throw new BadFileException(file + ": " + e.getMessage());
        } catch (IOException e) {
            throw new BadFileException(OneLine.of(e));
        } catch (UnsupportedOperationException e) {
            throw new BadFileException(file + " has a pre-shared key, and this file system does not tell who may read it");
        }
    }
}
