package sfd.traces.value;

/** TRUE or FALSE. */
public record Bool(boolean value) implements Value {

    static final Bool TRUE = new Bool(true);
    static final Bool FALSE = new Bool(false);

    @Override
    public boolean bool() {
        return value;
    }

    @Override
    public String kind() {
        return "a Boolean";
    }

    @Override
    public int compareTo(Value other) {
        return other instanceof Bool bool ? Boolean.compare(value, bool.value) : Order.ofKinds(this, other);
    }

    @Override
    public String toString() {
        return value ? "TRUE" : "FALSE";
    }
}
