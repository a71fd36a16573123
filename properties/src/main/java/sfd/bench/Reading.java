package sfd.bench;

import java.util.List;

/**
 * What one JVM says of one row.
 *
 * @param id of the row
 * @param skipped why it was not measured, or null
 * @param ratios one for each round
 * @param nanos CPU time of one operation of the candidate
 * @param anchorNanos the same of the anchor
 * @param octets allocated for one operation of the candidate
 * @param cycle of the processor, in nanoseconds
 */
record Reading(String id, String skipped, List<Double> ratios, double nanos, double anchorNanos, double octets, double cycle) {

    static Reading skipped(String id, String why) {
        return new Reading(id, why, List.of(), 0, 0, 0, 0);
    }

    static Reading of(String id, Contest.Outcome outcome, double cycle) {
        return new Reading(id, null, outcome.ratios(), outcome.nanos(), outcome.anchorNanos(), outcome.octets(),
                cycle);
    }
}
