package sfd.ike;

import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** An immutable table of numbers and their registered names. */
final class Registry {

    private final Map<Integer, String> names;

    Registry(Map<Integer, String> names) {
        this.names = Map.copyOf(names);
    }

    /** The table with those of {@code more} added. */
    Registry with(Map<Integer, String> more) {
        var all = new TreeMap<>(names);
        all.putAll(more);
        return new Registry(all);
    }

    boolean contains(int number) {
        return names.containsKey(number);
    }

    /** The name, or the number in decimal where there is none. */
    String name(int number) {
        return names.getOrDefault(number, Integer.toString(number));
    }

    OptionalInt number(String name) {
        return names.entrySet().stream()
                .filter(entry -> entry.getValue().equals(name))
                .mapToInt(Map.Entry::getKey)
                .findAny();
    }
}
