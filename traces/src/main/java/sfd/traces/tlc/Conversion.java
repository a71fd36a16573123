package sfd.traces.tlc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sfd.traces.value.RecordShape;
import sfd.traces.value.Value;
import tlc2.value.IValue;
import tlc2.value.impl.BoolValue;
import tlc2.value.impl.Enumerable;
import tlc2.value.impl.FcnLambdaValue;
import tlc2.value.impl.FcnRcdValue;
import tlc2.value.impl.IntValue;
import tlc2.value.impl.LazyValue;
import tlc2.value.impl.RecordValue;
import tlc2.value.impl.SetEnumValue;
import tlc2.value.impl.StringValue;
import tlc2.value.impl.TupleValue;
import util.UniqueString;

/**
 * From TLC's values to ours. Equal parts become the same object, which keeps graphs of millions of edges small, and
 * a TLC object that was seen before, such as an event of a constant set, is not converted again.
 */
final class Conversion {

    /** TLC objects remembered; beyond that all are forgotten, and what is in use comes back at once. */
    private static final int REMEMBERED = 200_000;

    private final Map<tlc2.value.impl.Value, Value> seen = new IdentityHashMap<>();
    private final Map<Value, Value> interned = new HashMap<>();
    private final Map<List<UniqueString>, RecordShape> shapes = new HashMap<>();

    /** @throws TlcException for what has no finite value of the kinds we know: an infinite set, a model value */
    Value of(IValue value) {
        return convert((tlc2.value.impl.Value) value);
    }

    private Value convert(tlc2.value.impl.Value value) {
        return switch (value) {
            case BoolValue bool -> Value.of(bool.val);
            case IntValue integer -> intern(Value.of(integer.val));
            case StringValue text -> intern(Value.of(text.val.toString()));
            default -> remembered(value);
        };
    }

    private Value remembered(tlc2.value.impl.Value value) {
        Value known = seen.get(value);
        if (known == null) {
            known = intern(compound(value));
            if (seen.size() >= REMEMBERED) {
                seen.clear();
            }
            seen.put(value, known);
        }
        return known;
    }

    private Value intern(Value value) {
        Value known = interned.putIfAbsent(value, value);
        return known == null ? value : known;
    }

    private Value compound(tlc2.value.impl.Value value) {
        return switch (value) {
            case RecordValue rec -> record(rec);
            case TupleValue tuple -> Value.seq(all(tuple.elems));
            case FcnRcdValue function -> function(function);
            case SetEnumValue set -> set(set);
            case LazyValue lazy when lazy.getValue() != null -> convert(lazy.getValue());
            case FcnLambdaValue lambda when lambda.toFcnRcd() instanceof FcnRcdValue function -> function(function);
            case Enumerable set when value.isFinite() && value.toSetEnum() instanceof SetEnumValue all -> set(all);
            default -> throw new TlcException(
                    "a value of TLC's kind " + value.getKindString() + " is none of the alphabet: " + value);
        };
    }

    private Value record(RecordValue rec) {
        if (rec.names.length == 0) {
            return Value.seq();
        }
        RecordShape shape = shapes.computeIfAbsent(List.of(rec.names),
                names -> RecordShape.of(names.stream().map(UniqueString::toString).toList()));
        Value[] fields = new Value[rec.values.length];
        for (int i = 0; i < fields.length; i++) {
            fields[i] = convert(rec.values[i]);
        }
        return shape.record(fields);
    }

    private Value function(FcnRcdValue function) {
        var entries = new TreeMap<Value, Value>();
        tlc2.value.impl.Value[] domain = function.getDomainAsValues();
        for (int i = 0; i < domain.length; i++) {
            entries.put(convert(domain[i]), convert(function.values[i]));
        }
        return Value.function(entries);
    }

    private Value set(SetEnumValue set) {
        var elements = new ArrayList<Value>(set.elems.size());
        for (int i = 0; i < set.elems.size(); i++) {
            elements.add(convert(set.elems.elementAt(i)));
        }
        return Value.set(elements);
    }

    private List<Value> all(tlc2.value.impl.Value[] values) {
        var converted = new ArrayList<Value>(values.length);
        for (tlc2.value.impl.Value value : values) {
            converted.add(convert(value));
        }
        return converted;
    }
}
