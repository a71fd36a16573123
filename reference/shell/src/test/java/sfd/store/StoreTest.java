package sfd.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import sfd.ike.IkeSpis;
import sfd.octets.Octets;
import sfd.store.StoreException.Reason;
import sfd.token.Secret;
import sfd.token.Secrets;

/** A store on a file system of this machine. */
class StoreTest {

    @TempDir
    private Path root;

    private final Disk disk = new SystemDisk();
    /** Each octet is one more than the one before, so that files can be foreseen. */
    private final SecureRandom counting = new SecureRandom() {
        private static final long serialVersionUID = 1L;
        private byte next;

        @Override
        public void nextBytes(byte[] octets) {
            for (int i = 0; i < octets.length; i++) {
                octets[i] = next++;
            }
        }
    };
    private Path folder;

    @BeforeEach
    void place() {
        folder = root.resolve("store");
    }

    /** Why it does not work; in one line that says where. */
    static Reason reason(Executable use) {
        StoreException e = assertThrows(StoreException.class, use);
        assertTrue(e.getMessage().contains("/") && e.getMessage().lines().count() == 1, e.getMessage());
        return e.reason();
    }

    private static void mode(Path file, String mode) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    private void inStore(Use use) throws Exception {
        try (Store store = Store.make(disk, folder)) {
            use.use(store);
        }
    }

    private interface Use {
        void use(Store store) throws Exception;
    }

    @Test
    void whatIsKeptIsThereAfterwards() throws Exception {
        var made = new Secret[6];
        inStore(store -> {
            made[0] = store.tokenSecrets().make(new SecureRandom()).newest();
            store.cookieSecrets().make(new SecureRandom());
            for (int i = 1; i < made.length; i++) {
                made[i] = store.tokenSecrets().roll(new SecureRandom(), Secrets.MOST);
            }
            store.children().write(Map.of(-1, new IkeSpis(3, -4), 5, new IkeSpis(6, 7)).entrySet());
        });
        inStore(store -> {
            Secrets all = store.tokenSecrets().read(Secrets.MOST);
            assertEquals(Arrays.asList(made[5], made[4], made[3], made[2]), all.generations());
            assertEquals(Arrays.asList(made[5], made[4]), store.tokenSecrets().read(2).generations());
            assertEquals(6, made[5].generation());
            assertNotEquals(all.get(3), store.cookieSecrets().read(1).get(1));
            assertEquals(Map.of(-1, new IkeSpis(3, -4), 5, new IkeSpis(6, 7)), store.children().read());
            // Only as many as are wanted stay behind a rollover (QCD-5.1-2).
            store.tokenSecrets().roll(new SecureRandom(), 2);
            assertEquals(2, store.tokenSecrets().read(Secrets.MOST).generations().size());
        });
    }

    @Test
    void theFormIsTheOneWrittenDown() throws Exception {
        inStore(store -> store.tokenSecrets().make(counting));
        String before = "53464453544f5245" + "0001" + "0001" + "00000024" + "00000001"
                + "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
        assertEquals(before + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                .digest(HexFormat.of().parseHex(before))), HexFormat.of().formatHex(Files.readAllBytes(folder.resolve("tokens"))));
    }

    @Test
    void onlyTheOwnerMayUseIt() throws Exception {
        inStore(store -> store.tokenSecrets().make(new SecureRandom()));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
        for (String name : new String[] {"tokens", "lock"}) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))));
        }
        for (String wide : new String[] {"rw-r-----", "rw--w----", "rw---x---", "rw----r--", "rw-----w-", "rw------x"}) {
            mode(folder.resolve("tokens"), wide);
            inStore(store -> {
                StoreException e = assertThrows(StoreException.class, () -> store.tokenSecrets().read(1));
                assertEquals(Reason.WIDE, e.reason());
                assertTrue(e.getMessage().contains("chmod 600 " + folder.resolve("tokens")), e.getMessage());
                assertEquals(Reason.WIDE, reason(() -> store.tokenSecrets().roll(new SecureRandom(), 4)));
            });
        }
        mode(folder.resolve("tokens"), "rw-------");
        inStore(store -> store.tokenSecrets().roll(new SecureRandom(), 4));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("tokens.before"))));
        mode(folder, "rwxrwx---");
        assertEquals(Reason.WIDE, reason(() -> Store.open(disk, folder)));
        mode(folder, "rwxr-x---");
        Store.open(disk, folder).close();
    }

    @Test
    void anotherUsersIsRefused() throws Exception {
        var folders = new MemoryDisk() {
            @Override
            public Access folderAccess(Path folder) {
                return new Access(false, false);
            }
        };
        assertEquals(Reason.FOREIGN, reason(() -> Store.make(folders, folder)));
        var files = new MemoryDisk() {
            @Override
            public Access access(Path file) {
                return new Access(!file.endsWith("tokens"), false);
            }
        };
        Store store = Store.make(files, folder);
        store.tokenSecrets().make(new SecureRandom());
        assertEquals(Reason.FOREIGN, reason(() -> store.tokenSecrets().read(1)));
    }

    @Test
    void whatIsNotThereIsSaidAndNotMade() throws Exception {
        assertEquals(Reason.MISSING, reason(() -> Store.open(disk, folder)));
        assertFalse(Files.exists(folder));
        inStore(store -> {
            assertFalse(store.tokenSecrets().areThere());
            assertEquals(Reason.MISSING, reason(() -> store.tokenSecrets().read(1)));
            assertEquals(Reason.MISSING, reason(() -> store.tokenSecrets().roll(new SecureRandom(), 4)));
            store.tokenSecrets().make(new SecureRandom());
            assertEquals(Reason.THERE, reason(() -> store.tokenSecrets().make(new SecureRandom())));
        });
        assertEquals(Reason.MISSING, reason(() -> Store.make(disk, folder.resolve("nowhere").resolve("store"))));
    }

    @Test
    void everyOctetAndEveryLengthIsLookedAt() throws Exception {
        inStore(store -> store.tokenSecrets().make(new SecureRandom()));
        inStore(store -> store.tokenSecrets().roll(new SecureRandom(), 4));
        byte[] good = Files.readAllBytes(folder.resolve("tokens"));
        inStore(store -> {
            for (int bit = 0; bit < good.length * 8; bit++) {
                byte[] bad = good.clone();
                bad[bit / 8] ^= (byte) (1 << bit % 8);
                assertRefused(store, bad);
            }
            for (int length = 0; length < good.length; length++) {
                Files.write(folder.resolve("tokens"), Arrays.copyOf(good, length));
                assertEquals(Reason.TRUNCATED, reason(() -> store.tokenSecrets().read(1)), "of " + length);
                assertRefused(store, Arrays.copyOf(good, length));
            }
            assertRefused(store, Arrays.copyOf(good, good.length + 1));
            Files.write(folder.resolve("tokens"), good);
            store.tokenSecrets().read(4);
        });
    }

    /** Neither read nor written over. */
    private void assertRefused(Store store, byte[] bad) throws IOException {
        Files.write(folder.resolve("tokens"), bad);
        Reason reason = reason(() -> store.tokenSecrets().read(1));
        assertEquals(reason, reason(() -> store.tokenSecrets().roll(new SecureRandom(), 4)));
        assertArrayEquals(bad, Files.readAllBytes(folder.resolve("tokens")));
    }

    @Test
    void theOneBeforeTakesItsPlace() throws Exception {
        var first = new Secrets[1];
        inStore(store -> {
            first[0] = store.tokenSecrets().make(new SecureRandom());
            store.tokenSecrets().roll(new SecureRandom(), 4);
        });
        Files.write(folder.resolve("tokens"), new byte[3]);
        inStore(store -> {
            StoreException e = assertThrows(StoreException.class, () -> store.tokenSecrets().read(1));
            assertEquals(Reason.CORRUPT, e.reason());
        });
        Files.move(folder.resolve("tokens.before"), folder.resolve("tokens"), StandardCopyOption.REPLACE_EXISTING);
        inStore(store -> assertEquals(first[0], store.tokenSecrets().read(4)));
    }

    @Test
    void aLaterVersionAndAnotherKindAreSaid() throws Exception {
        inStore(store -> {
            store.tokenSecrets().make(new SecureRandom());
            store.cookieSecrets().make(new SecureRandom());
        });
        byte[] octets = Files.readAllBytes(folder.resolve("tokens"));
        octets[9] = 2;
        Files.write(folder.resolve("tokens"), octets);
        inStore(store -> {
            assertEquals(Reason.NEWER, reason(() -> store.tokenSecrets().read(1)));
            Files.copy(folder.resolve("cookies"), folder.resolve("tokens"), StandardCopyOption.REPLACE_EXISTING);
            mode(folder.resolve("tokens"), "rw-------");
            assertEquals(Reason.OTHER_KIND, reason(() -> store.tokenSecrets().read(1)));
        });
    }

    @Test
    void whatIsWholeAndMakesNoSenseIsCorrupt() throws Exception {
        inStore(store -> store.tokenSecrets().make(new SecureRandom()));
        var file = new AtomicFile(disk, folder.resolve("tokens"), Frame.Kind.TOKEN_SECRETS);
        byte[][] contents = {new byte[0], new byte[36], entry(0, 1), entry(-1, 1), entry(1, 2), Arrays.copyOf(entry(3, 2), 71),
            Arrays.copyOf(entry(9, 1), 180)};
        for (byte[] content : contents) {
            file.replace(content.clone());
            inStore(store -> assertEquals(Reason.CORRUPT, reason(() -> store.tokenSecrets().read(1)), Arrays.toString(content)));
        }
        file.replace(entry(Integer.MAX_VALUE, 1));
        inStore(store -> assertEquals(Reason.EXHAUSTED, reason(() -> store.tokenSecrets().roll(new SecureRandom(), 4))));
        new AtomicFile(disk, folder.resolve("children"), Frame.Kind.CHILDREN).replace(new byte[21]);
        inStore(store -> {
            assertEquals(Reason.CORRUPT, reason(() -> store.children().read()));
        });
    }

    private static byte[] entry(int first, int second) {
        return ByteBuffer.allocate(72).putInt(0, first).putInt(36, second).array();
    }

    @Test
    void aMapThatCannotBeReadIsNotWrittenOver() throws Exception {
        inStore(store -> store.children().write(Map.of(1, IkeSpis.NONE).entrySet()));
        byte[] octets = Files.readAllBytes(folder.resolve("children"));
        octets[20] ^= 1;
        Files.write(folder.resolve("children"), octets);
        inStore(store -> assertEquals(Reason.CORRUPT, reason(() -> store.children().write(Map.<Integer, IkeSpis>of().entrySet()))));
        assertArrayEquals(octets, Files.readAllBytes(folder.resolve("children")));
    }

    @Test
    void aLinkIsNotFollowed() throws Exception {
        inStore(store -> store.tokenSecrets().make(new SecureRandom()));
        Files.move(folder.resolve("tokens"), root.resolve("elsewhere"));
        Files.createSymbolicLink(folder.resolve("tokens"), root.resolve("elsewhere"));
        inStore(store -> reason(() -> store.tokenSecrets().read(1)));
    }

    @Test
    void anotherProcessInTheSameFolderIsRefused() throws Exception {
        inStore(store -> assertEquals(Reason.IN_USE, reason(() -> Store.open(disk, folder))));
    }

    @Test
    void noSecretIsInAnyMessage() throws Exception {
        inStore(store -> store.tokenSecrets().make(counting));
        byte[] octets = Files.readAllBytes(folder.resolve("tokens"));
        octets[40] ^= 1;
        Files.write(folder.resolve("tokens"), octets);
        inStore(store -> {
            StoreException e = assertThrows(StoreException.class, () -> store.tokenSecrets().read(1));
            assertFalse(e.getMessage().contains("0102"), e.getMessage());
        });
        assertFalse(Secret.of(1, Octets.of(new byte[32])).toString().contains("00"));
    }
}
