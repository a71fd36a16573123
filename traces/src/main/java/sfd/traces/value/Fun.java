package sfd.traces.value;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A function that is neither a sequence nor a record. */
public final class Fun implements Value {

    private final Value[] domain;
    private final Value[] values;
    private final int hash;

    private Fun(Value[] domain, Value[] values) {
        this.domain = domain;
        this.values = values;
        this.hash = 31 * (31 * Arrays.hashCode(domain) + Arrays.hashCode(values)) + 4;
    }

    static Fun of(SortedMap<Value, Value> entries) {
        return new Fun(entries.keySet().toArray(Value[]::new), entries.values().toArray(Value[]::new));
    }

    @Override
    public Map<Value, Value> entries() {
        return Functions.map(domain, values);
    }

    @Override
    public String kind() {
        return "a function";
    }

    /** By the domain, then by the values. */
    @Override
    public int compareTo(Value other) {
        if (!(other instanceof Fun fun)) {
            return Order.ofKinds(this, other);
        }
        int byDomain = Order.ofArrays(domain, fun.domain);
        return byDomain != 0 ? byDomain : Order.ofArrays(values, fun.values);
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Fun fun && hash == fun.hash && Arrays.equals(domain, fun.domain)
                && Arrays.equals(values, fun.values);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return IntStream.range(0, domain.length).mapToObj(i -> domain[i] + " :> " + values[i])
                .collect(Collectors.joining(" @@ ", "(", ")"));
    }
}
