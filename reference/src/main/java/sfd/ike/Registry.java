package sfd.ike;

import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** An immutable table of numbers and their registered names. */
final class Registry {

    private final Map<Integer, String> names;

    private Registry(Map<Integer, String> names) {
        this.names = Map.copyOf(names);
    }

    /**
     * The table that this text is.
     *
     * @param table a line for each entry: the number in decimal, a blank, the name
     * @throws IllegalArgumentException for a line that is none, and for a number that has a name already
     */
    static Registry of(String table) {
        var names = new TreeMap<Integer, String>();
        for (String line : table.split("\\n")) {
            String[] entry = line.strip().split(" ", 2);
            if (entry.length != 2 || names.put(Integer.valueOf(entry[0]), entry[1]) != null) {
                throw new IllegalArgumentException("no entry of a registry, or the second for its number: " + line);
            }
        }
        return new Registry(names);
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
