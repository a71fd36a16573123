package sfd.traces.capture;

import java.io.IOException;
import java.util.Optional;

/** A capture in the older format: a header of 24 octets, then for each frame 16 octets and itself. */
final class Pcap extends Capture {

    static final int MICROSECONDS = 0xA1B2C3D4;
    static final int NANOSECONDS = 0xA1B23C4D;

    private static final int HEADER = 24;
    private static final int FRAME_HEADER = 16;
    private static final int UNKNOWN_LINK = -1;

    private final boolean nanoseconds;
    private int link = UNKNOWN_LINK;

    Pcap(Source in, boolean nanoseconds) {
        super(in);
        this.nanoseconds = nanoseconds;
    }

    @Override
    Frame read(long number) throws IOException, BrokenException {
        if (link == UNKNOWN_LINK) {
            // The upper bits tell of check sums behind frames, which IP's own length cuts off.
            link = in().u16(all(HEADER, "its header"), 20 + (in().isLittleEndian() ? 0 : 2));
        }
        byte[] header = in().read(FRAME_HEADER);
        if (header.length == 0) {
            return null;
        }
        if (header.length < FRAME_HEADER) {
            throw new BrokenException("the capture ends within a frame's header");
        }
        long length = in().u32(header, 8);
        if (length > LONGEST) {
            skip(length, "a frame of " + length + " octets");
            return new Frame.Broken(number, "a frame of more than " + LONGEST + " octets");
        }
        byte[] octets = all((int) length, "a frame");
        try {
            long part = in().u32(header, 4);
            Time time = Time.of(in().u32(header, 0), nanoseconds ? part : part * 1000, nanoseconds ? 9 : 6);
            return new Frame.Captured(number, Optional.of(time), link, octets);
        } catch (BrokenException e) {
            return new Frame.Broken(number, e.getMessage());
        }
    }
}
