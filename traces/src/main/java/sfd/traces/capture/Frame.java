package sfd.traces.capture;

import java.util.Optional;

/** One frame of a capture. */
public sealed interface Frame {

    /** Counted from 1, as other tools count frames. */
    long number();

    /**
     * A frame as it was captured.
     *
     * @param time when; none where the capture does not say
     * @param link its link type, as registered for pcap files
     * @param octets those that were captured, not to be changed
     */
    record Captured(long number, Optional<Time> time, int link, byte[] octets) implements Frame {
    }

    /**
     * No frame.
     *
     * @param reason one sentence
     */
    record Broken(long number, String reason) implements Frame {
    }
}
