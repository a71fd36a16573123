package sfd.fuzz;

import java.util.Arrays;
import java.util.List;

/** An input read from front to back as a program: whatever octets it has, and zeros behind them. */
final class Program {

    private final byte[] octets;
    private int at;

    Program(byte[] octets) {
        this.octets = octets;
    }

    boolean hasMore() {
        return at < octets.length;
    }

    /** 0..255. */
    int u8() {
        return at < octets.length ? octets[at++] & 0xFF : 0;
    }

    int u16() {
        return u8() << 8 | u8();
    }

    boolean flag() {
        return (u8() & 1) != 0;
    }

    /** So many octets, or those that are left. */
    byte[] octets(int length) {
        int end = Math.min(octets.length, at + length);
        byte[] some = Arrays.copyOfRange(octets, Math.min(at, end), end);
        at = end;
        return some;
    }

    <T> T pick(List<T> all) {
        return all.get(u8() % all.size());
    }

    <T> T pick(T[] all) {
        return all[u8() % all.length];
    }
}
