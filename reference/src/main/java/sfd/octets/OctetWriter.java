package sfd.octets;

import java.io.ByteArrayOutputStream;

/**
 * Writes numbers in network byte order, one behind the other. Local to one method, never shared. Only the low bits
 * that fit are written; the records that hold the values check their ranges.
 */
public final class OctetWriter {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** One octet: the low 8 bits. */
    public OctetWriter u8(int value) {
        out.write(value);
        return this;
    }

    /** Two octets: the low 16 bits. */
    public OctetWriter u16(int value) {
        return u8(value >>> 8).u8(value);
    }

    /** Four octets. */
    public OctetWriter u32(int value) {
        return u16(value >>> 16).u16(value);
    }

    /** Eight octets. */
    public OctetWriter u64(long value) {
        return u32((int) (value >>> 32)).u32((int) value);
    }

    /** All of {@code octets}. */
    public OctetWriter octets(Octets octets) {
        out.writeBytes(octets.toArray());
        return this;
    }

    /** What was written so far; later writes do not change it. */
    public Octets toOctets() {
        return Octets.owning(out.toByteArray());
    }
}
