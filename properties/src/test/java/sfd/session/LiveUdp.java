package sfd.session;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import sfd.ike.Address;
import sfd.ike.Endpoint;
import sfd.ike.Framing;
import sfd.ike.Incoming;
import sfd.ike.Wire;
import sfd.octets.Octets;

/** Both UDP ports of IKE at one address. */
final class LiveUdp implements AutoCloseable {

    private final Selector selector = Selector.open();
    private final Map<Integer, DatagramChannel> channels = new LinkedHashMap<>();
    private final Address address;

    LiveUdp(Address address) throws IOException {
        this.address = address;
        for (int port : new int[] {Wire.IKE_PORT, Wire.NAT_PORT}) {
            DatagramChannel channel = DatagramChannel.open();
            channel.bind(new InetSocketAddress(InetAddress.getByAddress(address.octets().toArray()), port));
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, port);
            channels.put(port, channel);
        }
    }

    void send(Datagram datagram) throws IOException {
        channels.get(datagram.from().port()).send(ByteBuffer.wrap(datagram.octets().toArray()),
                new InetSocketAddress(InetAddress.getByAddress(datagram.to().address().octets().toArray()), datagram.to().port()));
    }

    /** The next datagram but for keepalives, waited for at most so long. */
    Optional<Datagram> next(long millis) throws IOException {
        long end = System.nanoTime() + millis * 1_000_000;
        while (true) {
            for (Map.Entry<Integer, DatagramChannel> entry : channels.entrySet()) {
                ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
                if (entry.getValue().receive(buffer) instanceof InetSocketAddress from) {
                    var datagram = new Datagram(
                            new Endpoint(new Address(Octets.of(from.getAddress().getAddress())), from.getPort()),
                            new Endpoint(address, entry.getKey()), Octets.of(buffer.array(), 0, buffer.position()));
                    if (!(Wire.decode(Framing.udp(entry.getKey(), from.getPort()), datagram.octets()) instanceof Incoming.Keepalive)) {
                        return Optional.of(datagram);
                    }
                }
            }
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return Optional.empty();
            }
            selector.select(left);
            selector.selectedKeys().clear();
        }
    }

    @Override
    public void close() throws IOException {
        selector.close();
        for (DatagramChannel channel : channels.values()) {
            channel.close();
        }
    }
}
