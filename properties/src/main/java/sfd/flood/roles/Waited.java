package sfd.flood.roles;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * How long honest peers waited, each of which sends its message again by a schedule.
 *
 * @param perTick datagrams of the flood in a tick
 * @param asked how many peers
 * @param answered how many before they gave up
 * @param tenth within how many ticks a tenth of all peers had their answer, counting the one in which they asked first as 1; null if
 *     they had none until they gave up
 * @param half the same of half of them
 * @param nineTenths of nine tenths
 * @param most of 99 in a hundred
 * @param expected how many of the peers the formula says; null where no limit is met, or there is no draw
 */
public record Waited(int perTick, int asked, int answered, Integer tenth, Integer half, Integer nineTenths, Integer most, Double expected) {

    /** @param delays of those that were answered, in ticks */
    static Waited of(int perTick, int asked, Collection<Integer> delays, Double expected) {
        List<Integer> sorted = new ArrayList<>(delays);
        sorted.sort(null);
        return new Waited(perTick, asked, sorted.size(), within(sorted, asked, 0.1), within(sorted, asked, 0.5), within(sorted, asked, 0.9),
                within(sorted, asked, 0.99), expected);
    }

    private static Integer within(List<Integer> sorted, int asked, double share) {
        int last = (int) Math.ceil(share * asked) - 1;
        return last < sorted.size() ? sorted.get(last) + 1 : null;
    }
}
