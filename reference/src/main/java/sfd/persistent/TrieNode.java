package sfd.persistent;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * A node of a {@link HashTrie}, immutable. Each level takes five bits of the hash; of the 32 places that they tell apart
 * only those in use have a slot, with an entry or a node in it. Below the last bit of the hash a node is a plain list.
 */
final class TrieNode {

    /** Of the hash, for each level. */
    static final int BITS = 5;

    static final TrieNode EMPTY = new TrieNode(0, 0);

    /** Which places are in use. */
    private final int places;
    /** Entries here and below. */
    private final int size;
    private final Object[] slots;

    private TrieNode(int places, int size, Object... slots) {
        this.places = places;
        this.size = size;
        this.slots = slots;
    }

    int size() {
        return size;
    }

    private static int place(long hash, int shift) {
        return 1 << (int) (hash >>> shift);
    }

    /** True if there is anything in the place that these bits of the hash tell. */
    boolean has(long hash, int shift) {
        return (places & place(hash, shift)) != 0;
    }

    /** Number of the slot for that place, used or not. */
    int index(long hash, int shift) {
        return Integer.bitCount(places & place(hash, shift) - 1);
    }

    Object slot(long hash, int shift) {
        return slots[index(hash, shift)];
    }

    Object at(int index) {
        return slots[index];
    }

    TrieNode inserted(long hash, int shift, Object entry) {
        return new TrieNode(places | place(hash, shift), size + 1, widened(index(hash, shift), entry));
    }

    TrieNode removed(long hash, int shift) {
        return new TrieNode(places & ~place(hash, shift), size - 1, narrowed(index(hash, shift)));
    }

    /** With an entry or a node in place of another one. */
    TrieNode replaced(int index, Object slot) {
        Object[] changed = slots.clone();
        changed[index] = slot;
        return new TrieNode(places, size + size(slot) - size(slots[index]), changed);
    }

    /** Of a plain list. */
    TrieNode appended(Object entry) {
        return new TrieNode(places, size + 1, widened(slots.length, entry));
    }

    /** Of a plain list. */
    TrieNode shortened(int index) {
        return new TrieNode(places, size - 1, narrowed(index));
    }

    void forEach(Consumer<Object> action) {
        for (Object slot : slots) {
            if (slot instanceof TrieNode below) {
                below.forEach(action);
            } else {
                action.accept(slot);
            }
        }
    }

    /** This one and all below. */
    int nodes() {
        int nodes = 1;
        for (Object slot : slots) {
            nodes += slot instanceof TrieNode below ? below.nodes() : 0;
        }
        return nodes;
    }

    private static int size(Object slot) {
        return slot instanceof TrieNode below ? below.size : 1;
    }

    private Object[] widened(int at, Object entry) {
        Object[] wider = new Object[slots.length + 1];
        System.arraycopy(slots, 0, wider, 0, at);
        wider[at] = entry;
        System.arraycopy(slots, at, wider, at + 1, slots.length - at);
        return wider;
    }

    private Object[] narrowed(int at) {
        Object[] narrower = Arrays.copyOf(slots, slots.length - 1);
        System.arraycopy(slots, at + 1, narrower, at, narrower.length - at);
        return narrower;
    }
}
