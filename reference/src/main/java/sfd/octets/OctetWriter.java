package sfd.octets;

import java.util.Arrays;

/**
 * Writes numbers in network byte order, one behind the other. Never shared between threads. Only the low bits that fit
 * are written; the records that hold the values check their ranges.
 */
public final class OctetWriter {

    /** Takes octets in: it neither changes nor keeps the array. */
    @FunctionalInterface
    public interface Sink {
        /** Takes the {@code length} octets from {@code from} on. */
        void take(byte[] octets, int from, int length);
    }

    private static final int USUAL_CAPACITY = 128;

    private byte[] octets;
    private int length;

    /** A writer of nothing yet, which makes room as it goes. */
    public OctetWriter() {
        this(USUAL_CAPACITY);
    }

    /** A writer of nothing yet with room for {@code capacity} octets; it makes more when that is used up. */
    public OctetWriter(int capacity) {
        octets = new byte[capacity];
    }

    /** One octet: the low 8 bits. */
    public OctetWriter u8(int value) {
        int at = advance(Byte.BYTES);
        octets[at] = (byte) value;
        return this;
    }

    /** Two octets: the low 16 bits. */
    public OctetWriter u16(int value) {
        int at = advance(Short.BYTES);
        BigEndian.u16(octets, at, value);
        return this;
    }

    /** Four octets. */
    public OctetWriter u32(int value) {
        int at = advance(Integer.BYTES);
        BigEndian.u32(octets, at, value);
        return this;
    }

    /** Eight octets. */
    public OctetWriter u64(long value) {
        int at = advance(Long.BYTES);
        BigEndian.u64(octets, at, value);
        return this;
    }

    /** All of {@code added}. */
    public OctetWriter octets(Octets added) {
        if (added.length() == Integer.BYTES) {
            return u32(added.u32(0)); // An IPv4 address, an SPI: no loop for these.
        }
        int at = advance(added.length());
        added.copyTo(octets, at);
        return this;
    }

    /** Number of octets written so far. */
    public int length() {
        return length;
    }

    /** Forgets what was written and keeps the room for it. */
    public OctetWriter rewind() {
        length = 0;
        return this;
    }

    /** Gives {@code sink} what was written, for the time of this call. */
    public void giveTo(Sink sink) {
        sink.take(octets, 0, length);
    }

    /** What was written so far; later writes do not change it. */
    public Octets toOctets() {
        return Octets.of(octets, 0, length);
    }

    /** Where the next {@code more} octets go, after making room for them. */
    private int advance(int more) {
        int at = length;
        if (more > octets.length - at) {
            octets = Arrays.copyOf(octets, Math.max(at + more, 2 * octets.length));
        }
        length = at + more;
        return at;
    }
}
