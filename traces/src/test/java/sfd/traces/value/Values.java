package sfd.traces.value;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Any values, of few names and small integers so that equal ones and neighbours in the order meet. */
public class Values extends DomainContextBase {

    @Provide
    public Arbitrary<Value> values() {
        return nested(2);
    }

    /** @param depth how deep sets and functions may be nested */
    public static Arbitrary<Value> nested(int depth) {
        Arbitrary<Value> flat = Arbitraries.oneOf(
                Arbitraries.of(true, false).map(Value::of),
                Arbitraries.integers().between(-2, 5).map(Value::of),
                Arbitraries.of(Long.MIN_VALUE, Long.MAX_VALUE, 1L << 53, (1L << 53) - 1, -(1L << 53)).map(Value::of),
                Arbitraries.of("a", "b", "type", "", "#set", "\"\\\n\u00e9\u2203").map(Value::of));
        if (depth == 0) {
            return flat;
        }
        Arbitrary<Value> inner = nested(depth - 1);
        return Arbitraries.oneOf(flat,
                inner.list().ofMaxSize(4).map(Value::set),
                inner.list().ofMaxSize(4).map(Value::seq),
                Arbitraries.maps(Arbitraries.of("a", "b", "type", "#set"), inner).ofMaxSize(3).map(Value::record),
                Arbitraries.maps(Arbitraries.integers().between(0, 3).map(Value::of), inner).ofMaxSize(3)
                        .map(Value::function),
                Arbitraries.maps(inner, inner).ofMaxSize(3).map(Value::function));
    }
}
