package sfd.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sfd.gateway.BadFileException;
import sfd.ike.IkeMessage;
import sfd.ike.IkeSpis;
import sfd.ike.Payload;
import sfd.sa.ChildSa;
import sfd.sa.Event;

/** A maker whose secret and map of child SAs are in a store: what it shows after a crash, and what its operator is told. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class KeepingTest {

    private static final IkeSpis SPIS = new IkeSpis(0x4d7cbbaf52dcbd5cL, 0xdd9539a8d8608b1dL);
    private static final String REQUEST = "00000000" + "4d7cbbaf52dcbd5cdd9539a8d8608b1d2e202508000000070000005c" + "00000040"
            + "00".repeat(60);
    private static final ChildSa CHILD = new ChildSa(0x37bb1d26, 0x39fa7626);
    private static final String ESP = "37bb1d26" + "00000001" + "00".repeat(92);

    @TempDir
    private Path folder;

    private Peer.Options options(String secrets) throws IOException {
        Path policy = Files.writeString(folder.resolve("policy.json"), "{\"childMap\":true,\"generations\":2}");
        Peer.Options given = new Given("maker", Optional.of(folder.resolve(secrets)), Optional.empty()).options();
        return new Peer.Options(given.role(), given.address(), given.ports(), Optional.of(policy), given.secrets(), given.sas(),
                given.tickNanos(), given.capture(), given.captureOctets(), given.lines(), given.ike());
    }

    private interface Use {
        void use(Peer peer, Asker asker) throws Exception;
    }

    private void serving(Use use) throws Exception {
        var peer = Peer.open(options("store"), new PrintStream(OutputStream.nullOutputStream()), warning -> {
            throw new AssertionError(warning);
        });
        try (peer; var asker = new Asker()) {
            Thread thread = Thread.ofPlatform().start(() -> {
                try {
                    peer.serve();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            try {
                use.use(peer, asker);
            } finally {
                peer.stop();
                thread.join();
            }
        }
    }

    private static List<String> tokens(IkeMessage answer) {
        return answer.notifies(16419).stream().map(Payload.Notify::data).map(Object::toString).toList();
    }

    @Test
    void whatItShowsIsTheSameAfterEachStart() throws Exception {
        Peer.makeStore(folder.resolve("store"), "maker");
        var shown = new Object() {
            private List<String> first;
            private List<String> second;
        };
        serving((peer, asker) -> {
            assertTrue(peer.hasStore());
            shown.first = tokens(asker.ask(peer.ends().getLast(), REQUEST));
            assertEquals(1, shown.first.size());
            peer.roll();
            Thread.sleep(300);
            shown.second = tokens(asker.ask(peer.ends().getLast(), REQUEST));
        });
        assertEquals(2, shown.second.size());
        assertEquals(shown.first, shown.second.subList(1, 2));
        Peer.makeStore(folder.resolve("store"), "maker"); // Changes nothing.
        serving((peer, asker) -> {
            assertEquals(shown.second, tokens(asker.ask(peer.ends().getLast(), REQUEST)));
            peer.roll();
            Thread.sleep(300);
            List<String> third = tokens(asker.ask(peer.ends().getLast(), REQUEST));
            assertEquals(2, third.size());
            assertEquals(shown.second.getFirst(), third.getLast());
        });
    }

    /** QCD-8.2-1, QCD-8.2-2. */
    @Test
    void itKnowsWhoseTheChildWas() throws Exception {
        Peer.makeStore(folder.resolve("store"), "maker");
        serving((peer, asker) -> {
            assertEquals(List.of(), tokens(asker.ask(peer.ends().getLast(), ESP)));
            peer.tell(new Event.SaHalfOpen(SPIS, peer.ends().getLast(), asker.end(), false));
            peer.tell(new Event.SaEstablished(SPIS, "alice", Set.of(CHILD), List.of()));
        });
        serving((peer, asker) -> assertEquals(1, tokens(asker.ask(peer.ends().getLast(), ESP)).size()));
        serving((peer, asker) -> {
            assertEquals(tokens(asker.ask(peer.ends().getLast(), REQUEST)), tokens(asker.ask(peer.ends().getLast(), ESP)));
            peer.tell(new Event.SaHalfOpen(SPIS, peer.ends().getLast(), asker.end(), false));
            peer.tell(new Event.SaEstablished(SPIS, "alice", Set.of(CHILD), List.of()));
            peer.tell(new Event.SaClosed(SPIS));
        });
        serving((peer, asker) -> assertEquals(List.of(), tokens(asker.ask(peer.ends().getLast(), ESP))));
    }

    private String refused() {
        return assertThrows(BadFileException.class,
                () -> Peer.open(options("store"), new PrintStream(OutputStream.nullOutputStream()), warning -> { })).getMessage();
    }

    @Test
    void theOperatorIsToldInOneLine() throws Exception {
        Path store = folder.resolve("store");
        assertTrue(refused().contains("there is no such file"), refused());
        Files.createDirectory(store, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        assertTrue(refused().endsWith("--make-store makes a first secret"), refused());
        Peer.makeStore(store, "maker");
        serving((peer, asker) -> assertTrue(refused().contains("another process uses the store"), refused()));
        Files.setPosixFilePermissions(store.resolve("tokens"), PosixFilePermissions.fromString("rw-r--r--"));
        assertTrue(refused().contains("chmod 600"), refused());
        assertTrue(refused().contains("chmod 600"), "the store is free again: " + refused());
    }
}
