package sfd.traces.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Between the one notion of TLA+, the function, and its three canonical forms. */
final class Functions {

    private Functions() {
    }

    static Value canonical(Map<? extends Value, ? extends Value> entries) {
        var sorted = new TreeMap<Value, Value>(entries);
        if (isSequence(sorted)) {
            return Seq.of(sorted.values());
        }
        // Texts are adjacent in the order, so the first and the last key decide.
        if (sorted.firstKey() instanceof Text && sorted.lastKey() instanceof Text) {
            var fields = new TreeMap<String, Value>();
            sorted.forEach((key, value) -> fields.put(key.text(), value));
            return Rec.of(fields);
        }
        return Fun.of(sorted);
    }

    /** Integers are sorted and distinct: from 1 to n in n entries means 1..n. */
    private static boolean isSequence(TreeMap<Value, Value> sorted) {
        return sorted.isEmpty() || sorted.firstKey().equals(new Int(1)) && sorted.lastKey().equals(new Int(sorted.size()));
    }

    static Map<Value, Value> numbered(Value[] items) {
        var entries = LinkedHashMap.<Value, Value>newLinkedHashMap(items.length);
        for (int i = 0; i < items.length; i++) {
            entries.put(new Int(i + 1), items[i]);
        }
        return Collections.unmodifiableMap(entries);
    }

    static Map<Value, Value> named(String[] names, Value[] values) {
        var entries = LinkedHashMap.<Value, Value>newLinkedHashMap(names.length);
        for (int i = 0; i < names.length; i++) {
            entries.put(new Text(names[i]), values[i]);
        }
        return Collections.unmodifiableMap(entries);
    }

    static Map<Value, Value> map(Value[] domain, Value[] values) {
        var entries = LinkedHashMap.<Value, Value>newLinkedHashMap(domain.length);
        for (int i = 0; i < domain.length; i++) {
            entries.put(domain[i], values[i]);
        }
        return Collections.unmodifiableMap(entries);
    }
}
