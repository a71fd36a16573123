package sfd.persistent;

/**
 * How a {@link HashTrie} knows its entries. Where others choose the keys, the hash must have a secret of its own: with
 * one that everybody can compute they choose keys that meet in one place, and every access becomes a search.
 */
public interface Hashing<K, E> {

    /** A number of 64 bits, the same for equal keys. */
    long hash(K key);

    /** The key inside an entry. */
    K key(E entry);
}
