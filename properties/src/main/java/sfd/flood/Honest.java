package sfd.flood;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Selector;
import java.nio.channels.SelectionKey;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import sfd.ike.IkeSpis;

/** A peer that asks about an IKE SA of its own, again and again, and sends each request again until it is answered. */
final class Honest implements Runnable {

    /** Milliseconds between two transmissions, and how many there are of one request. */
    private static final long AGAIN = 100;
    private static final int MOST = 50;

    private final InetSocketAddress to;
    private final List<Long> nanos = new ArrayList<>();
    private int asked;
    private int atFirst;
    private volatile boolean stopped;

    Honest(InetSocketAddress to) {
        this.to = to;
    }

    @Override
    public void run() {
        try (DatagramChannel channel = DatagramChannel.open(); Selector selector = Selector.open()) {
            channel.bind(new InetSocketAddress("127.0.0.1", 0)).configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ);
            for (long spi = 1; !stopped; spi++) {
                ask(channel, selector, spi);
                TimeUnit.MILLISECONDS.sleep(2);
            }
        } catch (IOException | InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask(DatagramChannel channel, Selector selector, long spi) throws IOException {
        ByteBuffer request = Requests.of(new IkeSpis(spi, ~spi));
        asked++;
        long start = System.nanoTime();
        for (int i = 0; i < MOST && !stopped; i++) {
            channel.send(request.rewind(), to);
            long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(AGAIN);
            for (long left = AGAIN; left > 0; left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime())) {
                selector.select(left);
                if (answered(channel, spi)) {
                    nanos.add(System.nanoTime() - start);
                    atFirst += i == 0 ? 1 : 0;
                    return;
                }
            }
        }
    }

    /** An echo has the SPIs at the same place as an answer. */
    private static boolean answered(DatagramChannel channel, long spi) throws IOException {
        ByteBuffer answer = ByteBuffer.allocate(2_048);
        while (channel.receive(answer.clear()) != null) {
            if (answer.flip().remaining() > 12 && answer.getLong(4) == spi) {
                return true;
            }
        }
        return false;
    }

    /** Ends it; the request at hand does not count. */
    void stop() {
        stopped = true;
    }

    /** Requests, those answered at all, and those answered at their first transmission. */
    int asked() {
        return asked;
    }

    int answered() {
        return nanos.size();
    }

    int answeredAtFirst() {
        return atFirst;
    }

    /** Of the delays until the answer the one that this share of them does not exceed, in milliseconds. */
    double delay(double share) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * sorted.size()))) / 1e6;
    }
}
