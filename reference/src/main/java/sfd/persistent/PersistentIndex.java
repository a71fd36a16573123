package sfd.persistent;

/** An immutable relation of keys and values: to each key the set of its values. A key without values is not kept. */
public final class PersistentIndex<K extends Comparable<K>, V extends Comparable<V>> {

    private final PersistentMap<K, PersistentSet<V>> map;

    private PersistentIndex(PersistentMap<K, PersistentSet<V>> map) {
        this.map = map;
    }

    /** The relation without pairs. */
    public static <K extends Comparable<K>, V extends Comparable<V>> PersistentIndex<K, V> empty() {
        return new PersistentIndex<K, V>(PersistentMap.empty());
    }

    /** The values of {@code key}, in order. */
    public PersistentSet<V> get(K key) {
        return map.get(key).orElseGet(PersistentSet::empty);
    }

    /** With the pair of {@code key} and {@code value}. */
    public PersistentIndex<K, V> plus(K key, V value) {
        return new PersistentIndex<>(map.plus(key, get(key).plus(value)));
    }

    /** Without the pair of {@code key} and {@code value}. */
    public PersistentIndex<K, V> minus(K key, V value) {
        PersistentSet<V> rest = get(key).minus(value);
        return new PersistentIndex<>(rest.isEmpty() ? map.minus(key) : map.plus(key, rest));
    }
}
