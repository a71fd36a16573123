package sfd.traces.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.statistics.Statistics;

@Domain(Values.class)
class ValueProperties {

    /** Whatever a function is, the function with its entries is the same value. */
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void aFunctionIsItsEntries(@ForAll Value value) {
        boolean function = value instanceof Seq || value instanceof Rec || value instanceof Fun;
        Statistics.collect(value.getClass().getSimpleName());
        Statistics.coverage(coverage -> {
            coverage.check("Fun").percentage(share -> share > 2);
            coverage.check("Rec").percentage(share -> share > 2);
            coverage.check("Seq").percentage(share -> share > 2);
        });
        if (function) {
            var reversed = new ArrayList<>(value.entries().entrySet());
            Collections.reverse(reversed);
            var entries = new LinkedHashMap<Value, Value>();
            reversed.forEach(entry -> entries.put(entry.getKey(), entry.getValue()));
            Value again = Value.function(entries);
            assertSame(value.getClass(), again.getClass());
            assertEquals(value, again);
            assertEquals(value.hashCode(), again.hashCode());
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void theOrderIsTotalAndAgreesWithEquality(@ForAll Value one, @ForAll Value two, @ForAll Value three) {
        assertEquals(one.equals(two), one.compareTo(two) == 0);
        assertEquals(Integer.signum(one.compareTo(two)), -Integer.signum(two.compareTo(one)));
        if (one.compareTo(two) <= 0 && two.compareTo(three) <= 0) {
            assertEquals(true, one.compareTo(three) <= 0);
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void setsHaveNoOrderAndNoRepetition(@ForAll @Size(max = 5) List<Value> elements) {
        var more = new ArrayList<>(elements);
        more.addAll(elements);
        Collections.reverse(more);
        assertEquals(Value.set(elements), Value.set(more));
        assertEquals(elements.stream().distinct().count(), Value.set(elements).elements().size());
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void recordsOfAShapeAreRecords(@ForAll Value one, @ForAll Value two, @ForAll Value three) {
        var fields = new TreeMap<String, Value>();
        fields.put("b", one);
        fields.put("c", two);
        fields.put("a", three);
        Value[] inTheirOrder = {one, two, three};
        assertEquals(Value.record(fields), RecordShape.of(List.of("b", "c", "a")).record(inTheirOrder));
    }

    /** The text is for people, and yet different values of the models have different texts. */
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void differentValuesReadDifferently(@ForAll Value one, @ForAll Value two) {
        assertEquals(one.equals(two), one.toString().equals(two.toString()));
    }
}
