package sfd.traces.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ValueTest {

    private static final Value ONE = Value.of(1);
    private static final Value TWO = Value.of(2);
    private static final Value A = Value.of("a");

    @Test
    void functionsTakeTheirCanonicalForm() {
        assertEquals(Value.seq(A, TWO), Value.function(Map.of(TWO, TWO, ONE, A)));
        assertEquals(Value.record(Map.of("a", ONE)), Value.function(Map.of(A, ONE)));
        assertInstanceOf(Fun.class, Value.function(Map.of(TWO, A)));
        assertInstanceOf(Fun.class, Value.function(Map.of(Value.of(0), A, ONE, A)));
        assertInstanceOf(Fun.class, Value.function(Map.of(ONE, A, A, A)));
        assertEquals(Value.seq(), Value.function(Map.of()));
        assertEquals(Value.seq(), Value.record(Map.of()));
        assertNotEquals(Value.seq(), Value.set());
    }

    @Test
    void partsAreFound() {
        Value record = Value.record(Map.of("a", ONE, "b", Value.seq(A)));
        assertEquals(1, record.field("a").integer());
        assertEquals(List.of(A), record.field("b").items());
        assertEquals(Optional.empty(), record.find("c"));
        assertEquals(Optional.empty(), Value.seq().find("c"));
        assertEquals(Map.of(ONE, A, TWO, ONE), Value.seq(A, ONE).entries());
        assertEquals(List.of(ONE, TWO), Value.set(TWO, ONE, TWO).elements());
    }

    @Test
    void whatIsNotThereIsNamed() {
        Value record = Value.record(Map.of("a", ONE));
        assertEquals("no field b in [a |-> 1]", message(() -> record.field("b")));
        assertEquals("expected a string, found a record: [a |-> 1]", message(record::text));
        assertEquals("expected an integer, found a string: \"a\"", message(A::integer));
        assertEquals("expected a record, found a sequence: <<1>>", message(() -> Value.seq(ONE).field("a")));
        assertEquals("expected a set, found a function: (2 :> {})",
                message(() -> Value.function(Map.of(TWO, Value.set())).elements()));
        assertEquals("expected a function, found a Boolean: TRUE", message(() -> Value.of(true).entries()));
    }

    private static String message(Runnable reading) {
        return assertThrows(ValueException.class, reading::run).getMessage();
    }
}
