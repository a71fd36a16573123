package sfd.shell;

import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongSupplier;
import sfd.ike.Address;
import sfd.ike.Endpoint;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.Step;

/**
 * Serves: takes what comes at the ports, tells the ticks, makes each step, and sends what it asks for. One thread does all of
 * it; what other threads want goes through {@link #tell} and {@link #stop}.
 *
 * <p>Under a flood a datagram that the service is silent at costs no step, what cannot be sent is not kept, and the clock is
 * looked at after every batch: memory does not grow with what comes.
 */
public final class Shell implements AutoCloseable {

    /** Datagrams taken from one port before the clock is looked at. */
    private static final int BATCH = 256;

    private final UdpPorts ports;
    private final Service service;
    private final Daemon daemon;
    private final List<Watch> watches;
    private final Queue<Event> told = new ConcurrentLinkedQueue<>();
    private final Lots lots = new Lots();
    private volatile boolean stopped;

    private Shell(UdpPorts ports, Service service, Daemon daemon, List<Watch> watches) {
        this.ports = ports;
        this.service = service;
        this.daemon = daemon;
        this.watches = List.copyOf(watches);
    }

    /**
     * Binds the ports; nothing is served before {@link #serve}.
     *
     * @param address one of this host's
     * @param numbers of UDP ports, 0 for one that the system chooses
     * @param watches who look on, in this order
     * @throws IOException naming the port that cannot be had
     */
    public static Shell open(Address address, List<Integer> numbers, Service service, Daemon daemon,
            List<Watch> watches) throws IOException {
        return new Shell(UdpPorts.open(address, numbers), service, daemon, watches);
    }

    /** Our ends, in the order of the port numbers. */
    public List<Endpoint> ends() {
        return ports.ends();
    }

    /** Another event than a datagram or a tick, from any thread; steps are made in the order in which they are told. */
    public void tell(Event event) {
        told.add(event);
        ports.wake();
    }

    /** Ends {@link #serve} after what is at hand, from any thread. What was told before is done before. */
    public void stop() {
        stopped = true;
        ports.wake();
    }

    /**
     * Until {@link #stop}.
     *
     * @param nanos a clock that never goes back, in nanoseconds
     * @param tick length of a tick in nanoseconds, above 0
     * @throws IOException if a port fails for good
     */
    public void serve(LongSupplier nanos, long tick) throws IOException {
        var ticks = new Ticks(nanos, tick);
        while (!stopped) {
            boolean busy = ports.receive(BATCH, this::came, () -> watches.forEach(Watch::nowhere)) > 0;
            for (long passed = ticks.passed(); passed > 0; passed--) {
                step(new Event.Tick());
            }
            busy |= tellAll();
            if (!busy) {
                watches.forEach(Watch::idle);
                ports.await(ticks.millisToNext());
            }
        }
        tellAll();
    }

    private boolean tellAll() {
        boolean any = false;
        for (Event event = told.poll(); event != null; event = told.poll()) {
            step(event);
            any = true;
        }
        return any;
    }

    private void came(Event.Received arrived) {
        Event.Received datagram = service.draws() ? arrived.withLot(lots.next()) : arrived;
        for (Watch watch : watches) {
            watch.came(datagram);
        }
        if (!daemon.wants(datagram) && service.isSilentAt(datagram)) {
            for (Watch watch : watches) {
                watch.silent(datagram);
            }
        } else {
            step(daemon.came(datagram));
        }
    }

    private void step(Event event) {
        if (!service.admits(event)) {
            watches.forEach(watch -> watch.refused(event));
            return;
        }
        Step<?> step = service.step(event);
        for (Watch watch : watches) {
            watch.stepped(event, step);
        }
        Daemon.Turn turn = daemon.after(event, step);
        turn.send().forEach(this::send);
        turn.tell().forEach(this::step);
    }

    /** Sends a datagram that no step asked for: before {@link #serve}, or in its thread. */
    public void send(Effect.Send datagram) {
        boolean went = ports.send(datagram);
        for (Watch watch : watches) {
            if (went) {
                watch.went(datagram);
            } else {
                watch.stayed(datagram);
            }
        }
    }

    /** Gives the ports back; after {@link #serve} has ended. */
    @Override
    public void close() throws IOException {
        ports.close();
    }
}
