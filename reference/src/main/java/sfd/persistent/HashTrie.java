package sfd.persistent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An immutable set of entries that carry their own keys, found by a hash of the key. A change copies the path to one
 * entry and shares the rest; a change that changes nothing gives the same object back.
 *
 * <p>The order inside depends on the hash, so it is never shown: whoever wants all entries says in which order.
 */
public final class HashTrie<K, E> {

    private final Hashing<K, E> hashing;
    private final TrieNode root;

    private HashTrie(Hashing<K, E> hashing, TrieNode root) {
        this.hashing = hashing;
        this.root = root;
    }

    /** No entries yet. */
    public static <K, E> HashTrie<K, E> empty(Hashing<K, E> hashing) {
        return new HashTrie<>(hashing, TrieNode.EMPTY);
    }

    /** No entries, with the same hash. */
    public HashTrie<K, E> emptied() {
        return isEmpty() ? this : empty(hashing);
    }

    public int size() {
        return root.size();
    }

    public boolean isEmpty() {
        return root.size() == 0;
    }

    /** The entry with this key, if there is one. */
    public Optional<E> get(K key) {
        return Optional.ofNullable(find(key));
    }

    public boolean contains(K key) {
        return find(key) != null;
    }

    /** These and {@code entry}, in place of the one with the same key. */
    public HashTrie<K, E> plus(E entry) {
        return with(plus(root, 0, hashing.hash(hashing.key(entry)), entry));
    }

    /** These without the one with this key. */
    public HashTrie<K, E> minus(K key) {
        return with(minus(root, 0, hashing.hash(key), key));
    }

    /** All entries in the order asked for, unmodifiable. */
    public List<E> sorted(Comparator<E> order) {
        List<E> all = new ArrayList<>(size());
        root.forEach(entry -> all.add(entry(entry)));
        all.sort(order);
        return List.copyOf(all);
    }

    /** Number of nodes: what this costs beside its entries. */
    int nodes() {
        return root.nodes();
    }

    private HashTrie<K, E> with(TrieNode changed) {
        return changed == root ? this : new HashTrie<>(hashing, changed);
    }

    private E find(K key) {
        long hash = hashing.hash(key);
        TrieNode node = root;
        int shift = 0;
        while (node.has(hash, shift)) {
            Object slot = node.slot(hash, shift);
            if (!(slot instanceof TrieNode below)) {
                E entry = entry(slot);
                return hashing.key(entry).equals(key) ? entry : null;
            }
            node = below;
            shift += TrieNode.BITS;
        }
        return shift < Long.SIZE ? null : collided(node, key);
    }

    /** Below the last bit of the hash, where all entries have the same one. */
    private E collided(TrieNode node, K key) {
        int at = place(node, key);
        return at < 0 ? null : entry(node.at(at));
    }

    private int place(TrieNode node, K key) {
        for (int i = 0; i < node.size(); i++) {
            if (hashing.key(entry(node.at(i))).equals(key)) {
                return i;
            }
        }
        return -1;
    }

    private TrieNode plus(TrieNode node, int shift, long hash, E entry) {
        if (shift >= Long.SIZE) {
            int at = place(node, hashing.key(entry));
            return at < 0 ? node.appended(entry) : replaced(node, at, entry);
        }
        if (!node.has(hash, shift)) {
            return node.inserted(hash, shift, entry);
        }
        int at = node.index(hash, shift);
        Object slot = node.at(at);
        if (slot instanceof TrieNode below) {
            TrieNode changed = plus(below, shift + TrieNode.BITS, hash, entry);
            return changed == below ? node : node.replaced(at, changed);
        }
        E there = entry(slot);
        K key = hashing.key(there);
        if (key.equals(hashing.key(entry))) {
            return replaced(node, at, entry);
        }
        int deeper = shift + TrieNode.BITS;
        TrieNode both = plus(plus(TrieNode.EMPTY, deeper, hashing.hash(key), there), deeper, hash, entry);
        return node.replaced(at, both);
    }

    private static TrieNode replaced(TrieNode node, int at, Object entry) {
        return node.at(at).equals(entry) ? node : node.replaced(at, entry);
    }

    private TrieNode minus(TrieNode node, int shift, long hash, K key) {
        if (shift >= Long.SIZE) {
            int at = place(node, key);
            return at < 0 ? node : node.shortened(at);
        }
        if (!node.has(hash, shift)) {
            return node;
        }
        int at = node.index(hash, shift);
        Object slot = node.at(at);
        if (slot instanceof TrieNode below) {
            TrieNode changed = minus(below, shift + TrieNode.BITS, hash, key);
            // An entry that is alone again moves up: the same entries make the same trie, whatever was there before.
            return changed == below ? node : node.replaced(at, changed.size() == 1 ? changed.at(0) : changed);
        }
        return hashing.key(entry(slot)).equals(key) ? node.removed(hash, shift) : node;
    }

    /** What is no node was put there by {@link #plus}. */
    @SuppressWarnings("unchecked")
    private E entry(Object slot) {
        return (E) slot;
    }

    /** Equal if the entries are, whatever the hash. */
    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof HashTrie<?, ?> that && size() == that.size() && that.holdsAll(root);
    }

    /** If an entry has a key of another type, it is not here. */
    @SuppressWarnings("unchecked")
    private boolean holdsAll(TrieNode entries) {
        boolean[] all = {true};
        Consumer<Object> look = entry -> all[0] &= all[0] && entry.equals(find(hashing.key((E) entry)));
        entries.forEach(look);
        return all[0];
    }

    @Override
    public int hashCode() {
        int[] sum = {0};
        root.forEach(entry -> sum[0] += entry.hashCode());
        return sum[0];
    }

    /** The number of entries: in which order they should come, who only asks for a text does not say. */
    @Override
    public String toString() {
        return size() + " entries";
    }
}
