package sfd.persistent;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pcollections.TreePMap;

/**
 * An immutable map in the order of its keys. A change copies the path to one key and shares the rest; a change that
 * changes nothing gives the same object back, so that a state which did not change can be recognised by identity.
 *
 * <p>Sorted, not hashed: keys such as SPIs come from the peer, who could choose them for equal hash codes, and the
 * order of iteration is the same in every run.
 */
public final class PersistentMap<K extends Comparable<K>, V> {

    private final TreePMap<K, V> map;

    private PersistentMap(TreePMap<K, V> map) {
        this.map = map;
    }

    /** The map without entries. */
    public static <K extends Comparable<K>, V> PersistentMap<K, V> empty() {
        return new PersistentMap<K, V>(TreePMap.empty());
    }

    /** What {@code key} stands for, if anything. */
    public Optional<V> get(K key) {
        return Optional.ofNullable(map.get(key));
    }

    public boolean containsKey(K key) {
        return map.containsKey(key);
    }

    public boolean isEmpty() {
        return map.isEmpty();
    }

    public int size() {
        return map.size();
    }

    /** The keys, unmodifiable, least first. */
    public Set<K> keys() {
        return map.keySet();
    }

    /** The entries, unmodifiable, least key first. */
    public Set<Map.Entry<K, V>> entries() {
        return map.entrySet();
    }

    /** This map with {@code key} standing for {@code value}. */
    public PersistentMap<K, V> plus(K key, V value) {
        return value.equals(map.get(key)) ? this : new PersistentMap<>(map.plus(key, value));
    }

    /** This map without {@code key}. */
    public PersistentMap<K, V> minus(K key) {
        TreePMap<K, V> rest = map.minus(key);
        return rest == map ? this : new PersistentMap<>(rest);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PersistentMap<?, ?> that && (map == that.map || map.equals(that.map));
    }

    @Override
    public int hashCode() {
        return map.hashCode();
    }

    @Override
    public String toString() {
        return map.toString();
    }
}
