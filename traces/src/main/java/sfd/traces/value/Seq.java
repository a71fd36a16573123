package sfd.traces.value;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A sequence or tuple; the empty one is also the empty function and the record without fields. */
public final class Seq implements Value {

    static final Seq EMPTY = new Seq(new Value[0]);

    private final Value[] items;
    private final int hash;

    private Seq(Value[] items) {
        this.items = items;
        this.hash = 31 * Arrays.hashCode(items) + 2;
    }

    static Seq of(Collection<? extends Value> items) {
        return items.isEmpty() ? EMPTY : new Seq(items.toArray(Value[]::new));
    }

    @Override
    public List<Value> items() {
        return Order.unmodifiable(items);
    }

    @Override
    public Map<Value, Value> entries() {
        return Functions.numbered(items);
    }

    @Override
    public Optional<Value> find(String name) {
        if (items.length > 0) {
            throw ValueException.expected("a record", this);
        }
        return Optional.empty();
    }

    @Override
    public String kind() {
        return "a sequence";
    }

    @Override
    public int compareTo(Value other) {
        return other instanceof Seq seq ? Order.ofArrays(items, seq.items) : Order.ofKinds(this, other);
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Seq seq && hash == seq.hash && Arrays.equals(items, seq.items);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return Arrays.stream(items).map(Value::toString).collect(Collectors.joining(", ", "<<", ">>"));
    }
}
