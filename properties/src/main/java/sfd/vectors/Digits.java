package sfd.vectors;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Octets as hexadecimal digits, field by field in network byte order: what stands behind another follows it on the wire. */
final class Digits {

    private static final HexFormat HEX = HexFormat.of();

    private Digits() {
    }

    static String u8(int value) {
        return HEX.toHexDigits((byte) value);
    }

    static String u16(int value) {
        return HEX.toHexDigits((short) value);
    }

    /** The lower 32 bits. */
    static String u32(long value) {
        return HEX.toHexDigits((int) value);
    }

    static String zeros(int octets) {
        return "00".repeat(octets);
    }

    static String ascii(String text) {
        return HEX.formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** How many octets these digits are. */
    static int length(String digits) {
        return digits.length() / 2;
    }

    /** Octets {@code from} to {@code to}, which is not one of them. */
    static String slice(String digits, int from, int to) {
        return digits.substring(2 * from, 2 * to);
    }

    /** The octets in the opposite order: what a little-endian writer makes of one field. */
    static String reversed(String digits) {
        var out = new StringBuilder();
        for (int at = digits.length() - 2; at >= 0; at -= 2) {
            out.append(digits, at, at + 2);
        }
        return out.toString();
    }

    /** The same with one bit of octet {@code at} changed. */
    static String flipped(String digits, int at) {
        return slice(digits, 0, at) + u8(HexFormat.fromHexDigits(slice(digits, at, at + 1)) ^ 1)
                + slice(digits, at + 1, length(digits));
    }

    /** SHA-256 over the fields, one behind the other. */
    static String sha256(String... fields) {
        return hash("SHA-256", fields);
    }

    static String hash(String algorithm, String... fields) {
        try {
            return HEX.formatHex(MessageDigest.getInstance(algorithm).digest(HEX.parseHex(String.join("", fields))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }

    /** Octets that look random and are always the same: SHA-256 of the label and a counter from 0, as often as needed. */
    static String labelled(String label, int octets) {
        var out = new StringBuilder();
        for (int block = 0; length(out.toString()) < octets; block++) {
            out.append(sha256(ascii(label), u32(block)));
        }
        return slice(out.toString(), 0, octets);
    }
}
