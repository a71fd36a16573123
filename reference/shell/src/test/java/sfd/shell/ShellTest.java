package sfd.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sfd.ike.Address;
import sfd.ike.Endpoint;
import sfd.ike.IkeSpis;
import sfd.octets.Octets;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.LogReason;
import sfd.sa.Step;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ShellTest {

    private static final Address HERE = Address.parse("127.0.0.1");
    private static final long HOUR = 3_600_000_000_000L;

    /** Sends back what comes, and is silent at what begins with a zero. */
    private static final class Echo implements Service {

        private final List<Event> seen = Collections.synchronizedList(new ArrayList<>());

        @Override
        public boolean isSilentAt(Event.Received e) {
            return !e.datagram().isEmpty() && e.datagram().at(0) == 0;
        }

        @Override
        public Step<?> step(Event event) {
            seen.add(event);
            return event instanceof Event.Received it
                    ? Step.of(this, Set.of(), new Effect.Send(it.to(), it.from(), it.datagram()))
                    : Step.of(this, Set.of(), new Effect.Log(LogReason.Judged.KEEPALIVE));
        }
    }

    /** A shell under way on ports that the system chose. */
    private static final class Under implements AutoCloseable {

        private final Echo echo = new Echo();
        private final AtomicLong now = new AtomicLong();
        private final Shell shell;
        private final Thread thread;

        Under(Watch... watches) throws IOException {
            shell = Shell.open(HERE, List.of(0, 0), echo, Daemon.NONE, List.of(watches));
            thread = Thread.ofPlatform().start(() -> {
                try {
                    shell.serve(now::get, HOUR);
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
        }

        String ask(int port, String hex) throws IOException {
            try (var socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
                socket.setSoTimeout(5_000);
                byte[] octets = Octets.hex(hex).toArray();
                socket.send(new DatagramPacket(octets, octets.length, InetAddress.getLoopbackAddress(), port));
                var answer = new DatagramPacket(new byte[1 << 16], 1 << 16);
                socket.receive(answer);
                assertEquals(port, answer.getPort(), "an answer comes from the port that was asked");
                return Octets.of(answer.getData(), 0, answer.getLength()).toString();
            }
        }

        @Override
        public void close() throws IOException, InterruptedException {
            shell.stop();
            thread.join();
            shell.close();
        }
    }

    @Test
    void answersWhereItWasAskedAtBothPorts() throws Exception {
        try (var under = new Under()) {
            for (Endpoint end : under.shell.ends()) {
                assertEquals("0102", under.ask(end.port(), "0102"));
                assertEquals("", under.ask(end.port(), ""));
            }
            assertEquals(under.shell.ends(), under.echo.seen.stream().filter(Event.Received.class::isInstance)
                    .map(it -> ((Event.Received) it).to()).distinct().toList());
        }
    }

    @Test
    void whatItIsSilentAtMakesNoStep() throws Exception {
        var silent = new AtomicLong();
        Watch watch = new Watch() {
            @Override
            public void silent(Event.Received datagram) {
                silent.incrementAndGet();
            }
        };
        try (var under = new Under(watch)) {
            int port = under.shell.ends().getFirst().port();
            assertThrows(java.net.SocketTimeoutException.class, () -> under.ask(port, "00"));
            assertEquals("01", under.ask(port, "01"));
            assertEquals(1, silent.get());
            assertEquals(1, under.echo.seen.size());
        }
    }

    @Test
    void tellsEveryTickThatPassedAlsoThoseThatItWasLateFor() throws Exception {
        try (var under = new Under()) {
            under.ask(under.shell.ends().getFirst().port(), "01"); // Its clock runs by now.
            under.now.set(3 * HOUR + 1);
            under.shell.tell(new Event.TrafficDue(new IkeSpis(1, 2)));
            under.ask(under.shell.ends().getFirst().port(), "01");
            under.shell.stop();
            under.thread.join();
            assertEquals(3, under.echo.seen.stream().filter(Event.Tick.class::isInstance).count());
            assertEquals(1, under.echo.seen.stream().filter(Event.TrafficDue.class::isInstance).count());
        }
    }

    @Test
    void whatWasToldBeforeTheEndIsDone() throws Exception {
        var under = new Under();
        for (int i = 0; i < 1_000; i++) {
            under.shell.tell(new Event.TrafficDue(new IkeSpis(i, i)));
        }
        under.close();
        assertEquals(1_000, under.echo.seen.size());
    }

    @Test
    void aTakenPortIsNamed() throws Exception {
        try (var under = new Under()) {
            int port = under.shell.ends().getFirst().port();
            IOException e = assertThrows(IOException.class,
                    () -> Shell.open(HERE, List.of(port), new Echo(), Daemon.NONE, List.of()));
            assertTrue(e.getMessage().contains("UDP port " + port + " of 127.0.0.1"), e.getMessage());
        }
    }

    @Test
    void whatCannotBeSentIsToldAndForgotten() throws Exception {
        try (UdpPorts ports = UdpPorts.open(HERE, List.of(0))) {
            Endpoint here = ports.ends().getFirst();
            Octets octets = Octets.hex("01");
            assertTrue(ports.send(new Effect.Send(here, here, octets)));
            assertTrue(ports.send(new Effect.Send(here, here, Octets.EMPTY)));
            assertFalse(ports.send(new Effect.Send(new Endpoint(HERE, 1), here, octets)), "not our port");
            assertFalse(ports.send(new Effect.Send(here, new Endpoint(HERE, Endpoint.NO_UDP), octets)), "no port there");
            assertFalse(ports.send(new Effect.Send(here, new Endpoint(Address.parse("2001:db8::1"), 500), octets)), "IPv6");
            assertFalse(ports.send(new Effect.Send(here, new Endpoint(Address.parse("255.255.255.255"), 500), octets)), "all");
            assertFalse(ports.send(new Effect.Send(here, here, Octets.of(new byte[0x10000]))), "too long");
        }
    }

    @Test
    void aFloodAtOnePortKeepsNeitherTheOtherNorTheClockWaiting() throws Exception {
        try (UdpPorts ports = UdpPorts.open(HERE, List.of(0, 0))) {
            Endpoint first = ports.ends().getFirst();
            Endpoint second = ports.ends().getLast();
            for (int i = 0; i < 100; i++) {
                ports.send(new Effect.Send(second, first, Octets.hex("01")));
            }
            ports.send(new Effect.Send(first, second, Octets.hex("02")));
            var got = new ArrayList<Endpoint>();
            ports.await(1_000);
            assertEquals(11, ports.receive(10, it -> got.add(it.to()), () -> { }));
            assertTrue(got.contains(second));
        }
    }
}
