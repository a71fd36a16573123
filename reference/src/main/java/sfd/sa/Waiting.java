package sfd.sa;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a limit turned away and that waits for the next tick (BASE-2.21.4-10): of all that came since the last one those
 * with the least lots, of one lot those that came first. It holds so many as the policy says and no more, however much
 * comes; a flood costs it a comparison for each datagram, and what gets in some {@code log(room)} small objects.
 */
public final class Waiting {

    /** Nobody. */
    public static final Waiting NONE = new Waiting(null, 0, 0);

    private final Heap last;
    private final int size;
    private final int entered;

    /**
     * @param last the greatest lot on top, for it is the first that makes room
     * @param size how many wait
     * @param entered how many came to wait since the last tick, those too that made room
     */
    private Waiting(Heap last, int size, int entered) {
        this.last = last;
        this.size = size;
        this.entered = entered;
    }

    /**
     * With one more, or the very same object if it has no chance.
     *
     * @param room how many may wait, at least 1
     */
    public Waiting plus(int room, Event.Received event) {
        if (size < room) {
            return new Waiting(Heap.merged(last, Heap.of(event, entered)), size + 1, entered + 1);
        }
        return isHopeless(room, event) ? this
                : new Waiting(Heap.merged(Heap.merged(last.left, last.right), Heap.of(event, entered)), size, entered + 1);
    }

    /** True if one more would make no difference: there is no room, and its lot is not below the greatest that waits. */
    public boolean isHopeless(int room, Event.Received event) {
        return size >= room && event.lot() >= last.event.lot();
    }

    /** How many wait. */
    public int size() {
        return size;
    }

    /** All that wait, least lot first. */
    public List<Event.Received> inTurn() {
        var all = new ArrayList<Heap>(size);
        if (last != null) {
            last.addTo(all);
        }
        return all.stream()
                .sorted(Comparator.comparingInt((Heap one) -> one.event.lot()).thenComparingInt(one -> one.arrival))
                .map(one -> one.event)
                .toList();
    }

    /** The same events in the same turn. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Waiting that && inTurn().equals(that.inTurn());
    }

    @Override
    public int hashCode() {
        return inTurn().hashCode();
    }

    @Override
    public String toString() {
        return inTurn().toString();
    }

    /** A leftist heap: what is below comes before what is above, and the way to the right is the shortest. */
    private record Heap(Event.Received event, int arrival, int rank, Heap left, Heap right) {

        static Heap of(Event.Received event, int arrival) {
            return new Heap(event, arrival, 1, null, null);
        }

        static Heap merged(Heap one, Heap other) {
            if (one == null || other == null) {
                return one == null ? other : one;
            }
            Heap top = one.isAfter(other) ? one : other;
            Heap below = merged(top.right, top == one ? other : one);
            return rank(top.left) >= rank(below)
                    ? new Heap(top.event, top.arrival, rank(below) + 1, top.left, below)
                    : new Heap(top.event, top.arrival, rank(top.left) + 1, below, top.left);
        }

        private boolean isAfter(Heap other) {
            return event.lot() != other.event.lot() ? event.lot() > other.event.lot() : arrival > other.arrival;
        }

        private static int rank(Heap heap) {
            return heap == null ? 0 : heap.rank;
        }

        void addTo(List<Heap> all) {
            for (Heap heap = this; heap != null; heap = heap.right) {
                all.add(heap);
                if (heap.left != null) {
                    heap.left.addTo(all);
                }
            }
        }
    }
}
