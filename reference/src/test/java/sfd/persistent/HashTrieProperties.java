package sfd.persistent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The trie against {@code java.util.HashMap}, with hashes good and bad: from one bit that differs to none at all. */
class HashTrieProperties {

    /** @param key of which each hash sees another part */
    record Entry(int key, int value) {
    }

    /** Hashes whose bits differ late, early, hardly, and never: nodes at each depth, and plain lists below the last. */
    enum Hash implements Hashing<Integer, Entry> {
        MIXED {
            @Override
            public long hash(Integer key) {
                return key * 0x9E3779B97F4A7C15L;
            }
        },
        AS_IT_IS {
            @Override
            public long hash(Integer key) {
                return key;
            }
        },
        HIGH_BITS {
            @Override
            public long hash(Integer key) {
                return (long) key << 60;
            }
        },
        TWO_VALUES {
            @Override
            public long hash(Integer key) {
                return key % 2 == 0 ? -1 : 1;
            }
        },
        ONE_VALUE {
            @Override
            public long hash(Integer key) {
                return 7;
            }
        };

        @Override
        public Integer key(Entry entry) {
            return entry.key();
        }
    }

    /** @param add or else remove */
    record Change(boolean add, Entry entry) {
    }

    private static HashTrie<Integer, Entry> after(HashTrie<Integer, Entry> trie, Change change) {
        return (change.add() ? trie.plus(change.entry()) : trie.minus(change.entry().key())).after();
    }

    @Property
    void findsWhatAHashMapFinds(@ForAll Hash hash, @ForAll("changes") List<Change> changes) {
        HashTrie<Integer, Entry> trie = HashTrie.empty(hash);
        Map<Integer, Entry> model = new HashMap<>();
        for (Change change : changes) {
            HashTrie<Integer, Entry> before = trie;
            Map<Integer, Entry> modelBefore = new HashMap<>(model);
            HashTrie.Change<Integer, Entry> made = change.add()
                    ? trie.plus(change.entry()) : trie.minus(change.entry().key());
            trie = made.after();
            Entry there = change.add()
                    ? model.put(change.entry().key(), change.entry()) : model.remove(change.entry().key());
            assertEquals(Optional.ofNullable(there), made.before());
            same(model, trie);
            // Who holds the trie from before sees nothing of the change.
            same(modelBefore, before);
            assertEquals(model.equals(modelBefore), trie == before, "the same object where nothing changed, and only there");
        }
    }

    private static void same(Map<Integer, Entry> model, HashTrie<Integer, Entry> trie) {
        assertEquals(model.size(), trie.size());
        assertEquals(model.isEmpty(), trie.isEmpty());
        for (int key = -2; key < KEYS + 2; key++) {
            assertEquals(Optional.ofNullable(model.get(key)), trie.get(key));
            assertEquals(model.containsKey(key), trie.contains(key));
        }
        assertEquals(model.values().stream().sorted(Comparator.comparing(Entry::key)).toList(),
                trie.sorted(Comparator.comparing(Entry::key)));
    }

    /** Whatever was there before and whatever the hash: equality is that of the entries. */
    @Property
    void equalityIsThatOfTheEntries(@ForAll Hash hash, @ForAll Hash otherHash, @ForAll("changes") List<Change> changes,
            @ForAll("changes") List<Change> others, @ForAll Random random) {
        HashTrie<Integer, Entry> trie = HashTrie.empty(hash);
        for (Change change : changes) {
            trie = after(trie, change);
        }
        List<Entry> shuffled = new ArrayList<>(trie.sorted(Comparator.comparing(Entry::key)));
        Collections.shuffle(shuffled, random);
        HashTrie<Integer, Entry> again = HashTrie.empty(otherHash);
        for (Entry entry : shuffled) {
            again = again.plus(entry).after();
        }
        assertEquals(trie, again);
        assertEquals(trie.hashCode(), again.hashCode());
        assertEquals(trie.size() + " entries", again.toString());
        HashTrie<Integer, Entry> other = again;
        for (Change change : others) {
            other = after(other, change);
        }
        boolean sameEntries = other.sorted(Comparator.comparing(Entry::key)).equals(trie.sorted(Comparator.comparing(Entry::key)));
        assertEquals(sameEntries, trie.equals(other));
        assertEquals(sameEntries, other.equals(trie));
        assertNotEquals(trie, "a trie");
    }

    /** In memory either: else memory would depend on what was there once. */
    @Property
    void whatWasThereOnceLeavesNoTrace(@ForAll Hash hash, @ForAll("changes") List<Change> changes) {
        HashTrie<Integer, Entry> trie = HashTrie.empty(hash);
        for (Change change : changes) {
            trie = after(trie, change);
        }
        HashTrie<Integer, Entry> fresh = HashTrie.empty(hash);
        for (Entry entry : trie.sorted(Comparator.comparing(Entry::key))) {
            fresh = fresh.plus(entry).after();
        }
        assertEquals(fresh.slots(), trie.slots());
        assertEquals(trie.isEmpty(), trie == trie.emptied());
    }

    /** Three in a leaf, four in an inner node of sixteen places; those whose hashes begin alike one node deeper. */
    @Example
    void nodesStandOnlyWhereTheyAreNeeded() {
        HashTrie<Integer, Entry> trie = HashTrie.empty(Hash.AS_IT_IS);
        int[] slots = {0, 2, 3, 16, 16};
        for (int key = 0; key < slots.length; key++) {
            trie = trie.plus(new Entry(key, 0)).after();
            assertEquals(slots[key], trie.slots(), "with " + (key + 1));
        }
        // 16, 32 and 48 begin as 0 does: a leaf of two and of three, then an inner node.
        int[] deeper = {18, 19, 32};
        for (int i = 0; i < deeper.length; i++) {
            trie = trie.plus(new Entry(16 * (i + 1), 0)).after();
            assertEquals(deeper[i], trie.slots());
        }
        trie = trie.minus(48).after();
        assertEquals(19, trie.slots());
        for (int key : new int[] {32, 16, 4, 3}) {
            trie = trie.minus(key).after();
        }
        assertEquals(3, trie.slots());
        assertEquals(0, trie.minus(2).after().minus(1).after().slots());
    }

    /** The sum of those of the entries, so that no order is in it. */
    @Example
    void theHashCodeIsThatOfTheEntries() {
        HashTrie<Integer, Entry> trie = HashTrie.empty(Hash.MIXED);
        int sum = 0;
        for (int key = 0; key < 10; key++) {
            trie = trie.plus(new Entry(key, 5)).after();
            sum += new Entry(key, 5).hashCode();
        }
        assertEquals(sum, trie.hashCode());
        assertNotEquals(0, sum);
    }

    @Property(tries = 20)
    void manyEntriesAreAllFound(@ForAll Hash hash) {
        int many = hash == Hash.MIXED || hash == Hash.AS_IT_IS ? 20_000 : 300;
        HashTrie<Integer, Entry> trie = HashTrie.empty(hash);
        for (int key = 0; key < many; key++) {
            trie = trie.plus(new Entry(key, -key)).after();
        }
        assertEquals(many, trie.size());
        for (int key = 0; key < many; key++) {
            assertEquals(Optional.of(new Entry(key, -key)), trie.get(key));
        }
        for (int key = 0; key < many; key += 2) {
            trie = trie.minus(key).after();
        }
        assertEquals(many / 2, trie.size());
        for (int key = 0; key < many; key++) {
            assertEquals(key % 2 == 1, trie.contains(key));
        }
        HashTrie<Integer, Entry> half = trie;
        List<Entry> all = half.sorted(Comparator.comparing(Entry::value));
        assertThrows(UnsupportedOperationException.class, () -> all.remove(0));
        assertTrue(half.emptied().isEmpty());
    }

    private static final int KEYS = 40;

    @Provide
    Arbitrary<List<Change>> changes() {
        Arbitrary<Entry> entries = Combinators
                .combine(Arbitraries.integers().between(0, KEYS - 1), Arbitraries.integers().between(0, 1)).as(Entry::new);
        return Combinators.combine(Arbitraries.of(true, true, false), entries).as(Change::new).list().ofMaxSize(60);
    }
}
