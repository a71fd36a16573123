package sfd.traces.capture;

/**
 * Where frames of a pcapng capture were captured.
 *
 * @param link link type
 * @param snapLength most octets captured of a frame, 0 for no limit
 * @param resolution of times, see {@link Time#of(long, int, long)}
 * @param offset seconds to be added to times
 */
record Interface(int link, long snapLength, int resolution, long offset) {

    private static final int OPTIONS = 8;
    private static final int RESOLUTION = 9;
    private static final int OFFSET = 14;
    private static final int MICROSECONDS = 6;

    /** The interface that the body of its block describes. */
    static Interface of(Source in, byte[] body) throws BrokenException {
        if (body.length < OPTIONS) {
            throw new BrokenException("the capture describes an interface in less than " + OPTIONS + " octets");
        }
        int resolution = MICROSECONDS;
        long offset = 0;
        for (int at = OPTIONS; at + 4 <= body.length && in.u16(body, at) != 0;) {
            int length = in.u16(body, at + 2);
            if (at + 4 + length > body.length) {
                throw new BrokenException("the capture describes an interface with an option that is cut short");
            }
            if (in.u16(body, at) == RESOLUTION && length == 1) {
                resolution = body[at + 4] & 0xFF;
            } else if (in.u16(body, at) == OFFSET && length == 8) {
                offset = in.u64(body, at + 4);
            }
            at += 4 + Pcapng.padded(length);
        }
        return new Interface(in.u16(body, 0), in.u32(body, 4), resolution, offset);
    }
}
