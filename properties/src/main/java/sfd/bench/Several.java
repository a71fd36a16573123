package sfd.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Several of a kind, for each slice the next one: where an object lies in memory may make it a twentieth faster or
 * slower than its like, and a ratio is not to depend on that.
 */
final class Several<T> {

    /** Odd, or a body measured against itself would meet one half of them as candidate, the other as anchor. */
    private static final int HOW_MANY = 13;

    private final List<T> all = new ArrayList<>();
    private int next;

    Several(Supplier<T> kind) {
        var between = new ArrayList<byte[]>();
        for (int i = 0; i < HOW_MANY; i++) {
            all.add(kind.get());
            between.add(new byte[8 * i]);
        }
    }

    T next() {
        next = (next + 1) % HOW_MANY;
        return all.get(next);
    }
}
