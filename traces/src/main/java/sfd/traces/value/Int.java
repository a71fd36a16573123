package sfd.traces.value;

/** An integer; TLC itself goes no further than 32 bits. */
public record Int(long value) implements Value {

    @Override
    public long integer() {
        return value;
    }

    @Override
    public String kind() {
        return "an integer";
    }

    @Override
    public int compareTo(Value other) {
        return other instanceof Int integer ? Long.compare(value, integer.value) : Order.ofKinds(this, other);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
