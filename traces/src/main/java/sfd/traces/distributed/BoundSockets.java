package sfd.traces.distributed;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.rmi.server.RMISocketFactory;

/** Listens at one address only, where Java's own remote calls would listen at all. */
final class BoundSockets extends RMISocketFactory {

    private final InetAddress address;

    BoundSockets(InetAddress address) {
        this.address = address;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return new Socket(host, port);
    }

    @Override
    public ServerSocket createServerSocket(int port) throws IOException {
        return new ServerSocket(port, 0, address);
    }
}
