package sfd.flood.roles;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How much is measured.
 *
 * @param sas IKE SAs of the role
 * @param sources addresses that the flood bears, those of all peers among them
 * @param peers honest ones, all of which ask in the same tick first
 * @param rates datagrams of the flood in a tick
 * @param small datagrams in a tick where limits are small and the chance is measured
 * @param ticks for the chance
 * @param drawn room for those that are drawn then
 * @param octets of a state beside its table at most
 * @param seed of the lots
 */
public record Plan(int sas, long sources, int peers, List<Integer> rates, int small, int ticks, int drawn, long octets, long seed) {

    private static final int SAS = 100_000;
    private static final long SOURCES = 1_000_000;
    private static final int SLOWEST = 1_000;
    private static final long MOST_OCTETS = 64L << 20;

    public Plan {
        rates = List.copyOf(rates);
    }

    /** With rates of 10^3 a tick and ten times that, again and again, so that so many datagrams are sent at least. */
    public static Plan of(long datagrams) {
        return new Plan(SAS, SOURCES, 200, IntStream.iterate(SLOWEST, rate -> rate <= Math.max(SLOWEST, datagrams / 10), rate -> 10 * rate)
                .boxed().toList(), 300, 4_000, 80, MOST_OCTETS, 1);
    }

    /** In less than a minute: fewer IKE SAs, one rate that uses up all limits, and fewer draws. */
    public static final Plan QUICK = new Plan(SAS / 10, SOURCES, 20, List.of(10 * SLOWEST), 300, 200, 30, MOST_OCTETS, 1);
}
