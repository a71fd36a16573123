package sfd.shell;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.security.SecureRandom;

/** Lots for what arrives (BASE-2.21.4-10): from a strong generator, or a sender who sees some of them could tell the next. */
final class Lots {

    /** Octets taken from the generator at a time. */
    private static final int BATCH = 4096;

    private final SecureRandom random = new SecureRandom();
    private final byte[] octets = new byte[BATCH];
    private IntBuffer lots = IntBuffer.allocate(0);

    /** Evenly from 0 to 2^31 - 1. */
    int next() {
        if (!lots.hasRemaining()) {
            random.nextBytes(octets);
            lots = ByteBuffer.wrap(octets).asIntBuffer();
        }
        return lots.get() & Integer.MAX_VALUE;
    }
}
