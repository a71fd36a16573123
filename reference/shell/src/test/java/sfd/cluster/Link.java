package sfd.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The way from a member to the server, which can be cut, or hold up what is under way and bring it later. */
final class Link implements AutoCloseable {

    /** What becomes of octets. */
    enum State { OPEN, HELD, CUT }

    private final ServerSocket door;
    private final int port;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private State state = State.OPEN;

    /** @param port of the server */
    Link(int port) throws IOException {
        this.port = port;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    synchronized State state() {
        return state;
    }

    /** What was held up goes on when it is open again; what is cut is gone. */
    void set(State next) {
        synchronized (this) {
            state = next;
            notifyAll();
        }
        if (next == State.CUT) {
            sockets.forEach(Link::close);
            sockets.clear();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket client = door.accept();
                Thread.ofPlatform().daemon().start(() -> serve(client));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void serve(Socket client) {
        var server = new Socket();
        sockets.add(client);
        sockets.add(server);
        try {
            if (state() == State.CUT) {
                throw new IOException("cut");
            }
            server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            Thread.ofPlatform().daemon().start(() -> pump(server, client));
            pump(client, server);
        } catch (IOException e) {
            close(client);
            close(server);
        }
    }

    /** Both ends of a connection end when what came before its end is delivered. */
    private void pump(Socket from, Socket to) {
        byte[] octets = new byte[1 << 16];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(octets); length >= 0; length = in.read(octets)) {
                awaitOpen();
                out.write(octets, 0, length);
            }
        } catch (IOException | InterruptedException e) {
            // As if it had ended.
        }
        close(from);
        close(to);
        sockets.remove(from);
        sockets.remove(to);
    }

    private synchronized void awaitOpen() throws InterruptedException {
        while (state == State.HELD) {
            wait();
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed all the same.
        }
    }

    @Override
    public void close() throws IOException {
        set(State.CUT);
        door.close();
    }
}
