package sfd.flood;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;

/** What a UDP service costs that does nothing: sends back what comes. In a JVM of its own, as the peer is. */
public final class Echo {

    private static final int LONGEST = 0xFFFF;

    private Echo() {
    }

    /** @param arguments address and port; port 0 for one that the system chooses. Prints the port, and echoes until it is killed */
    public static void main(String[] arguments) throws IOException {
        try (DatagramChannel channel = DatagramChannel.open()) {
            channel.bind(new InetSocketAddress(arguments[0], Integer.parseInt(arguments[1])));
            System.out.println(((InetSocketAddress) channel.getLocalAddress()).getPort());
            ByteBuffer buffer = ByteBuffer.allocateDirect(LONGEST);
            while (true) {
                SocketAddress source = channel.receive(buffer.clear());
                channel.send(buffer.flip(), source);
            }
        }
    }
}
