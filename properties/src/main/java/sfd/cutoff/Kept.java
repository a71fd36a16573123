package sfd.cutoff;

import java.util.List;
import java.util.Map;
import java.util.Set;
import sfd.traces.value.Value;

/**
 * Which IKE SAs of a system are seen, by what names them.
 *
 * @param pairs all IKE SPI pairs of the system, in the order of use
 * @param seen those that are not looked away
 */
record Kept(List<Long> pairs, Set<Long> seen) {

    /** The child SPIs of each IKE SPI pair, as SaTable.tla has them. */
    private static final Map<Long, Set<String>> CHILDREN = Map.of(1L, Set.of("a1", "b1"), 2L, Set.of("a2", "b2"), 3L, Set.of("a4", "b4"));

    Kept {
        pairs = List.copyOf(pairs);
        seen = Set.copyOf(seen);
        if (!CHILDREN.keySet().containsAll(pairs) || !pairs.containsAll(seen)) {
            throw new IllegalArgumentException(seen + " of " + pairs + " cannot be told apart by their child SPIs");
        }
    }

    /** What no SA of the system has, such as 0, is nothing that is looked away. */
    boolean has(Value spis) {
        return seen.contains(spis.integer()) || !pairs.contains(spis.integer());
    }

    boolean hasChild(Value spi) {
        return pairs.stream().noneMatch(pair -> !seen.contains(pair) && CHILDREN.get(pair).contains(spi.text()));
    }

    /** @param opened how many of the pairs were used */
    long opened(long opened) {
        return pairs.subList(0, (int) opened).stream().filter(seen::contains).count();
    }
}
