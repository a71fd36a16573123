package sfd.persistent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An immutable set of entries that carry their own keys, found by a hash of the key. A change copies the path to one
 * entry and shares the rest; a change that changes nothing gives the same object back.
 *
 * <p>A node is nothing (null), an entry, a leaf of two or three entries, or an inner node: an array of 16 nodes, of
 * which four bits of the hash choose one. An inner node stands only where more entries are than fit into a leaf, so the
 * same entries always need the same nodes. When the hash is used up, a leaf takes all that have the same one.
 *
 * <p>The order inside depends on the hash, so it is never shown: whoever wants all entries says in which order.
 */
public final class HashTrie<K, E> {

    private static final int BITS = 4;
    private static final int WIDTH = 1 << BITS;
    private static final int LEAF = 3;

    private final Hashing<K, E> hashing;
    private final Object root;
    private final int size;

    private HashTrie(Hashing<K, E> hashing, Object root, int size) {
        this.hashing = hashing;
        this.root = root;
        this.size = size;
    }

    /** No entries yet. */
    public static <K, E> HashTrie<K, E> empty(Hashing<K, E> hashing) {
        return new HashTrie<>(hashing, null, 0);
    }

    /** No entries, with the same hash. */
    public HashTrie<K, E> emptied() {
        return isEmpty() ? this : empty(hashing);
    }

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    /** The entry with this key, if there is one. */
    public Optional<E> get(K key) {
        return Optional.ofNullable(find(hashing.hash(key), key));
    }

    public boolean contains(K key) {
        return find(hashing.hash(key), key) != null;
    }

    /**
     * What a change makes, and what it changed: found on the way, so that nobody needs to look twice.
     *
     * @param after the very same object if nothing changed
     * @param before the entry with this key until now
     */
    public record Change<K, E>(HashTrie<K, E> after, Optional<E> before) {
    }

    /** These and {@code entry}, in place of the one with the same key. */
    public Change<K, E> plus(E entry) {
        K key = hashing.key(entry);
        long hash = hashing.hash(key);
        E before = find(hash, key);
        return new Change<>(entry.equals(before) ? this
                : new HashTrie<>(hashing, plus(hash, entry), before == null ? size + 1 : size),
                Optional.ofNullable(before));
    }

    /** These without the one with this key. */
    public Change<K, E> minus(K key) {
        long hash = hashing.hash(key);
        E before = find(hash, key);
        return new Change<>(before == null ? this : new HashTrie<>(hashing, minus(root, 0, hash, key), size - 1),
                Optional.ofNullable(before));
    }

    /** All entries in the order asked for, unmodifiable. */
    public List<E> sorted(Comparator<E> order) {
        List<E> all = new ArrayList<>(size);
        forEach(root, entry -> all.add(entry(entry)));
        all.sort(order);
        return List.copyOf(all);
    }

    private E find(long hash, K key) {
        Object node = root;
        int shift = 0;
        while (isInner(node, shift)) {
            node = ((Object[]) node)[place(hash, shift)];
            shift += BITS;
        }
        if (node instanceof Object[] leaf) {
            int at = indexOf(leaf, key);
            return at < 0 ? null : entry(leaf[at]);
        }
        return node != null && hasKey(node, key) ? entry(node) : null;
    }

    /** By its very class: a check that would let arrays of other kinds through asks memory once more. */
    private static boolean isInner(Object node, int shift) {
        return node != null && node.getClass() == Object[].class
                && ((Object[]) node).length == WIDTH && shift < Long.SIZE;
    }

    /** Which of 16 nodes these bits of the hash choose. */
    private static int place(long hash, int shift) {
        return (int) (hash >>> shift) & WIDTH - 1;
    }

    private boolean hasKey(Object entry, K key) {
        return hashing.key(entry(entry)).equals(key);
    }

    private int indexOf(Object[] leaf, K key) {
        int at = leaf.length - 1;
        while (at >= 0 && !hasKey(leaf[at], key)) {
            at--;
        }
        return at;
    }

    private Object plus(long hash, E entry) {
        if (!isInner(root, 0)) {
            return joined(root, 0, hash, entry);
        }
        Object[] top = copied(root);
        Object[] inner = top;
        int shift = 0;
        while (true) {
            int place = place(hash, shift);
            shift += BITS;
            if (!isInner(inner[place], shift)) {
                inner[place] = joined(inner[place], shift, hash, entry);
                return top;
            }
            Object[] below = copied(inner[place]);
            inner[place] = below;
            inner = below;
        }
    }

    /** By its width, which a compiler knows, as it does not know the length of what it would clone. */
    private static Object[] copied(Object inner) {
        return Arrays.copyOf((Object[]) inner, WIDTH);
    }

    /** An entry joins a node that is no inner one. */
    private Object joined(Object node, int shift, long hash, E entry) {
        if (node == null) {
            return entry;
        }
        K key = hashing.key(entry);
        if (!(node instanceof Object[] leaf)) {
            return hasKey(node, key) ? entry : new Object[] {node, entry};
        }
        int at = indexOf(leaf, key);
        if (at >= 0) {
            Object[] changed = leaf.clone();
            changed[at] = entry;
            return changed;
        }
        if (leaf.length < LEAF || shift >= Long.SIZE) {
            Object[] longer = Arrays.copyOf(leaf, leaf.length + 1);
            longer[leaf.length] = entry;
            return longer;
        }
        Object[] inner = new Object[WIDTH];
        for (Object other : leaf) {
            join(inner, shift, hashing.hash(hashing.key(entry(other))), entry(other));
        }
        join(inner, shift, hash, entry);
        return inner;
    }

    private void join(Object[] inner, int shift, long hash, E entry) {
        int place = place(hash, shift);
        inner[place] = joined(inner[place], shift + BITS, hash, entry);
    }

    /** Of a node that has the key. */
    private Object minus(Object node, int shift, long hash, K key) {
        if (isInner(node, shift)) {
            Object[] changed = copied(node);
            int place = place(hash, shift);
            Object below = minus(changed[place], shift + BITS, hash, key);
            changed[place] = below;
            // An inner node below has more entries than a leaf takes, so this one has them too.
            return isInner(below, shift + BITS) ? changed : narrowed(changed, shift + BITS);
        }
        if (node instanceof Object[] leaf) {
            int at = indexOf(leaf, key);
            Object[] shorter = Arrays.copyOf(leaf, leaf.length - 1);
            System.arraycopy(leaf, at + 1, shorter, at, shorter.length - at);
            return shorter.length == 1 ? shorter[0] : shorter;
        }
        return null;
    }

    /** The same as a leaf, if that is enough. */
    private static Object narrowed(Object[] inner, int shiftBelow) {
        int used = 0;
        for (Object below : inner) {
            used += below == null ? 0 : 1;
        }
        if (used > LEAF) {
            return inner; // Found without a look at the nodes below, each of which is somewhere else in memory.
        }
        List<Object> left = new ArrayList<>(LEAF);
        for (Object below : inner) {
            if (isInner(below, shiftBelow)) {
                return inner;
            }
            forEach(below, left::add);
        }
        // Never fewer than a leaf takes: there was one entry more, or this would have been a leaf before.
        return left.size() > LEAF ? inner : left.toArray();
    }

    /** Each entry in this node and below. */
    private static void forEach(Object node, Consumer<Object> action) {
        if (node instanceof Object[] below) {
            for (Object one : below) {
                forEach(one, action);
            }
        } else if (node != null) {
            action.accept(node);
        }
    }

    /** What is no array was put there by {@link #plus(Object)}. */
    @SuppressWarnings("unchecked")
    private E entry(Object node) {
        return (E) node;
    }

    /** Places for references in all arrays: what this costs beside its entries. */
    int slots() {
        return slots(root);
    }

    private static int slots(Object node) {
        return node instanceof Object[] below ? below.length + Arrays.stream(below).mapToInt(HashTrie::slots).sum() : 0;
    }

    /** Equal if the entries are, whatever the hash. */
    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof HashTrie<?, ?> that && size == that.size && that.holdsAll(root);
    }

    /** If an entry has a key of another type, it is not here. */
    private boolean holdsAll(Object node) {
        if (node instanceof Object[] below) {
            return Arrays.stream(below).allMatch(this::holdsAll);
        }
        return node == null || get(hashing.key(entry(node))).filter(node::equals).isPresent();
    }

    @Override
    public int hashCode() {
        int[] sum = {0};
        forEach(root, entry -> sum[0] += entry.hashCode());
        return sum[0];
    }

    /** The number of entries: in which order they should come, who only asks for a text does not say. */
    @Override
    public String toString() {
        return size + " entries";
    }
}
