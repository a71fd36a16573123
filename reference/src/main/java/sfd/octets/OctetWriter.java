package sfd.octets;

import java.util.Arrays;
import java.util.Objects;

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

    /** Twice four octets. */
    public OctetWriter u32u32(int first, int second) {
        return u64((long) first << Integer.SIZE | Integer.toUnsignedLong(second));
    }

    /** All of {@code added}. */
    public OctetWriter octets(Octets added) {
        return switch (added.length()) {
            case 0 -> this;
            // An IPv4 address, a child SPI: without the start of a loop.
            case Integer.BYTES -> u32(added.u32(0));
            default -> {
                int at = advance(added.length());
                added.copyTo(octets, at);
                yield this;
            }
        };
    }

    /**
     * One octet in place of one that was written before: for fields whose value is known only later.
     *
     * @throws IndexOutOfBoundsException unless {@code 0 <= at < length()}
     */
    public void overwriteU8(int at, int value) {
        octets[Objects.checkIndex(at, length)] = (byte) value;
    }

    /**
     * Four octets in place of four that were written before.
     *
     * @throws IndexOutOfBoundsException unless they were written
     */
    public void overwriteU32(int at, int value) {
        BigEndian.u32(octets, Objects.checkFromIndexSize(at, Integer.BYTES, length), value);
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

    /** What was written; the last that this writer does. Nothing is copied if exactly its room was used. */
    public Octets finish() {
        byte[] written = octets;
        octets = null;
        return written.length == length ? Octets.owning(written) : Octets.of(written, 0, length);
    }

    /** Where the next {@code more} octets go, after making room for them. */
    private int advance(int more) {
        int at = length;
        if (more > octets.length - at) {
            makeRoom(at + more);
        }
        length = at + more;
        return at;
    }

    private void makeRoom(int least) {
        octets = Arrays.copyOf(octets, Math.max(least, 2 * octets.length));
    }
}
