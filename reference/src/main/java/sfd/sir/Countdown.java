package sfd.sir;

import java.util.Map;
import sfd.persistent.PersistentMap;

/** What lasts for some ticks. */
final class Countdown {

    private Countdown() {
    }

    /** A tick later: each with one tick less, and without those that are over. */
    static <K extends Comparable<K>> PersistentMap<K, Integer> ticked(PersistentMap<K, Integer> left) {
        PersistentMap<K, Integer> next = left;
        for (Map.Entry<K, Integer> entry : left.entries()) {
            next = entry.getValue() > 1
                    ? next.plus(entry.getKey(), entry.getValue() - 1)
                    : next.minus(entry.getKey());
        }
        return next;
    }
}
