package sfd.probe;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Selector;
import java.nio.channels.SelectionKey;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import sfd.ike.Address;
import sfd.ike.Endpoint;
import sfd.octets.Octets;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.shell.Watch;

/** Our two ends of a case, at ports of its own: what comes late for another case does not come here. */
final class Ends implements AutoCloseable {

    private static final int LONGEST = 0xFFFF;

    private record End(Endpoint here, DatagramChannel channel) {
    }

    /** Who takes what comes. */
    interface Hearing {

        void hear(Event.Received datagram) throws NotObservableException, IOException;

        /** No further transmission is needed. */
        boolean isAnswered();

        /** Nothing more need be waited for. */
        boolean isEnough();
    }

    private final Selector selector = Selector.open();
    private final List<End> ends = new ArrayList<>();
    private final ByteBuffer in = ByteBuffer.allocate(LONGEST);
    private final Bounds bounds;
    private final Watch watch;

    /** @throws IOException if no port can be had at that address */
    Ends(Address here, Bounds bounds, Watch watch) throws IOException {
        this.bounds = bounds;
        this.watch = watch;
        try {
            for (int i = 0; i < 2; i++) {
                DatagramChannel channel = DatagramChannel.open();
                channel.configureBlocking(false);
                channel.bind(new InetSocketAddress(InetAddress.getByAddress(here.octets().toArray()), 0));
                channel.register(selector, SelectionKey.OP_READ);
                ends.add(new End(new Endpoint(here, ((InetSocketAddress) channel.getLocalAddress()).getPort()), channel));
            }
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** The usual one, or the other. */
    Endpoint end(boolean elsewhere) {
        return ends.get(elsewhere ? 1 : 0).here();
    }

    /**
     * Sends, and listens.
     *
     * @param tries transmissions at most, while it is not answered
     * @param wait nanoseconds after the first, and twice as long after each further one: some daemons need seconds for an SA
     */
    void exchange(List<Effect.Send> out, int tries, long wait, Hearing hearing) throws NotObservableException, IOException {
        for (int i = 0; i < tries && !hearing.isAnswered(); i++) {
            for (Effect.Send datagram : out) {
                send(datagram, out.size() > 1);
            }
            long end = System.nanoTime() + (wait << i);
            do {
                for (Event.Received datagram : await(end - System.nanoTime())) {
                    hearing.hear(datagram);
                }
            } while (end - System.nanoTime() > 0 && !hearing.isEnough());
        }
    }

    /** Sends as soon as the bounds allow. */
    void send(Effect.Send datagram, boolean burst) throws NotObservableException, IOException {
        bounds.turn(burst);
        for (End end : ends) {
            if (end.here().equals(datagram.from())) {
                end.channel().send(ByteBuffer.wrap(datagram.datagram().toArray()), new InetSocketAddress(
                        InetAddress.getByAddress(datagram.to().address().octets().toArray()), datagram.to().port()));
                watch.went(datagram);
            }
        }
    }

    /** What comes until something has come, or so much time has passed. */
    private List<Event.Received> await(long nanos) throws IOException {
        var all = new ArrayList<Event.Received>();
        if (nanos > 0) {
            selector.select(Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos)));
            selector.selectedKeys().clear();
        }
        for (End end : ends) {
            in.clear();
            for (var from = (InetSocketAddress) end.channel().receive(in); from != null; from = (InetSocketAddress) end.channel().receive(in.clear())) {
                byte[] octets = new byte[in.flip().remaining()];
                in.get(octets);
                var datagram = new Event.Received(new Endpoint(new Address(Octets.of(from.getAddress().getAddress())), from.getPort()),
                        end.here(), Octets.of(octets));
                watch.came(datagram);
                all.add(datagram);
            }
        }
        watch.idle();
        return all;
    }

    @Override
    public void close() throws IOException {
        for (End end : ends) {
            end.channel().close();
        }
        selector.close();
    }
}
