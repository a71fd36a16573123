package sfd.session;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * A session as a file of JSON ({@code traces/schemas/session.schema.json}), so that another process can go on with the SA. It
 * holds all keys, so only its owner may read it.
 */
public final class SessionFile {

    /** Largest size in octets; a session has some two thousand. */
    private static final int LARGEST = 1 << 16;

    private static final Set<PosixFilePermission> OWNER =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY = PosixFilePermissions.asFileAttribute(OWNER);

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private SessionFile() {
    }

    /**
     * Writes the session, in place of what is there, as a whole or not at all; never readable for others, not even before it is
     * full.
     *
     * @throws SessionFileException if it cannot be written
     */
    public static void write(Path file, Session session) throws SessionFileException {
        Path begun = file.resolveSibling(file.getFileName() + ".new");
        try {
            String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(SessionJson.write(session)) + "\n";
            Files.deleteIfExists(begun);
            try (var channel = Files.newByteChannel(begun, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OWNER_ONLY);
                    var out = Channels.newOutputStream(channel)) {
                out.write(text.getBytes(StandardCharsets.UTF_8));
            }
            Files.move(begun, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new SessionFileException(file + " cannot be written: " + e.getMessage());
        }
    }

    /**
     * Reads a session.
     *
     * @throws SessionFileException if others than the owner may read or write the file, or it holds no session
     */
    public static Session read(Path file) throws SessionFileException {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            permissions.removeAll(EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE,
                    PosixFilePermission.OWNER_EXECUTE));
            if (!permissions.isEmpty()) {
                throw new SessionFileException(file + " has the keys of an SA, and others than its owner may use it: chmod 600 "
                        + file + " mends it");
            }
            return SessionJson.read(file.toString(), JSON.readTree(octets(file)));
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            // Not the parser's words: they quote what stands there.
            throw new SessionFileException(file + " is not JSON"
                    + (at == null ? "" : ", line " + at.getLineNr() + ", column " + at.getColumnNr()));
        } catch (NoSuchFileException e) {
            throw new SessionFileException(file + ": there is no such file");
        } catch (AccessDeniedException e) {
            throw new SessionFileException(file + ": it may not be read");
        } catch (IOException e) {
            throw new SessionFileException(file + " cannot be read: " + e.getMessage());
        } catch (UnsupportedOperationException e) {
            throw new SessionFileException(file + " has the keys of an SA, and this file system does not tell who may read it");
        }
    }

    private static byte[] octets(Path file) throws IOException, SessionFileException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] octets = in.readNBytes(LARGEST + 1);
            if (octets.length > LARGEST) {
                throw new SessionFileException(file + " has more than " + LARGEST + " octets");
            }
            return octets;
        }
    }
}
