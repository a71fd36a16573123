package sfd.octets;

/**
 * Reads numbers in network byte order from the front of an octet string to its end. Local to one method, never
 * shared. Whoever reads asks {@link #remaining()} first; reading past the end is a mistake in the program, not in
 * the input, and throws {@link IndexOutOfBoundsException}.
 */
public final class OctetReader {

    private final Octets octets;
    private int position;

    /** A reader at the first of {@code octets}. */
    public OctetReader(Octets octets) {
        this.octets = octets;
    }

    /** Number of octets not yet read. */
    public int remaining() {
        return octets.length() - position;
    }

    /** One octet, as 0..255. */
    public int u8() {
        int value = octets.at(position);
        position += Byte.BYTES;
        return value;
    }

    /** Two octets, as 0..65535. */
    public int u16() {
        int value = octets.u16(position);
        position += Short.BYTES;
        return value;
    }

    /** Four octets; values of 2^31 and above come out negative. */
    public int u32() {
        int value = octets.u32(position);
        position += Integer.BYTES;
        return value;
    }

    /** Eight octets; values of 2^63 and above come out negative. */
    public long u64() {
        long value = octets.u64(position);
        position += Long.BYTES;
        return value;
    }

    /** The next {@code length} octets. */
    public Octets take(int length) {
        Octets taken = octets.slice(position, position + length);
        position += length;
        return taken;
    }

    /** All octets not yet read. */
    public Octets rest() {
        return take(remaining());
    }
}
