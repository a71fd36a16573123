package sfd.peer;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import sfd.ike.Address;
import sfd.ike.Endpoint;
import sfd.ike.Framing;
import sfd.ike.IkeMessage;
import sfd.ike.Wire;
import sfd.octets.Octets;

/** Another host, on loopback: sends octets, and reads what comes back. */
final class Asker implements AutoCloseable {

    private final DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    private Octets last = Octets.EMPTY;

    Asker() throws IOException {
        socket.setSoTimeout(5_000);
    }

    Endpoint end() {
        return new Endpoint(Address.parse("127.0.0.1"), socket.getLocalPort());
    }

    /** A port that nobody has at the moment. */
    int freePort() throws IOException {
        try (var free = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    void send(Endpoint to, String hex) throws IOException {
        byte[] octets = Octets.hex(hex).toArray();
        socket.send(new DatagramPacket(octets, octets.length, InetAddress.getByAddress(to.address().octets().toArray()), to.port()));
    }

    IkeMessage ask(Endpoint to, String hex) throws IOException {
        send(to, hex);
        var answer = new DatagramPacket(new byte[1 << 16], 1 << 16);
        socket.receive(answer);
        last = Octets.of(answer.getData(), 0, answer.getLength());
        return assertInstanceOf(IkeMessage.class, Wire.decode(Framing.SHARED, last), last.toString());
    }

    /** The datagram that came last, in hexadecimal digits. */
    String last() {
        return last.toString();
    }

    void expectNothing() throws IOException {
        socket.setSoTimeout(200);
        assertThrows(SocketTimeoutException.class, () -> socket.receive(new DatagramPacket(new byte[1], 1)));
    }

    @Override
    public void close() {
        socket.close();
    }
}
