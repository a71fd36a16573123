package sfd.traces.value;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The parts of the total order that the kinds of value share. */
final class Order {

    private Order() {
    }

    static int ofKinds(Value one, Value other) {
        return Integer.compare(rank(one), rank(other));
    }

    static int ofArrays(Value[] one, Value[] other) {
        return one == other ? 0 : Arrays.compare(one, other);
    }

    static List<Value> unmodifiable(Value[] values) {
        return Collections.unmodifiableList(Arrays.asList(values));
    }

    private static int rank(Value value) {
        return switch (value) {
            case Bool bool -> 0;
            case Int integer -> 1;
            case Text text -> 2;
            case SetOf set -> 3;
            case Seq seq -> 4;
            case Rec rec -> 5;
            case Fun fun -> 6;
        };
    }
}
