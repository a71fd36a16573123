package sfd.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * The form of a file: 8 octets that say what it is, version and kind of 2 octets each, the length of the content of 4 octets,
 * the content, and SHA-256 of all that. The checksum finds accidents; who may write the file needs no accident.
 */
final class Frame {

    /** What is in a file. */
    enum Kind {
        TOKEN_SECRETS(1),
        COOKIE_SECRETS(2),
        CHILDREN(3);

        private final int number;

        Kind(int number) {
            this.number = number;
        }
    }

    private static final byte[] MAGIC = "SFDSTORE".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final int HEADER = 16;
    private static final int CHECKSUM = 32;

    /** Octets around the content. */
    static final int OVERHEAD = HEADER + CHECKSUM;

    private Frame() {
    }

    /** The octets of a file. */
    static byte[] around(Kind kind, byte[] content) {
        ByteBuffer out = ByteBuffer.allocate(HEADER + content.length + CHECKSUM);
        out.put(MAGIC).putShort((short) VERSION).putShort((short) kind.number).putInt(content.length).put(content);
        return out.put(checksum(out.array(), HEADER + content.length)).array();
    }

    /**
     * The content; whoever asks wipes it, and the octets.
     *
     * @param octets of the whole file
     */
    static byte[] content(Path file, Kind kind, byte[] octets) throws StoreException {
        if (!Arrays.equals(octets, 0, Math.min(octets.length, MAGIC.length), MAGIC, 0, Math.min(octets.length, MAGIC.length))) {
            throw new StoreException(StoreException.Reason.CORRUPT, file + " is no file of a store");
        }
        if (octets.length < HEADER) {
            throw truncated(file);
        }
        ByteBuffer in = ByteBuffer.wrap(octets).position(MAGIC.length);
        int version = Short.toUnsignedInt(in.getShort());
        if (version > VERSION) {
            throw new StoreException(StoreException.Reason.NEWER, file + " has version " + version
                    + ", and this program knows " + VERSION + " at most: a later one wrote it");
        }
        int number = Short.toUnsignedInt(in.getShort());
        long length = Integer.toUnsignedLong(in.getInt());
        if (octets.length < OVERHEAD + length) {
            throw truncated(file);
        }
        if (version != VERSION || octets.length > OVERHEAD + length
                || !Arrays.equals(checksum(octets, octets.length - CHECKSUM),
                        Arrays.copyOfRange(octets, octets.length - CHECKSUM, octets.length))) {
            throw corrupt(file);
        }
        if (number != kind.number) {
            throw new StoreException(StoreException.Reason.OTHER_KIND, file + " is for something else");
        }
        return Arrays.copyOfRange(octets, HEADER, octets.length - CHECKSUM);
    }

    private static StoreException truncated(Path file) {
        return new StoreException(StoreException.Reason.TRUNCATED, file + " is cut short" + before(file));
    }

    /** What is whole by its checksum and still makes no sense. */
    static StoreException corrupt(Path file) {
        return new StoreException(StoreException.Reason.CORRUPT, file + " is corrupt" + before(file));
    }

    private static String before(Path file) {
        return "; nothing is written over it. " + AtomicFile.before(file) + ", if it is there, is what was kept before: renamed to "
                + file.getFileName() + " it is used";
    }

    private static byte[] checksum(byte[] octets, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(octets, 0, length);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
