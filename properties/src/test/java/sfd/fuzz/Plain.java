package sfd.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import sfd.ike.Framing;

/**
 * An IKE message taken apart by the text alone (RFC 7296, 3.1, 3.2, 3.10, 3.14; RFC 7383, 2.5), without the codec that is
 * under test. It is what the oracles look at.
 *
 * @param octets of the whole datagram
 * @param start where the header begins
 */
record Plain(byte[] octets, int start, List<Piece> pieces) {

    private static final int HEADER = 28;
    private static final int NOTIFY = 41;
    private static final int SK = 46;
    private static final int SKF = 53;

    /**
     * A payload.
     *
     * @param from its first octet, that of the generic header
     * @param to behind its last one
     */
    record Piece(int type, int from, int to) {
    }

    /** The message, if the datagram is one that a receiver may not drop unread (BASE-3.1-4). */
    static Optional<Plain> of(Framing framing, byte[] datagram) {
        int start = switch (framing) {
            case IKE -> 0;
            case SHARED -> datagram.length > 4 && word(datagram, 0) == 0 ? 4 : -1;
            case ESP, AH -> -1;
        };
        if (start < 0 || datagram.length < start + HEADER || datagram[start + 17] >> 4 != 2
                || word(datagram, start + 24) != datagram.length - start) {
            return Optional.empty();
        }
        return chain(datagram[start + 16] & 0xFF, datagram, start + HEADER).map(it -> new Plain(datagram, start, it));
    }

    /** The payloads from {@code from} to the end; none where they are no chain. */
    static Optional<List<Piece>> chain(int first, byte[] octets, int from) {
        List<Piece> pieces = new ArrayList<>();
        int next = first;
        int at = from;
        while (next != 0) {
            if (octets.length - at < 4) {
                return Optional.empty();
            }
            var piece = new Piece(next, at, at + half(octets, at + 2));
            if (piece.to - at < 4 || piece.to > octets.length || !isSound(piece, octets)) {
                return Optional.empty();
            }
            pieces.add(piece);
            next = next == SK || next == SKF ? 0 : octets[at] & 0xFF;
            at = piece.to;
        }
        return at == octets.length ? Optional.of(pieces) : Optional.empty();
    }

    private static boolean isSound(Piece piece, byte[] octets) {
        int length = piece.to - piece.from;
        return switch (piece.type) {
            case NOTIFY -> length >= 8 && (octets[piece.from + 5] & 0xFF) <= length - 8;
            // IV 8, padding length 1, integrity check 8.
            case SK -> length >= 4 + 17;
            case SKF -> length >= 4 + 4 + 17 && half(octets, piece.from + 4) >= 1
                    && half(octets, piece.from + 4) <= half(octets, piece.from + 6);
            default -> piece.type >= 33 && piece.type <= 48 || octets[piece.from + 1] >= 0;
        };
    }

    static int half(byte[] octets, int at) {
        return (octets[at] & 0xFF) << 8 | octets[at + 1] & 0xFF;
    }

    static int word(byte[] octets, int at) {
        return half(octets, at) << 16 | half(octets, at + 2);
    }

    static long eight(byte[] octets, int at) {
        return (long) word(octets, at) << 32 | word(octets, at + 4) & 0xFFFF_FFFFL;
    }

    boolean isResponse() {
        return (octets[start + 19] & 0x20) != 0;
    }

    int exchange() {
        return octets[start + 18] & 0xFF;
    }

    boolean endsEncrypted() {
        return !pieces.isEmpty() && (pieces.getLast().type == SK || pieces.getLast().type == SKF);
    }

    /** A notification of the message. */
    record Told(int type, byte[] spi, byte[] data) {
    }

    List<Told> notifies(int type) {
        List<Told> told = new ArrayList<>();
        for (Piece piece : pieces) {
            if (piece.type == NOTIFY && half(octets, piece.from + 6) == type) {
                int data = piece.from + 8 + (octets[piece.from + 5] & 0xFF);
                told.add(new Told(type, Arrays.copyOfRange(octets, piece.from + 8, data), Arrays.copyOfRange(octets, data, piece.to)));
            }
        }
        return told;
    }

    /** The datagram with zero for what a receiver ignores and a sender leaves zero (BASE-3.1-3, BASE-3.2-1). */
    byte[] canonical() {
        byte[] same = canonical(octets, pieces);
        same[start + 17] = 0x20;
        same[start + 19] &= 0x28;
        return same;
    }

    /** The same of a chain alone. */
    static byte[] canonical(byte[] octets, List<Piece> pieces) {
        byte[] same = octets.clone();
        pieces.forEach(piece -> same[piece.from + 1] = 0);
        return same;
    }
}
