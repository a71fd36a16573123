package sfd.flood;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import sfd.ike.IkeSpis;

/** A flood of requests with SPIs that nobody has, from many addresses of loopback, at one target; and an honest peer beside it. */
final class Flood {

    private static final int SOURCES = 256;

    private final Target target;

    /**
     * What was seen.
     *
     * @param sent datagrams of the flood
     * @param seconds that it took
     * @param quiet the honest peer before the flood
     * @param flooded the honest peer during it
     * @param memoryBefore resident octets, after the honest peer alone
     * @param memoryAfter resident octets at its end
     * @param lines that the target printed meanwhile
     */
    record Seen(long sent, double seconds, Honest quiet, Honest flooded, long memoryBefore, long memoryAfter, int lines) {
        double rate() {
            return sent / seconds;
        }
    }

    Flood(Target target) {
        this.target = target;
    }

    /**
     * Runs it.
     *
     * @param datagrams of the flood
     * @param pause nanoseconds between two of them, 0 for as fast as it goes
     */
    Seen run(long datagrams, long pause) throws IOException, InterruptedException {
        Honest quiet = beside(() -> TimeUnit.SECONDS.sleep(3));
        long before = target.memory();
        int linesBefore = target.lines().size();
        var seconds = new double[1];
        Honest flooded = beside(() -> seconds[0] = flood(datagrams, pause));
        return new Seen(datagrams, seconds[0], quiet, flooded, before, target.memory(), target.lines().size() - linesBefore);
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private Honest beside(Work work) throws IOException, InterruptedException {
        var honest = new Honest(target.end());
        Thread thread = Thread.ofPlatform().daemon().start(honest);
        work.run();
        honest.stop();
        thread.join();
        return honest;
    }

    private double flood(long datagrams, long pause) throws IOException {
        var random = new Random(1);
        List<DatagramChannel> sources = new ArrayList<>();
        try {
            for (int i = 0; i < SOURCES; i++) {
                sources.add(DatagramChannel.open().bind(new InetSocketAddress("127.1." + i + ".1", 0)).connect(target.end()));
            }
            ByteBuffer request = ByteBuffer.allocateDirect(256).put(Requests.of(new IkeSpis(1, 1))).flip();
            long start = System.nanoTime();
            for (long i = 0; i < datagrams; i++) {
                request.putLong(4, random.nextLong()).putLong(12, random.nextLong());
                send(sources.get((int) (i % SOURCES)), request);
                while (pause > 0 && System.nanoTime() - start < i * pause) {
                    Thread.onSpinWait();
                }
            }
            return (System.nanoTime() - start) / 1e9;
        } finally {
            for (DatagramChannel source : sources) {
                source.close();
            }
        }
    }

    /** What the system refuses is one less; the flood goes on. */
    private static void send(DatagramChannel source, ByteBuffer request) {
        try {
            source.write(request.rewind());
        } catch (IOException e) {
            request.rewind();
        }
    }
}
