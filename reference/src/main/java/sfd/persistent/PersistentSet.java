package sfd.persistent;

import java.util.Iterator;
import org.pcollections.TreePSet;

/** An immutable set in the order of its elements; see {@link PersistentMap}. */
public final class PersistentSet<E extends Comparable<E>> implements Iterable<E> {

    private final TreePSet<E> set;

    private PersistentSet(TreePSet<E> set) {
        this.set = set;
    }

    /** The set without elements. */
    public static <E extends Comparable<E>> PersistentSet<E> empty() {
        return new PersistentSet<E>(TreePSet.empty());
    }

    public boolean contains(E element) {
        return !set.isEmpty() && set.contains(element); // Most sets here are empty, and an empty one needs no order.
    }

    public boolean isEmpty() {
        return set.isEmpty();
    }

    public int size() {
        return set.size();
    }

    /** This set with {@code element} in it; the same object if it was there already. */
    public PersistentSet<E> plus(E element) {
        TreePSet<E> more = set.plus(element);
        return more == set ? this : new PersistentSet<>(more);
    }

    /** This set without {@code element}; the same object if it was not there. */
    public PersistentSet<E> minus(E element) {
        TreePSet<E> rest = set.minus(element);
        return rest == set ? this : new PersistentSet<>(rest);
    }

    /** From the least element up; nothing can be removed by it. */
    @Override
    public Iterator<E> iterator() {
        return set.iterator();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PersistentSet<?> that && (set == that.set || set.equals(that.set));
    }

    @Override
    public int hashCode() {
        return set.hashCode();
    }

    @Override
    public String toString() {
        return set.toString();
    }
}
