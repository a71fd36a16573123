package sfd.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Arrays on the heap that had a secret in them, as far as they left the store: nothing is in them afterwards. */
class WipedTest {

    private final List<byte[]> read = new ArrayList<>();
    private final List<byte[]> written = new ArrayList<>();
    private final List<byte[]> drawn = new ArrayList<>();

    private final Disk disk = new MemoryDisk() {
        @Override
        public byte[] read(Path file, int most) throws IOException {
            byte[] octets = super.read(file, most);
            read.add(octets);
            return octets;
        }

        @Override
        public Output create(Path file) throws IOException {
            Output out = super.create(file);
            return new Output() {
                @Override
                public void write(ByteBuffer octets) throws IOException {
                    written.add(octets.array());
                    out.write(octets);
                }

                @Override
                public void force() throws IOException {
                    out.force();
                }

                @Override
                public void close() throws IOException {
                    out.close();
                }
            };
        }
    };

    private final SecureRandom random = new SecureRandom() {
        private static final long serialVersionUID = 1L;

        @Override
        public void nextBytes(byte[] octets) {
            super.nextBytes(octets);
            drawn.add(octets);
        }
    };

    @Test
    void nothingIsLeftInThem() throws StoreException {
        try (Store store = Store.make(disk, Life.FOLDER)) {
            store.tokenSecrets().make(random);
            store.tokenSecrets().roll(random, 4);
            store.tokenSecrets().read(4);
        }
        assertEquals(List.of(2, 2, 2), List.of(read.size(), written.size(), drawn.size()));
        for (List<byte[]> all : List.of(read, written, drawn)) {
            for (byte[] octets : all) {
                assertFalse(octets.length == 0);
                assertArrayEquals(new byte[octets.length], octets);
            }
        }
    }
}
