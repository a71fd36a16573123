package sfd.bench;

import io.vavr.collection.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import kotlinx.collections.immutable.ExtensionsKt;
import kotlinx.collections.immutable.PersistentMap;
import org.organicdesign.fp.collections.PersistentHashMap;
import org.pcollections.HashTreePMap;
import sfd.ike.IkeSpis;
import sfd.sa.IkeSa;
import sfd.sa.SaTable;

/** The table of IKE SAs: lookups, changes, and pairs that an attacker chose. */
final class TableBodies {

    private static final int MILLION = 1_000_000;
    private static final int FRESH = 4096;

    private TableBodies() {
    }

    static void addTo(Bodies bodies) {
        bodies.add("hash", () -> new Pair(TableBodies::hashes, rulerOfHashes()));
        bodies.add("hash-mix", () -> new Pair(TableBodies::mixes, TableBodies::hashes));
        for (int size : new int[] {1_000, 100_000, MILLION}) {
            bodies.add("lookup-" + size, once("lookup-" + size, () -> lookups(Sas.pairs(size, 1))));
        }
        bodies.add("change-pcollections", once("change-pcollections", () -> new Pair(changes(), pcollections())));
        bodies.add("change-vavr", once("change-vavr", () -> new Pair(changes(), vavr())));
        bodies.add("change-paguro", once("change-paguro", () -> new Pair(changes(), paguro())));
        bodies.add("change-kotlinx", once("change-kotlinx", () -> new Pair(changes(), kotlinx())));
        bodies.add("colliding", () -> new Pair(finds(Sas.colliding(1_000)), finds(Sas.pairs(1_000, 1))));
        bodies.add("colliding-unkeyed", () -> new Pair(findsUnkeyed(Sas.colliding(1_000)), findsUnkeyed(Sas.pairs(1_000, 1))));
    }

    private static final Map<String, Pair> MADE = new java.util.HashMap<>();

    /** Large tables are made once in a JVM. */
    private static Supplier<Pair> once(String id, Supplier<Pair> pair) {
        return () -> MADE.computeIfAbsent(id, key -> pair.get());
    }

    private static long hashes(int n) {
        long hash = 0;
        for (int i = 0; i < n; i++) {
            hash = Sas.HASH.hash(hash, i);
        }
        return hash;
    }

    private static Body rulerOfHashes() {
        Rulers.table(new long[0], Sas.HASH.key0(), Sas.HASH.key1());
        return Rulers::siphashes;
    }

    /** Multiplications under a seed: quick, and no secret once an attacker sees what takes long. */
    private static long mixes(int n) {
        long hash = 0;
        for (int i = 0; i < n; i++) {
            long mixed = (hash ^ Sas.HASH.key0()) * 0x9E3779B97F4A7C15L;
            mixed = (mixed ^ mixed >>> 32 ^ i ^ Sas.HASH.key1()) * 0xD6E8FEB86659FD93L;
            hash = mixed ^ mixed >>> 32;
        }
        return hash;
    }

    private static Pair lookups(List<IkeSpis> pairs) {
        Map<KeyedSpis, IkeSa> map = new java.util.HashMap<>();
        pairs.forEach(pair -> map.put(KeyedSpis.of(pair), Sas.halfOpen(pair)));
        KeyedSpis[] questions = Sas.questions(pairs).stream().map(KeyedSpis::of).toArray(KeyedSpis[]::new);
        Body candidate = finds(pairs);
        System.gc(); // Moves both together: where they lie is not to depend on what was before.
        return new Pair(candidate, Loop.chained(questions, question -> map.get(question).secret()));
    }

    static Body finds(List<IkeSpis> pairs) {
        SaTable table = Sas.table(pairs);
        IkeSpis[] questions = Sas.questions(pairs).toArray(IkeSpis[]::new);
        return Loop.chained(questions, question -> table.get(question).orElseThrow().secret());
    }

    private static Body findsUnkeyed(List<IkeSpis> pairs) {
        Map<IkeSpis, IkeSa> map = new java.util.HashMap<>();
        pairs.forEach(pair -> map.put(pair, Sas.halfOpen(pair)));
        IkeSpis[] questions = Sas.questions(pairs).toArray(IkeSpis[]::new);
        return Loop.chained(questions, question -> map.get(question).secret());
    }

    // One insert and one removal each, of pairs that are not there.

    private static SaTable million;

    private static Body changes() {
        million = million == null ? Sas.table(Sas.pairs(MILLION, 1)) : million;
        return changes(million);
    }

    static Body changes(SaTable table) {
        int size = table.size();
        IkeSa[] fresh = Sas.pairs(FRESH, 2).stream().map(Sas::halfOpen).toArray(IkeSa[]::new);
        return Loop.chained(fresh, sa -> table.put(sa).remove(sa.spis()).size() - size);
    }

    private record Change(KeyedSpis key, IkeSa sa) {
    }

    private static Change[] changed() {
        return Sas.pairs(FRESH, 2).stream().map(pair -> new Change(KeyedSpis.of(pair), Sas.halfOpen(pair))).toArray(Change[]::new);
    }

    private static Map<KeyedSpis, IkeSa> mapOfMillion() {
        Map<KeyedSpis, IkeSa> map = new java.util.HashMap<>();
        Sas.pairs(MILLION, 1).forEach(pair -> map.put(KeyedSpis.of(pair), Sas.halfOpen(pair)));
        return map;
    }

    private static Body pcollections() {
        var map = HashTreePMap.from(mapOfMillion());
        return Loop.chained(changed(), change -> map.plus(change.key(), change.sa()).minus(change.key()).size() - MILLION);
    }

    private static Body vavr() {
        var map = HashMap.ofAll(mapOfMillion());
        return Loop.chained(changed(), change -> map.put(change.key(), change.sa()).remove(change.key()).size() - MILLION);
    }

    private static Body paguro() {
        PersistentHashMap<KeyedSpis, IkeSa> map = PersistentHashMap.empty();
        for (var entry : mapOfMillion().entrySet()) {
            map = map.assoc(entry.getKey(), entry.getValue());
        }
        PersistentHashMap<KeyedSpis, IkeSa> all = map;
        return Loop.chained(changed(), change -> all.assoc(change.key(), change.sa()).without(change.key()).size() - MILLION);
    }

    private static Body kotlinx() {
        PersistentMap<KeyedSpis, IkeSa> map = ExtensionsKt.toPersistentHashMap(mapOfMillion());
        return Loop.chained(changed(), change -> map.put(change.key(), change.sa()).remove(change.key()).size() - MILLION);
    }
}
