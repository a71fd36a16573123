package sfd.cluster;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A Redis server of our own on loopback, which keeps nothing. */
final class Redis implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/bin/redis-server");
    private static final int PATIENCE = 10_000;

    private final Path folder;
    private final int port;
    private Process process;

    Redis(Path folder) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(PROGRAM), "there is no redis-server here, so no list is kept on one");
        this.folder = folder;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        start();
    }

    int port() {
        return port;
    }

    boolean isUp() {
        return process.isAlive();
    }

    /** Empty, and another run. */
    void start() throws IOException, InterruptedException {
        process = new ProcessBuilder(PROGRAM.toString(), "--port", Integer.toString(port), "--bind", "127.0.0.1", "--save", "",
                "--appendonly", "no", "--dir", folder.toString()).redirectErrorStream(true)
                .redirectOutput(folder.resolve("redis.log").toFile()).start();
        for (int waited = 0; !answers(); waited += 10) {
            if (waited > PATIENCE || !process.isAlive()) {
                throw new IOException("redis-server does not answer: " + Files.readString(folder.resolve("redis.log")));
            }
            Thread.sleep(10);
        }
    }

    private boolean answers() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(PATIENCE, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
