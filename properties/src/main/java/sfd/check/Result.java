package sfd.check;

import com.fasterxml.jackson.annotation.JsonValue;

/** What came out for a property. Only the first two can be expected. */
public enum Result {
    HOLDS("holds"),
    VIOLATED("violated"),
    /** The model could not be judged, or manifest and configuration disagree on what is to be judged. */
    ERROR("error"),
    /** The run ended before it came to this property. */
    NOT_RUN("not-run");

    private final String label;

    Result(String label) {
        this.label = label;
    }

    @JsonValue
    @Override
    public String toString() {
        return label;
    }
}
