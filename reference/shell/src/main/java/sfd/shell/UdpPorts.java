package sfd.shell;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import sfd.ike.Address;
import sfd.ike.Endpoint;
import sfd.octets.Octets;
import sfd.sa.Effect;
import sfd.sa.Event;

/** UDP ports of one address. */
final class UdpPorts implements AutoCloseable {

    /** No UDP datagram has more octets. */
    private static final int LONGEST = 0xFFFF;

    /** Room in octets for what comes while a step is made; the system may give less. */
    private static final int ROOM = 4 << 20;

    private record Port(Endpoint here, DatagramChannel channel) {
    }

    private final Selector selector;
    private final List<Port> ports = new ArrayList<>();
    private final ByteBuffer in = ByteBuffer.allocateDirect(LONGEST);
    private final ByteBuffer out = ByteBuffer.allocateDirect(LONGEST);

    private UdpPorts(Selector selector) {
        this.selector = selector;
    }

    /**
     * Opened at one address.
     *
     * @param numbers port numbers; 0 for one that the system chooses
     * @throws IOException if one of them cannot be had
     */
    static UdpPorts open(Address address, List<Integer> numbers) throws IOException {
        var ports = new UdpPorts(Selector.open());
        try {
            for (int number : numbers) {
                ports.open(address, number);
            }
            return ports;
        } catch (IOException e) {
            ports.close();
            throw e;
        }
    }

    private void open(Address address, int number) throws IOException {
        DatagramChannel channel = DatagramChannel.open(address.octets().length() == Address.IPV4
                ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6);
        try {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, ROOM);
            channel.configureBlocking(false);
            channel.bind(socket(new Endpoint(address, number)));
            int bound = ((InetSocketAddress) channel.getLocalAddress()).getPort();
            ports.add(new Port(new Endpoint(address, bound), channel));
            channel.register(selector, SelectionKey.OP_READ, ports.getLast());
        } catch (IOException e) {
            channel.close();
            throw new IOException("UDP port " + number + " of " + address + ": " + e.getMessage(), e);
        }
    }

    /** Our ends, in the order in which they were asked for. */
    List<Endpoint> ends() {
        return ports.stream().map(Port::here).toList();
    }

    /** Waits until something comes, so many milliseconds have passed, or {@link #wake}. */
    void await(long millis) throws IOException {
        selector.select(millis);
        selector.selectedKeys().clear();
    }

    /** Does not wait. */
    void wake() {
        selector.wakeup();
    }

    /**
     * Takes what has come, from each port at most so much, so that a flood at one does not keep the other or the clock waiting.
     *
     * @param nowhere told of a datagram with source port 0
     * @return how many were taken
     */
    int receive(int most, Consumer<Event.Received> came, Runnable nowhere) throws IOException {
        int all = 0;
        for (Port port : ports) {
            for (int i = 0; i < most; i++) {
                in.clear();
                InetSocketAddress source = (InetSocketAddress) port.channel().receive(in);
                if (source == null) {
                    break;
                }
                all++;
                if (source.getPort() == Endpoint.NO_UDP) {
                    nowhere.run();
                } else {
                    byte[] octets = new byte[in.flip().remaining()];
                    in.get(octets);
                    came.accept(new Event.Received(
                            new Endpoint(new Address(Octets.of(source.getAddress().getAddress())), source.getPort()),
                            port.here(), Octets.of(octets)));
                }
            }
        }
        return all;
    }

    /** False if it could not be sent: who floods must not make us wait, and who waits for it asks again. */
    boolean send(Effect.Send datagram) {
        for (Port port : ports) {
            if (port.here().equals(datagram.from())) {
                return send(port.channel(), datagram);
            }
        }
        return false;
    }

    private boolean send(DatagramChannel channel, Effect.Send datagram) {
        if (datagram.datagram().length() > LONGEST || datagram.to().port() == Endpoint.NO_UDP) {
            return false;
        }
        out.clear();
        out.put(datagram.datagram().toArray()).flip();
        try {
            return channel.send(out, socket(datagram.to())) > 0 || datagram.datagram().isEmpty();
        } catch (IOException | java.nio.channels.UnsupportedAddressTypeException e) {
            // No way there: an address of a kind that this host does not send to.
            return false;
        }
    }

    private static InetSocketAddress socket(Endpoint end) throws UnknownHostException {
        return new InetSocketAddress(InetAddress.getByAddress(end.address().octets().toArray()), end.port());
    }

    @Override
    public void close() throws IOException {
        for (Port port : ports) {
            port.channel().close();
        }
        selector.close();
    }
}
