package sfd.traces.capture;

import java.io.IOException;
import java.io.InputStream;

/** The octets of a capture file, whose numbers may stand in either order. */
final class Source {

    private final InputStream in;
    private boolean littleEndian;

    Source(InputStream in) {
        this.in = in;
    }

    void littleEndian(boolean littleEndian) {
        this.littleEndian = littleEndian;
    }

    boolean isLittleEndian() {
        return littleEndian;
    }

    /** So many octets; fewer only where the file ends. */
    byte[] read(int length) throws IOException {
        return in.readNBytes(length);
    }

    /** Passes over so many octets. @return false where the file ends before */
    boolean skip(long length) throws IOException {
        long left = length;
        var dropped = new byte[1 << 13];
        while (left > 0) {
            int read = in.read(dropped, 0, (int) Math.min(left, dropped.length));
            if (read < 0) {
                return false;
            }
            left -= read;
        }
        return true;
    }

    boolean mayBlock() throws IOException {
        return in.available() == 0;
    }

    int u16(byte[] octets, int at) {
        int high = octets[littleEndian ? at + 1 : at] & 0xFF;
        int low = octets[littleEndian ? at : at + 1] & 0xFF;
        return high << 8 | low;
    }

    long u32(byte[] octets, int at) {
        long high = u16(octets, littleEndian ? at + 2 : at);
        long low = u16(octets, littleEndian ? at : at + 2);
        return high << 16 | low;
    }

    long u64(byte[] octets, int at) {
        long high = u32(octets, littleEndian ? at + 4 : at);
        long low = u32(octets, littleEndian ? at : at + 4);
        return high << 32 | low;
    }
}
