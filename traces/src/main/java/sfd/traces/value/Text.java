package sfd.traces.value;

import java.util.Objects;

/** A string. */
public record Text(String value) implements Value {

    public Text {
        Objects.requireNonNull(value);
    }

    @Override
    public String text() {
        return value;
    }

    @Override
    public String kind() {
        return "a string";
    }

    @Override
    public int compareTo(Value other) {
        return other instanceof Text text ? value.compareTo(text.value) : Order.ofKinds(this, other);
    }

    @Override
    public String toString() {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
