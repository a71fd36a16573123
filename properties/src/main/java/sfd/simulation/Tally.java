package sfd.simulation;

import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts of one run, or of many. */
public final class Tally {

    /** How it came that a gateway no longer has an IKE SA that its peer had lost. */
    public enum Concluded { BY_TOKEN, BY_NACK, BY_GIVING_UP, BY_THE_DAEMON }

    /** What begins the name of a claim that was about something. */
    static final String LOOKED = "looked at ";

    private long runs;
    private long exchanges;
    private long datagrams;
    private long steps;
    private final SortedMap<String, Long> happened = new TreeMap<>();
    private final Map<Concluded, Delays> detected = new EnumMap<>(Concluded.class);

    void run() {
        runs++;
    }

    void exchange() {
        exchanges++;
    }

    void datagram() {
        datagrams++;
    }

    void step() {
        steps++;
    }

    /** A claim was about something in a step: what it asks for had happened. One that never is holds emptily. */
    void looked(String claim) {
        count(LOOKED + claim);
    }

    /** Counts whatever has a name. */
    void count(String what) {
        happened.merge(what, 1L, Long::sum);
    }

    void detected(Concluded how, long millis) {
        detected.computeIfAbsent(how, it -> new Delays()).add(millis);
    }

    /** Adds the counts of another run. */
    void add(Tally other) {
        runs += other.runs;
        exchanges += other.exchanges;
        datagrams += other.datagrams;
        steps += other.steps;
        other.happened.forEach((what, times) -> happened.merge(what, times, Long::sum));
        other.detected.forEach((how, delays) -> detected.computeIfAbsent(how, it -> new Delays()).add(delays));
    }

    public long runs() {
        return runs;
    }

    /** Exchanges begun: requests under IKE SAs, IKE_SA_INIT, IKE_AUTH, questions in the clear; no retransmissions. */
    public long exchanges() {
        return exchanges;
    }

    public long datagrams() {
        return datagrams;
    }

    /** Events that a gateway's two roles met. */
    public long steps() {
        return steps;
    }

    /** How often each thing with a name happened. */
    public SortedMap<String, Long> happened() {
        return new TreeMap<>(happened);
    }

    public long happened(String what) {
        return happened.getOrDefault(what, 0L);
    }

    /** Milliseconds from the loss to when the other end knew. */
    public Delays detected(Concluded how) {
        return detected.getOrDefault(how, new Delays());
    }

    /** All of it, for comparing runs. */
    @Override
    public String toString() {
        return runs + " runs, " + exchanges + " exchanges, " + datagrams + " datagrams, " + steps + " steps, " + happened + ", " + detected;
    }
}
