package sfd.traces.value;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A finite set. */
public final class SetOf implements Value {

    private final Value[] sorted;
    private final int hash;

    private SetOf(Value[] sorted) {
        this.sorted = sorted;
        this.hash = 31 * Arrays.hashCode(sorted) + 1;
    }

    static SetOf of(Collection<? extends Value> elements) {
        return new SetOf(new TreeSet<>(elements).toArray(Value[]::new));
    }

    @Override
    public List<Value> elements() {
        return Order.unmodifiable(sorted);
    }

    @Override
    public String kind() {
        return "a set";
    }

    @Override
    public int compareTo(Value other) {
        return other instanceof SetOf set ? Order.ofArrays(sorted, set.sorted) : Order.ofKinds(this, other);
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof SetOf set && hash == set.hash && Arrays.equals(sorted, set.sorted);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return Arrays.stream(sorted).map(Value::toString).collect(Collectors.joining(", ", "{", "}"));
    }
}
