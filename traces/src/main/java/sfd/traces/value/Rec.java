package sfd.traces.value;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A record: a function whose domain holds strings only, at least one. */
public final class Rec implements Value {

    private final String[] names;
    private final Value[] values;
    private final int hash;

    Rec(String[] names, Value[] values) {
        this.names = names;
        this.values = values;
        this.hash = 31 * (31 * Arrays.hashCode(names) + Arrays.hashCode(values)) + 3;
    }

    static Rec of(Map<String, ? extends Value> fields) {
        var sorted = new TreeMap<String, Value>(fields);
        return new Rec(sorted.keySet().toArray(String[]::new), sorted.values().toArray(Value[]::new));
    }

    /** @return the names of the fields, ascending */
    public List<String> names() {
        return Collections.unmodifiableList(Arrays.asList(names));
    }

    @Override
    public Optional<Value> find(String name) {
        int at = Arrays.binarySearch(names, name);
        return at < 0 ? Optional.empty() : Optional.of(values[at]);
    }

    @Override
    public Map<Value, Value> entries() {
        return Functions.named(names, values);
    }

    @Override
    public String kind() {
        return "a record";
    }

    /** By the field names, then by the fields. */
    @Override
    public int compareTo(Value other) {
        if (!(other instanceof Rec rec)) {
            return Order.ofKinds(this, other);
        }
        int byNames = names == rec.names ? 0 : Arrays.compare(names, rec.names);
        return byNames != 0 ? byNames : Order.ofArrays(values, rec.values);
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Rec rec && hash == rec.hash && Arrays.equals(values, rec.values)
                && Arrays.equals(names, rec.names);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** Names that are no identifiers appear as they are: the text is for people. */
    @Override
    public String toString() {
        return IntStream.range(0, names.length).mapToObj(i -> names[i] + " |-> " + values[i])
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
