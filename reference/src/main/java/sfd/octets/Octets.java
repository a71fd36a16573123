package sfd.octets;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

/**
 * An immutable string of zero or more octets. Two are equal when their octets are.
 *
 * <p>The array inside is never handed out and never one that was handed in: what a caller does to his own array
 * cannot change an SPI, a token or a message afterwards.
 */
public final class Octets {

    /** The string of no octets. */
    public static final Octets EMPTY = new Octets(new byte[0]);

    private final byte[] octets;

    private Octets(byte[] own) {
        this.octets = own;
    }

    /** For this package only: takes {@code own} over, uncopied; the caller keeps no reference to it. */
    static Octets owning(byte[] own) {
        return own.length == 0 ? EMPTY : new Octets(own);
    }

    /** The given octets, copied. */
    public static Octets of(byte... octets) {
        return owning(octets.clone());
    }

    /**
     * The {@code length} octets of {@code octets} from {@code from} on, copied.
     *
     * @throws IndexOutOfBoundsException if there are not so many
     */
    public static Octets of(byte[] octets, int from, int length) {
        Objects.checkFromIndexSize(from, length, octets.length);
        return owning(Arrays.copyOfRange(octets, from, from + length));
    }

    /** The result of a digest, which then starts anew. */
    public static Octets of(MessageDigest digest) {
        return owning(digest.digest());
    }

    /**
     * The octets written as pairs of hexadecimal digits, upper or lower case; white space is ignored.
     *
     * @throws IllegalArgumentException for an odd number of digits or anything else that is not a digit
     */
    public static Octets hex(String digits) {
        return owning(HexFormat.of().parseHex(digits.replaceAll("\\s", "")));
    }

    /** The parts one behind the other. */
    public static Octets concat(Octets... parts) {
        int length = 0;
        for (Octets part : parts) {
            length += part.length();
        }
        var out = new OctetWriter(length);
        for (Octets part : parts) {
            out.octets(part);
        }
        return out.finish();
    }

    /** Number of octets. */
    public int length() {
        return octets.length;
    }

    /** True when there are none. */
    public boolean isEmpty() {
        return octets.length == 0;
    }

    /**
     * The octet at {@code index}, as 0..255.
     *
     * @throws IndexOutOfBoundsException unless {@code 0 <= index < length()}
     */
    public int at(int index) {
        return Byte.toUnsignedInt(octets[index]);
    }

    /**
     * The two octets from {@code index} on, as 0..65535.
     *
     * @throws IndexOutOfBoundsException if there are not so many
     */
    public int u16(int index) {
        return BigEndian.u16(octets, index);
    }

    /**
     * The four octets from {@code index} on; values of 2^31 and above come out negative.
     *
     * @throws IndexOutOfBoundsException if there are not so many
     */
    public int u32(int index) {
        return BigEndian.u32(octets, index);
    }

    /**
     * The eight octets from {@code index} on; values of 2^63 and above come out negative.
     *
     * @throws IndexOutOfBoundsException if there are not so many
     */
    public long u64(int index) {
        return BigEndian.u64(octets, index);
    }

    /**
     * The octets from {@code from} up to, not including, {@code to}.
     *
     * @throws IndexOutOfBoundsException unless {@code 0 <= from <= to <= length()}
     */
    public Octets slice(int from, int to) {
        Objects.checkFromToIndex(from, to, octets.length);
        return from == to ? EMPTY : new Octets(Arrays.copyOfRange(octets, from, to));
    }

    /** A fresh array of all octets. */
    public byte[] toArray() {
        return octets.clone();
    }

    /**
     * Copies all octets to {@code target}, the first to {@code at}.
     *
     * @throws IndexOutOfBoundsException if they do not fit
     */
    public void copyTo(byte[] target, int at) {
        System.arraycopy(octets, 0, target, at, octets.length);
    }

    /**
     * Equality in a time that depends on the lengths only. For tokens, digests and cookies (QCD-5-5): the time of
     * {@link #equals} tells a guesser how many leading octets he has right.
     */
    public boolean equalsInConstantTime(Octets other) {
        return octets.length == other.octets.length && endsInConstantTime(other);
    }

    /** True if these octets, or the last of them, are those of {@code tail}; in a time that depends on the lengths only. */
    public boolean endsInConstantTime(Octets tail) {
        int length = tail.octets.length;
        int from = octets.length - length;
        if (from < 0) {
            return false;
        }
        // Every octet is looked at, whatever was found before, and nothing branches on what they are.
        long difference = 0;
        int at = 0;
        for (; at <= length - Long.BYTES; at += Long.BYTES) {
            difference |= BigEndian.u64(octets, from + at) ^ BigEndian.u64(tail.octets, at);
        }
        for (; at < length; at++) {
            difference |= octets[from + at] ^ tail.octets[at];
        }
        return difference == 0;
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Octets that && Arrays.equals(octets, that.octets);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(octets);
    }

    /** Two lower-case hexadecimal digits for each octet. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(octets);
    }
}
