package sfd.traces.value;

/** A value is not of the kind, or lacks the field, that its reader expects. */
public final class ValueException extends RuntimeException {

    private static final int LONGEST = 160;

    private ValueException(String message) {
        super(message);
    }

    static ValueException expected(String kind, Value value) {
        return new ValueException("expected " + kind + ", found " + value.kind() + ": " + shortened(value));
    }

    static ValueException missing(String field, Value value) {
        return new ValueException("no field " + field + " in " + shortened(value));
    }

    private static String shortened(Value value) {
        String text = value.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " ...";
    }
}
