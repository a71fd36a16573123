package sfd.traces.distributed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sfd.traces.tlc.Checked;
import sfd.traces.tlc.Checker;
import sfd.traces.tlc.Model;

/** A coordinator and a worker, two processes on loopback, against one process by itself. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DistributedTest {

    private static final String LOOPBACK = "127.0.0.1";
    private static final Path SPEC = Path.of(System.getProperty("project.root"), "spec");

    private static int free() throws IOException {
        try (var socket = new ServerSocket(0, 0, InetAddress.getByName(LOOPBACK))) {
            return socket.getLocalPort();
        }
    }

    private static Searched search(Model model, String config) throws IOException {
        int port = free();
        try (var coordinator = Coordinator.start(model, config, LOOPBACK, port)) {
            awaitListener(port);
            try (var worker = Worker.start(LOOPBACK, LOOPBACK, port)) {
                return coordinator.search(line -> { });
            }
        }
    }

    /** A worker that comes before it waits for seconds. */
    private static void awaitListener(int port) {
        while (true) {
            try {
                new Socket(LOOPBACK, port).close();
                return;
            } catch (IOException e) {
                Thread.onSpinWait();
            }
        }
    }

    private static Model model(String name) {
        return new Model(name, SPEC.resolve("models/Worlds.tla"), SPEC.resolve("models/" + name + ".cfg"));
    }

    @Test
    void theyFindTheStatesThatOneFinds() throws IOException {
        Model model = model("QcdDetectsOneSa");
        String config = "SPECIFICATION Spec\nVIEW View\nCONSTANTS\n  Off = {}\n  World <- Moved51OneSa\nINVARIANTS TypeOK LiveTokenSecretInv\n";
        Path alone = Files.writeString(Files.createTempFile("Alone", ".cfg"), config);
        var checked = (Checked.Holds) Checker.checkAlone(new Model(model.name(), model.module(), alone));
        assertEquals(new Searched(true, checked.totals().distinct(), ""), search(model, config));
        Files.delete(alone);
    }

    @Test
    void whatIsViolatedIsNotComplete() throws IOException {
        Searched searched = search(model("QcdMoved"), Files.readString(model("QcdMoved").config()));
        assertFalse(searched.complete());
        assertTrue(searched.said().contains("states generated"), searched::said);
    }

    @Test
    void nobodyListensElsewhere() throws IOException {
        int port = free();
        try (var coordinator = Coordinator.start(model("QcdMoved"), Files.readString(model("QcdMoved").config()), LOOPBACK, port)) {
            awaitListener(port);
            assertThrows(IOException.class, () -> new Socket("127.0.0.2", port).close());
        }
    }

    @Test
    void onlyAWordOfSuccessIsOne() {
        String states = "5 states generated, 1,234 distinct states found, 0 states left on queue.\n";
        assertEquals(new Searched(true, 1234, ""), Searched.of("Model checking completed. No error has been found.\n" + states));
        assertFalse(Searched.of(states).complete());
        assertFalse(Searched.of("Model checking completed. No error has been found.\n").complete());
        assertFalse(Searched.of("Model checking completed. No error has been found.\n" + states.replace(", 0 ", ", 7 ")).complete());
    }
}
