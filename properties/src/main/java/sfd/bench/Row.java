package sfd.bench;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A row of {@code rows.json}: what is measured, against what, and what is to be reached.
 *
 * @param id its name in code and results
 * @param path what is measured
 * @param anchor against what
 * @param goal the greatest ratio, or null for a row that only informs
 * @param limit what the gate holds where the goal is not reached on every machine, or null where it is
 * @param even the ratio must not be below the goal's inverse either: two things that must take the same time
 * @param octets the most octets allocated for one operation, or null
 * @param slow left out of a quick run
 * @param needs what it needs beyond Java, or null
 */
public record Row(@JsonProperty(required = true) String id, @JsonProperty(required = true) String path,
        @JsonProperty(required = true) String anchor, Double goal, Double limit, boolean even, Double octets, boolean slow,
        Need needs) {

    /** What the gate holds: a ratio above it stops the build. */
    double held() {
        return limit == null ? goal : limit;
    }

    /** The row of the same thing against itself: how far this machine can be trusted. */
    static final String SAME = "same";
}
