package sfd.traces.value;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A TLA+ value, immutable and in canonical form: equal TLA+ values are equal Java values.
 *
 * <p>In TLA+ sequences and records are functions. Here a function with domain 1..n, the empty one included, is a
 * {@link Seq}; a non-empty one whose domain holds strings only is a {@link Rec}; every other one is a {@link Fun}.
 * {@link #function(Map)} chooses, and {@link #entries()} gives all three as one map again.
 *
 * <p>The order is total: by kind first (Bool, Int, Text, SetOf, Seq, Rec, Fun), then by content. It means nothing in
 * TLA+ and serves to write sets and functions in one way only.
 */
public sealed interface Value extends Comparable<Value> permits Bool, Int, Text, SetOf, Seq, Rec, Fun {

    static Bool of(boolean value) {
        return value ? Bool.TRUE : Bool.FALSE;
    }

    static Int of(long value) {
        return new Int(value);
    }

    static Text of(String value) {
        return new Text(value);
    }

    /** The set of these values; order and repetitions do not matter. */
    static SetOf set(Collection<? extends Value> elements) {
        return SetOf.of(elements);
    }

    static SetOf set(Value... elements) {
        return SetOf.of(List.of(elements));
    }

    /** The sequence, or tuple, of these values in this order. */
    static Seq seq(Collection<? extends Value> items) {
        return Seq.of(items);
    }

    static Seq seq(Value... items) {
        return Seq.of(List.of(items));
    }

    /** The record with these fields: a {@link Rec}, or the empty {@link Seq} when there are none. */
    static Value record(Map<String, ? extends Value> fields) {
        return fields.isEmpty() ? Seq.EMPTY : Rec.of(fields);
    }

    /** The function with these entries, as {@link Seq}, {@link Rec} or {@link Fun}. */
    static Value function(Map<? extends Value, ? extends Value> entries) {
        return Functions.canonical(entries);
    }

    /** @return what this value is, in words for messages: "a Boolean", "a sequence" */
    String kind();

    /** @throws ValueException unless this is a Boolean */
    default boolean bool() {
        throw ValueException.expected("a Boolean", this);
    }

    /** @throws ValueException unless this is an integer */
    default long integer() {
        throw ValueException.expected("an integer", this);
    }

    /** @throws ValueException unless this is a string */
    default String text() {
        throw ValueException.expected("a string", this);
    }

    /** @return the elements of a set, ascending. @throws ValueException unless this is a set */
    default List<Value> elements() {
        throw ValueException.expected("a set", this);
    }

    /** @return the items of a sequence. @throws ValueException unless this is a sequence */
    default List<Value> items() {
        throw ValueException.expected("a sequence", this);
    }

    /** @return the entries of any function, ascending by key; a sequence has the keys 1..n. @throws ValueException unless this is a function */
    default Map<Value, Value> entries() {
        throw ValueException.expected("a function", this);
    }

    /** @return the field, or nothing where a record has none of this name. @throws ValueException unless this is a record or empty */
    default Optional<Value> find(String name) {
        throw ValueException.expected("a record", this);
    }

    /** @throws ValueException unless this is a record with this field */
    default Value field(String name) {
        return find(name).orElseThrow(() -> ValueException.missing(name, this));
    }
}
