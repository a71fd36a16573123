package sfd.persistent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The sorted collections against those of {@code java.util}: what is in them, in which order, and the same object where nothing changed. */
class SortedProperties {

    private static final int KEYS = 8;

    /** @param add or else remove */
    record Change(boolean add, int key, int value) {
    }

    @Property
    void aMapIsATreeMap(@ForAll("changes") List<Change> changes) {
        PersistentMap<Integer, Integer> map = PersistentMap.empty();
        var model = new TreeMap<Integer, Integer>();
        for (Change it : changes) {
            PersistentMap<Integer, Integer> before = map;
            var modelBefore = new TreeMap<>(model);
            map = it.add() ? map.plus(it.key(), it.value()) : map.minus(it.key());
            if (it.add()) {
                model.put(it.key(), it.value());
            } else {
                model.remove(it.key());
            }
            same(model, map);
            // Who holds the map from before sees nothing of the change.
            same(modelBefore, before);
            assertEquals(model.equals(modelBefore), map == before);
            assertEquals(model.equals(modelBefore), map.equals(before));
        }
    }

    private static void same(TreeMap<Integer, Integer> model, PersistentMap<Integer, Integer> map) {
        assertEquals(model.size(), map.size());
        assertEquals(model.isEmpty(), map.isEmpty());
        assertEquals(new ArrayList<>(model.keySet()), new ArrayList<>(map.keys()));
        assertEquals(List.copyOf(model.entrySet()), List.copyOf(map.entries()));
        for (int key = 0; key < KEYS; key++) {
            assertEquals(Optional.ofNullable(model.get(key)), map.get(key));
            assertEquals(model.containsKey(key), map.containsKey(key));
        }
        assertEquals(model.hashCode(), map.hashCode());
        assertEquals(model.toString(), map.toString());
    }

    @Property
    void aSetIsATreeSet(@ForAll("changes") List<Change> changes) {
        PersistentSet<Integer> set = PersistentSet.empty();
        var model = new TreeSet<Integer>();
        for (Change it : changes) {
            PersistentSet<Integer> before = set;
            boolean changed = it.add() ? model.add(it.key()) : model.remove(it.key());
            set = it.add() ? set.plus(it.key()) : set.minus(it.key());
            assertEquals(changed, set != before);
            assertEquals(changed, !set.equals(before));
            assertEquals(model.size(), set.size());
            assertEquals(model.isEmpty(), set.isEmpty());
            var all = new ArrayList<Integer>();
            set.forEach(all::add);
            assertEquals(new ArrayList<>(model), all);
            for (int key = 0; key < KEYS; key++) {
                assertEquals(model.contains(key), set.contains(key));
            }
            assertEquals(model.hashCode(), set.hashCode());
            assertEquals(model.toString(), set.toString());
        }
    }

    /** However they came about. */
    @Property
    void equalityIsThatOfTheElements(@ForAll("changes") List<Change> changes, @ForAll("changes") List<Change> others) {
        PersistentMap<Integer, Integer> map = PersistentMap.empty();
        PersistentMap<Integer, Integer> other = PersistentMap.empty();
        for (Change it : changes) {
            map = it.add() ? map.plus(it.key(), it.value()) : map.minus(it.key());
        }
        for (Change it : others) {
            other = it.add() ? other.plus(it.key(), it.value()) : other.minus(it.key());
        }
        PersistentMap<Integer, Integer> again = PersistentMap.empty();
        for (Map.Entry<Integer, Integer> it : map.entries()) {
            again = again.plus(it.getKey(), it.getValue());
        }
        assertEquals(map, again);
        assertEquals(List.copyOf(map.entries()).equals(List.copyOf(other.entries())), map.equals(other));
    }

    /** A key without values is not kept: else memory would grow with every key that there ever was. */
    @Property
    void anIndexIsAMapOfSets(@ForAll("changes") List<Change> changes) throws ReflectiveOperationException {
        PersistentIndex<Integer, Integer> index = PersistentIndex.empty();
        var model = new TreeMap<Integer, TreeSet<Integer>>();
        for (Change it : changes) {
            index = it.add() ? index.plus(it.key(), it.value()) : index.minus(it.key(), it.value());
            var values = model.computeIfAbsent(it.key(), key -> new TreeSet<>());
            if (it.add()) {
                values.add(it.value());
            } else {
                values.remove(it.value());
            }
            model.values().removeIf(TreeSet::isEmpty);
            for (int key = 0; key < KEYS; key++) {
                var got = new ArrayList<Integer>();
                index.get(key).forEach(got::add);
                assertEquals(List.copyOf(model.getOrDefault(key, new TreeSet<>())), got);
            }
            var map = PersistentIndex.class.getDeclaredField("map");
            map.setAccessible(true);
            assertEquals(model.keySet(), ((PersistentMap<?, ?>) map.get(index)).keys());
        }
    }

    @Example
    void nothingIsRemovedBehindTheirBacks() {
        PersistentSet<Integer> set = PersistentSet.<Integer>empty().plus(1);
        Iterator<Integer> elements = set.iterator();
        elements.next();
        assertThrows(UnsupportedOperationException.class, elements::remove);
        PersistentMap<Integer, Integer> map = PersistentMap.<Integer, Integer>empty().plus(1, 2);
        assertThrows(UnsupportedOperationException.class, () -> map.keys().remove(1));
        assertThrows(UnsupportedOperationException.class, () -> map.entries().clear());
        assertNotEquals(set, "a set");
        assertNotEquals(map, "a map");
        assertSame(map, map.plus(1, 2));
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        return Combinators.combine(Arbitraries.of(true, true, false), Arbitraries.integers().between(0, KEYS - 1),
                Arbitraries.integers().between(0, 2)).as(Change::new).list().ofMaxSize(30);
    }
}
