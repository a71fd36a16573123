package sfd.traces.capture;

import java.util.Arrays;

/**
 * Octets {@code start} to {@code end} of an array, read at offsets from {@code start}, in network byte order.
 *
 * @param name what they are, for a sentence
 */
record Part(String name, byte[] octets, int start, int end) {

    static Part of(String name, byte[] octets) {
        return new Part(name, octets, 0, octets.length);
    }

    int length() {
        return end - start;
    }

    int u8(int at) throws BrokenException {
        need(at + 1);
        return octets[start + at] & 0xFF;
    }

    int u16(int at) throws BrokenException {
        need(at + 2);
        return u8(at) << 8 | u8(at + 1);
    }

    /** 2^31 and above are negative. */
    int s32(int at) throws BrokenException {
        need(at + 4);
        return u16(at) << 16 | u16(at + 2);
    }

    byte[] copy(int at, int length) throws BrokenException {
        need(at + length);
        return Arrays.copyOfRange(octets, start + at, start + at + length);
    }

    /** What is behind the first {@code at} octets. */
    Part behind(int at, String name) throws BrokenException {
        need(at);
        return new Part(name, octets, start + at, end);
    }

    /** The first {@code length} octets, or as many as there are. */
    Part atMost(int length) {
        return new Part(name, octets, start, (int) Math.min(end, (long) start + length));
    }

    byte[] all() {
        return Arrays.copyOfRange(octets, start, end);
    }

    private void need(int length) throws BrokenException {
        if (length > end - start) {
            throw new BrokenException("the frame ends within its " + name);
        }
    }
}
