package sfd.store;

import java.nio.ByteBuffer;

/** What had a secret in it has none afterwards. */
final class Wiping {

    private Wiping() {
    }

    /** All of a buffer, whatever its limit is. */
    static void wipe(ByteBuffer buffer) {
        buffer.clear();
        while (buffer.hasRemaining()) {
            buffer.put((byte) 0);
        }
    }
}
