package sfd.kept;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A digest of names and what belongs to them; each part with its length, so that no two lists of parts run together. */
final class Sha {

    private final MessageDigest digest;

    Sha() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    Sha add(String part) {
        return add(part.getBytes(StandardCharsets.UTF_8));
    }

    private Sha add(byte[] part) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            digest.update((byte) (part.length >>> shift));
        }
        digest.update(part);
        return this;
    }

    static String of(Path file) {
        try {
            return new Sha().add(Files.readAllBytes(file)).hex();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Once. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
