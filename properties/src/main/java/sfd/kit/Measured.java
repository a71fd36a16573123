package sfd.kit;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Counts what goes through it, and makes its checksum. */
final class Measured extends FilterOutputStream {

    private final MessageDigest digest = sha();
    private long octets;

    Measured(OutputStream out) {
        super(out);
    }

    private static MessageDigest sha() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] from, int start, int length) throws IOException {
        out.write(from, start, length);
        digest.update(from, start, length);
        octets += length;
    }

    long octets() {
        return octets;
    }

    /** 64 digits; asked once, when all went through. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
